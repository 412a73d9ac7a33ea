"""The reference for contributors: a page for each kind of record that describes every field.

Pure functions from models and records to Markdown; the site's generator gives the pages an address.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml
from pydantic import BaseModel

from macros.contribute.fields import Described, fields
from macros.contribute.forms import as_mail, forms
from macros.contribute.yaml_text import entry
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.sidhuvud import Sidhuvud
from macros.ord import words
from macros.pages.page import draw

FOLDER = "bidra/falt"
MAIL_FOLDER = "bidra/e-post"
GUIDE = "sida"


@dataclass(frozen=True)
class Example:
    """How a field is written, how it is not, and why not."""

    good: str
    bad: str
    why: str


@dataclass(frozen=True)
class Entry:
    """A field with what its page says about it."""

    field: Described
    holds: str
    allowed: tuple[tuple[str, str], ...]
    example: Example


@dataclass(frozen=True)
class ReferencePage:
    """A page of the reference: where it lies, its head and its Markdown."""

    source: str
    title: str
    summary: str
    markdown: str


def reference_pages(bank: Kunskapsbank) -> tuple[ReferencePage, ...]:
    """The overview and one page for each kind of record, and one for pages of guidance."""
    text = words()["falt"]
    names = {kind.name: words()["slag"].get(kind.name, text["slag"].get(kind.name, "")) for kind in KINDS.values()}
    names[GUIDE] = text["slag"][GUIDE]
    made = [_kind_page(bank, kind.name, kind.model, kind.folder, names[kind.name]) for kind in KINDS.values()]
    guide = _kind_page(bank, GUIDE, Sidhuvud, "", names[GUIDE])
    links = [(names[name], f"/{FOLDER}/{name}.md", text["om"][name]) for name in (*KINDS, GUIDE)]
    overview = draw("sidor/falt-oversikt.md", lankar=links)
    index = ReferencePage(f"{FOLDER}/index.md", text["rubrik"], text["sammanfattning"], overview)
    return (index, *made, guide, *_mail_pages(bank))


def _mail_pages(bank: Kunskapsbank) -> Iterator[ReferencePage]:
    """The forms as plain text, for those who send e-mail."""
    text = words()["formular"]["epost"]
    for form in forms(bank):
        body = draw("sidor/formular.md", formular=as_mail(form), om=form.about)
        title = text["rubrik"].format(namn=form.title)
        yield ReferencePage(f"{MAIL_FOLDER}/{form.name}.md", title, text["sammanfattning"].format(om=form.about), body)


def _kind_page(bank: Kunskapsbank, kind: str, model: type[BaseModel], folder: str, name: str) -> ReferencePage:
    text = words()["falt"]
    entries = [_entry(bank, kind, field) for field in fields(model)]
    body = draw("sidor/falt.md", slag=kind, mapp=folder, om=text["om"][kind], poster=entries, okant=UNKNOWN)
    title = text["sidrubrik"].format(namn=name.lower())
    return ReferencePage(f"{FOLDER}/{kind}.md", title, text["sidsammanfattning"].format(namn=name.lower()), body)


def _entry(bank: Kunskapsbank, kind: str, field: Described) -> Entry:
    return Entry(field, holds(field), tuple(_allowed(bank, field)), example(bank, kind, field))


def holds(field: Described) -> str:
    """What a field holds, in a phrase."""
    text = words()["falt"]["innehall"]
    shape = "referens" if field.refers else _case(field) if field.shape == "del" else field.shape
    single: str = text["ord" if shape == "rad" and not field.longest else shape].format(
        slag=words()["falt"]["ett"].get(field.refers, ""), hogst=field.longest
    )
    several: str = text["flera"].format(vad=single) if field.is_list and field.shape != "del" else single
    return str(text["uppgift"].format(vad=several)) if field.is_fact else several


def _allowed(bank: Kunskapsbank, field: Described) -> Iterator[tuple[str, str]]:
    """Allowed values with what they mean."""
    if field.criterion:
        for value in bank.kriterium[field.criterion].varden:
            yield value.id, value.forklaring or value.namn
    for literal in field.allowed:
        yield literal, ""
    if field.is_fact and field.may_be_unknown:
        yield UNKNOWN, words()["falt"]["okand"]
        yield NOT_APPLICABLE, words()["falt"]["ej"]
    elif field.may_be_unknown:
        yield UNKNOWN, words()["falt"]["okand"]


def example(bank: Kunskapsbank, kind: str, field: Described) -> Example:
    """A good example from a record where there is one, and a bad one with the reason."""
    texts = _examples()[_case(field)]
    good = _from_records(bank, kind, field) or texts["bra"].replace("{falt}", field.name)
    return Example(good.rstrip(), texts["daligt"].replace("{falt}", field.name), texts["varfor"])


def _case(field: Described) -> str:
    if field.shape == "karta":
        return "karta"
    if field.is_fact:
        return "uppgift"
    if field.shape == "del":
        return "del" if field.is_list else "egna"
    return "lista" if field.is_list else field.shape


def _from_records(bank: Kunskapsbank, kind: str, field: Described) -> str:
    """The shortest way that any record fills the field in, or nothing."""
    if kind == GUIDE:
        return ""
    found = []
    for dumped in _dumped(bank, kind):
        value: Any = dumped.get(field.name)
        if value and value not in (UNKNOWN, NOT_APPLICABLE):
            found.append("\n".join(entry(field.name, value)))
    return min(found, key=lambda text: (len(text), text), default="")


@lru_cache(16)
def _dumped(bank: Kunskapsbank, kind: str) -> tuple[Mapping[str, Any], ...]:
    """The records of a kind as plain data, made once for all fields."""
    return tuple(record.model_dump(exclude_none=True) for record in bank.records(kind).values())


@cache
def _examples() -> Mapping[str, Mapping[str, str]]:
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        files("macros.contribute").joinpath("exempel.yml").read_text("utf-8")
    )
    return loaded
