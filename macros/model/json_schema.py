"""The JSON Schema that pydantic writes of a model: the parts of it that are read, and where its references lead."""

from collections.abc import Mapping
from functools import cache
from typing import TypedDict

from pydantic import BaseModel

# Every key may be missing; a part of a schema is described by the few that it has.
Node = TypedDict(
    "Node",
    {
        "$defs": dict[str, "Node"],
        "$ref": str,
        "title": str,
        "description": str,
        "type": str,
        "format": str,
        "const": str,
        "enum": list[str],
        "pattern": str,
        "minimum": float,
        "maximum": float,
        "minLength": int,
        "maxLength": int,
        "minItems": int,
        "maxItems": int,
        "items": "Node",
        "properties": dict[str, "Node"],
        "required": list[str],
        "additionalProperties": "Node | bool",
        "patternProperties": dict[str, "Node"],
        "propertyNames": "Node",
        "anyOf": list["Node"],
        "oneOf": list["Node"],
        "allOf": list["Node"],
        "not": "Node",
        "default": object,
        "deprecated": bool,
        "x-slag": str,
        "x-kriterium": str,
        "x-samling": str,
    },
    total=False,
)
Definitions = Mapping[str, Node]


@cache
def schema_of(model: type[BaseModel], *, published: bool = False) -> Node:
    """The schema of what a model reads, or of what it gives when it is `published`; only to be read."""
    node: Node = model.model_json_schema(mode="serialization" if published else "validation")  # type: ignore[assignment]
    return node


def resolved(node: Node, definitions: Definitions) -> Node:
    """A part of a schema, or the definition that it refers to."""
    while "$ref" in node:
        node = definitions[node["$ref"].rsplit("/", 1)[-1]]
    return node
