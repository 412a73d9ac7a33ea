"""What is said of a field to those who fill it in: what it holds, and an example from the records."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from macros.kunskapsbank import Kunskapsbank
from macros.loading.yaml_text import entry
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.fields import Described
from macros.model.plain import Plain, PlainMap
from macros.ord import words, words_of
from macros.own_files import own_yaml

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
    values = (dumped.get(field.name) for dumped in _dumped(bank, kind))
    told = ((_signs(value), value) for value in values if value and value not in (UNKNOWN, NOT_APPLICABLE))
    best = ""
    # Written out is never shorter than its signs, so that only the shortest values are written.
    for signs, value in sorted(told, key=lambda pair: pair[0]):
        if best and signs > len(best):
            break
        text = "\n".join(entry(field.name, value))
        best = min(best or text, text, key=lambda each: (len(each), each))
    return best


def _signs(value: Plain) -> int:
    """How many signs a value has that are no spaces."""
    if isinstance(value, Mapping):
        return sum(map(_signs, value.values()))
    if isinstance(value, list | tuple):
        return sum(map(_signs, value))
    return len("".join(value.split())) if isinstance(value, str) else 0


@lru_cache(16)
def _dumped(bank: Kunskapsbank, kind: str) -> tuple[PlainMap, ...]:
    """The records of a kind as plain data, made once for all fields."""
    return tuple(record.model_dump(exclude_none=True) for record in bank.records(kind).values())


@cache
def _examples() -> Mapping[str, Mapping[str, str]]:
    loaded: Mapping[str, Mapping[str, str]] = own_yaml("macros.forms", "exempel.yml")
    return loaded
