"""The fields of a kind of record, described for people: templates, forms and the reference read this.

Everything comes from the model's JSON Schema, so that a new field shows up everywhere by itself.
"""

from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pydantic import BaseModel

from macros.model.base import UNKNOWN
from macros.model.json_schema import Definitions, Node, resolved, schema_of

Shape = Literal["rad", "text", "datum", "ar", "tal", "adress", "avser", "val", "lista", "karta", "del"]


@dataclass(frozen=True)
class Described:
    """One field: its names, whether it must be there, and what it holds.

    `is_fact` tells that each value carries sources; `is_list` that there may be several values.
    `allowed` are values written in the model, `criterion` names the file that lists them, `refers`
    the kind of record that is named. `parts` are the fields of a composed value.
    """

    name: str
    title: str
    description: str
    required: bool
    shape: Shape
    is_fact: bool = False
    is_list: bool = False
    may_be_unknown: bool = False
    allowed: tuple[str, ...] = ()
    criterion: str = ""
    refers: str = ""
    longest: int | None = None
    shortest: int | None = None
    parts: tuple["Described", ...] = ()


@cache
def fields(model: type[BaseModel]) -> tuple[Described, ...]:
    """Every field of a model, in the order of the model."""
    schema = schema_of(model)
    return _fields(schema, schema.get("$defs", {}))


def _fields(node: Node, definitions: Definitions) -> tuple[Described, ...]:
    required = node.get("required", ())
    return tuple(_field(name, raw, definitions, required=name in required) for name, raw in node["properties"].items())


def _field(name: str, raw: Node, definitions: Definitions, *, required: bool) -> Described:
    node = resolved(raw, definitions)
    shapes = [resolved(shape, definitions) for shape in (*node.get("oneOf", ()), *node.get("anyOf", ()))]
    shapes = [shape for shape in shapes if shape.get("type") != "null"]
    may_be_unknown = any(UNKNOWN in shape.get("enum", (shape.get("const"),)) for shape in shapes)
    fact = next((shape for shape in shapes if "varde" in shape.get("properties", {})), None)
    if fact:
        value = _field("varde", fact["properties"]["varde"], definitions, required=True)
        described = replace(value, is_fact=True, parts=_fields(fact, definitions))
    else:
        useful = [shape for shape in shapes if UNKNOWN not in shape.get("enum", (shape.get("const"),))]
        described = _single(useful[0] if useful else node, definitions)
    return replace(
        described,
        name=name,
        title=raw.get("title", name),
        description=raw.get("description", ""),
        required=required,
        may_be_unknown=may_be_unknown,
    )


def _single(node: Node, definitions: Definitions) -> Described:
    """What one shape of a value holds; the field that has it gives it its names."""
    node = resolved(node, definitions)
    if node.get("type") == "array":
        return replace(_single(node["items"], definitions), is_list=True)
    if "properties" in node:
        return Described("", "", "", required=True, shape="del", parts=_fields(node, definitions))
    inner = node.get("additionalProperties")
    if isinstance(inner, dict):
        return replace(_field("", inner, definitions, required=True), shape="karta")
    return Described(
        "",
        "",
        "",
        required=True,
        shape=_shape(node),
        allowed=tuple(str(value) for value in node.get("enum", (node["const"],) if "const" in node else ())),
        criterion=node.get("x-kriterium", ""),
        refers=node.get("x-slag", ""),
        longest=node.get("maxLength"),
        shortest=node.get("minLength"),
    )


def _shape(node: Node) -> Shape:
    if node.get("format") == "markdown":
        return "text"
    if node.get("type") in {"integer", "number"}:
        return "ar" if node["type"] == "integer" and node.get("minimum", 0) > 1000 else "tal"  # noqa: PLR2004
    if "enum" in node or "const" in node or "x-kriterium" in node:
        return "val"
    pattern = str(node.get("pattern", ""))
    if "02-29" in pattern:
        return "datum"
    if pattern.startswith(r"^\d{4}(–"):
        return "avser"
    return "adress" if any("https?" in str(part) for part in node.get("allOf", ())) else "rad"
