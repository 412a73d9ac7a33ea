"""The reference for contributors: a page for each kind of record that describes every field.

Pure functions from models and records to Markdown; the site's generator gives the pages an address.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from macros.drawing import draw
from macros.forms.field_help import GUIDE, Example, example, holds
from macros.forms.forms import as_mail, forms
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.fields import Described, fields
from macros.model.sidhuvud import Sidhuvud
from macros.ord import words, words_of

FOLDER = "bidra/falt"
MAIL_FOLDER = "bidra/e-post"


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
    names = {name: words_of(name)["namn"] for name in (*KINDS, GUIDE)}
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
