"""What is said of a field to those who fill it in: what it holds, and an example from the records."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

import yaml

from macros.kunskapsbank import Kunskapsbank
from macros.loading.yaml_text import entry
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.fields import Described
from macros.model.plain import Plain, PlainMap
from macros.ord import words, words_of

GUIDE = "sida"


@dataclass(frozen=True)
class Example:
    """How a field is written, how it is not, and why not."""

    good: str
    bad: str
    why: str


def holds(field: Described) -> str:
    """What a field holds, in a phrase."""
    text = words()["falt"]["innehall"]
    shape = "referens" if field.refers else _case(field) if field.shape == "del" else field.shape
    single: str = text["ord" if shape == "rad" and not field.longest else shape].format(
        slag=words_of(field.refers)["en"] if field.refers else "", hogst=field.longest
    )
    several: str = text["flera"].format(vad=single) if field.is_list and field.shape != "del" else single
    return str(text["uppgift"].format(vad=several)) if field.is_fact else several


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
        value: Plain = dumped.get(field.name)
        if value and value not in (UNKNOWN, NOT_APPLICABLE):
            found.append("\n".join(entry(field.name, value)))
    return min(found, key=lambda text: (len(text), text), default="")


@lru_cache(16)
def _dumped(bank: Kunskapsbank, kind: str) -> tuple[PlainMap, ...]:
    """The records of a kind as plain data, made once for all fields."""
    return tuple(record.model_dump(exclude_none=True) for record in bank.records(kind).values())


@cache
def _examples() -> Mapping[str, Mapping[str, str]]:
    loaded: Mapping[str, Mapping[str, str]] = yaml.safe_load(
        files("macros.forms").joinpath("exempel.yml").read_text("utf-8")
    )
    return loaded
