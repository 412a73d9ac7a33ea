"""What a field's annotation says of its values: the kind of value that a criterion shows, and where choices come from.

The one place that reads it, so that the vocabulary in `data/kriterier/` cannot contradict the models.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from macros.model.base import Artal, Fakta, JaNej, Tal
from macros.model.names import Ref, Val

ValueKind = Literal["text", "tal", "artal", "janej", "val", "vallista"]


@dataclass(frozen=True)
class Shown:
    """How the values of a field are shown; `choices` is the criterion that lists the allowed ones."""

    kind: ValueKind
    choices: str = ""


def shown_as(model: type[BaseModel], name: str) -> Shown | None:
    """How a field is shown under a criterion; nothing when it holds no single value, as stories and references do."""
    field = model.model_fields[name]
    if get_origin(field.annotation) is Fakta:
        return _shown(get_args(field.annotation)[0], [])
    # Without a source of its own only a choice is comparable: the other fields name, date and tell.
    found = _shown(field.annotation, list(field.metadata))
    return found if found and found.choices else None


def _shown(annotation: Any, metadata: list[object]) -> Shown | None:
    """The kind of a plain value; pydantic keeps the marks of a field's own annotation apart from it."""
    base, marks = _parts(annotation)
    marks = [*metadata, *marks]
    choices = next((mark.criterion for mark in marks if isinstance(mark, Val)), "")
    if any(isinstance(mark, Ref) for mark in marks):
        return None
    if get_origin(base) is tuple:
        inner = _shown(get_args(base)[0], [])
        return Shown("vallista", inner.choices) if inner and inner.choices else None
    if choices:
        return Shown("val", choices)
    known: dict[Any, ValueKind] = {JaNej: "janej", _parts(Artal)[0]: "artal", _parts(Tal)[0]: "tal", str: "text"}
    return Shown(known[base]) if base in known else None


def _parts(annotation: Any) -> tuple[Any, list[object]]:
    """An annotation without its marks, and the marks."""
    if get_origin(annotation) is Annotated:
        base, *marks = get_args(annotation)
        inner, more = _parts(base)
        return inner, [*more, *marks]
    if get_origin(annotation) is not None and type(None) in get_args(annotation):
        return _parts(next(part for part in get_args(annotation) if part is not type(None)))
    return annotation, []


def comparable_fields(model: type[BaseModel]) -> Iterator[str]:
    """The names of the fields that a criterion can show."""
    return (name for name in model.model_fields if shown_as(model, name) is not None)


@cache
def referring_fields(model: type[BaseModel]) -> Mapping[str, str]:
    """The kind of record that each field of references names, one record or several, by the field."""
    found = {}
    for name, field in model.model_fields.items():
        base, marks = _parts(field.annotation)
        if get_origin(base) is tuple:
            marks = [*marks, *_parts(get_args(base)[0])[1]]
        kinds = [mark.kind for mark in (*field.metadata, *marks) if isinstance(mark, Ref)]
        if kinds:
            found[name] = kinds[0]
    return found


@cache
def fact_fields(model: type[BaseModel]) -> frozenset[str]:
    """The names of a model's fields that hold facts with sources."""
    return frozenset(name for name, field in model.model_fields.items() if get_origin(field.annotation) is Fakta)
