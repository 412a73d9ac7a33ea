"""The fields of a kind of record, described for people: templates, forms and the reference read this.

Everything comes from the model's JSON Schema, so that a new field shows up everywhere by itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel

from macros.model.base import UNKNOWN

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
    schema = model.model_json_schema()
    return _fields(schema, schema.get("$defs", {}))


def _fields(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> tuple[Described, ...]:
    required = node.get("required", ())
    return tuple(_field(name, raw, name in required, definitions) for name, raw in node["properties"].items())


def _field(name: str, raw: Mapping[str, Any], required: bool, definitions: Mapping[str, Any]) -> Described:  # noqa: FBT001
    node = _resolve(raw, definitions)
    titles = {"title": raw.get("title", name), "description": raw.get("description", "")}
    shapes = [_resolve(shape, definitions) for shape in (*node.get("oneOf", ()), *node.get("anyOf", ()))]
    shapes = [shape for shape in shapes if shape.get("type") != "null"]
    may_be_unknown = any(UNKNOWN in shape.get("enum", (shape.get("const"),)) for shape in shapes)
    fact = next((shape for shape in shapes if "varde" in shape.get("properties", {})), None)
    if fact:
        value = _field("varde", fact["properties"]["varde"], True, definitions)  # noqa: FBT003
        described: dict[str, Any] = {**_values(value), "is_fact": True, "parts": _fields(fact, definitions)}
    else:
        useful = [shape for shape in shapes if UNKNOWN not in shape.get("enum", (shape.get("const"),))]
        described = _values(_single(name, useful[0] if useful else node, definitions))
    return Described(name, **titles, required=required, **{**described, "may_be_unknown": may_be_unknown})


def _values(field: Described) -> dict[str, Any]:
    own = {"name", "title", "description", "required", "may_be_unknown"}
    return {key: value for key, value in vars(field).items() if key not in own}


def _single(name: str, node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Described:
    """What one shape of a value holds."""
    node = _resolve(node, definitions)
    common: dict[str, Any] = {"name": name, "title": "", "description": "", "required": True}
    if node.get("type") == "array":
        inner = _single(name, node["items"], definitions)
        return Described(**{**vars(inner), "is_list": True})
    if "properties" in node:
        return Described(**common, shape="del", parts=_fields(node, definitions))
    if "additionalProperties" in node and isinstance(node["additionalProperties"], Mapping):
        inner = _field(name, node["additionalProperties"], True, definitions)  # noqa: FBT003
        return Described(**{**common, **_values(inner), "shape": "karta"})
    return Described(
        **common,
        shape=_shape(node),
        allowed=tuple(str(value) for value in node.get("enum", (node["const"],) if "const" in node else ())),
        criterion=node.get("x-kriterium", ""),
        refers=node.get("x-slag", ""),
        longest=node.get("maxLength"),
        shortest=node.get("minLength"),
    )


def _shape(node: Mapping[str, Any]) -> Shape:
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


def _resolve(node: Mapping[str, Any], definitions: Mapping[str, Any]) -> Mapping[str, Any]:
    while "$ref" in node:
        node = definitions[node["$ref"].rsplit("/", 1)[-1]]
    return node
