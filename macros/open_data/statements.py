"""Statements with sources in a record: facts, figures, events, lists of members.

A statement is read from the published form, where anything that carries `kallor` is one. So a new field that holds
facts is published without a line of its own here.
"""

import dataclasses
from collections.abc import Iterator, Mapping
from typing import Literal, get_args

from pydantic import BaseModel

from macros.facts.cells import Status
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.plain import Json, Meta

# The status of a cell by the word that stands instead of a fact.
STATUS_OF_WORD: Mapping[str, Status] = {UNKNOWN: "saknas", NOT_APPLICABLE: "ej"}
# What a statement says and the year it speaks of: the first of these that it has.
_VALUE = ("varde", "text", "namn")
_YEAR = ("avser", "ar")
_COMMON = frozenset({"kallor", "kommentar", "egen_tolkning"})


@dataclasses.dataclass(frozen=True)
class Statement:
    """One statement; `key` is its name in a map, `number` its place among several, `rest` its other fields."""

    field: str
    key: str = ""
    number: int = 1
    status: Status = "kand"
    value: object = None
    year: str = ""
    sources: tuple[str, ...] = ()
    own_reading: bool = False
    comment: str = ""
    rest: Json = dataclasses.field(default_factory=dict)


def statements(record: Json, fields: Iterator[str] | tuple[str, ...]) -> Iterator[Statement]:
    """Every statement in some fields of a published record, in the order of the fields."""
    for name in fields:
        yield from _in(name, "", record.get(name))


def _in(name: str, key: str, value: object) -> Iterator[Statement]:
    if isinstance(value, str):
        yield Statement(name, key, status=STATUS_OF_WORD[value])
    elif isinstance(value, list):
        for number, item in enumerate(value, 1):
            yield _statement(name, key, number, item)
    elif isinstance(value, Mapping) and "kallor" in value:
        yield _statement(name, key, 1, value)
    elif isinstance(value, Mapping):
        for inner, each in value.items():
            yield from _in(name, inner, each)


def _statement(name: str, key: str, number: int, said: Meta) -> Statement:
    value, year = _first(_VALUE, said), _first(_YEAR, said)
    return Statement(
        name,
        key,
        number,
        value=said[value],
        year=str(said.get(year) or ""),
        sources=tuple(said["kallor"]),
        own_reading=said.get("egen_tolkning") == "ja",
        comment=said.get("kommentar") or "",
        rest={other: said[other] for other in said if other not in _COMMON | {value, year}},
    )


def _first(names: tuple[str, ...], said: Meta) -> str:
    return next((name for name in names if name in said), "")


def statement_models(model: type[BaseModel]) -> Mapping[str, type[BaseModel]]:
    """The fields of a model that hold statements, with the class of one statement."""
    found = {name: _sourced(each.annotation) for name, each in model.model_fields.items()}
    return {name: each for name, each in found.items() if each is not None}


def _sourced(annotation: object) -> type[BaseModel] | None:
    """The class within an annotation whose sources are required."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        sources = annotation.model_fields.get("kallor")
        return annotation if sources and sources.is_required() else None
    alias = getattr(annotation, "__value__", None)
    parts = (*get_args(annotation), *((alias,) if alias is not None else ()))
    return next((found for part in parts if part is not Literal and (found := _sourced(part)) is not None), None)


def other_fields(model: type[BaseModel]) -> Mapping[str, type[BaseModel]]:
    """The fields of statements that have no common column, in their order, with the class that has the field."""
    found: dict[str, type[BaseModel]] = {}
    for said in statement_models(model).values():
        names = dict.fromkeys(said.model_fields)
        shared = _COMMON | {_first(_VALUE, names), _first(_YEAR, names)}
        found = {**{name: said for name in said.model_fields if name not in shared}, **found}
    return found
