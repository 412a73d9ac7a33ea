"""The parts of a model's JSON Schema that describe the value at a path of a record's file."""

from functools import cache

from pydantic import BaseModel

from macros.model.json_schema import Definitions, Node, resolved, schema_of

Steps = tuple[str | int, ...]


def fields_at(model: type[BaseModel], path: Steps) -> tuple[str, ...]:
    """The names of the fields that a model allows at a path of the file."""
    return tuple(sorted({name for node in schema_at(model, path) for name in node.get("properties", {})}))


@cache
def all_fields(model: type[BaseModel]) -> frozenset[str]:
    """The names of all fields of a model, in its parts too."""
    parts = (schema_of(model), *schema_of(model).get("$defs", {}).values())
    return frozenset(name for part in parts for name in part.get("properties", {}))


def schema_at(model: type[BaseModel], path: Steps) -> list[Node]:
    """The parts of a model's JSON Schema that describe the value at a path of the file."""
    definitions = schema_of(model).get("$defs", {})
    nodes = [schema_of(model)]
    for step in path:
        nodes = [child for node in nodes for child in _children(node, step, definitions)]
    return [resolved(node, definitions) for node in nodes]


def options_at(model: type[BaseModel], path: Steps) -> list[Node]:
    """The shapes that the value at a path may have, one by one, also where it may be left out."""
    definitions = schema_of(model).get("$defs", {})
    nodes = schema_at(model, path)
    parts = [resolved(part, definitions) for node in nodes for part in (node, *node.get("anyOf", ()))]
    return [part for part in parts if "anyOf" not in part and part.get("type") != "null"]


def _children(node: Node, step: str | int, definitions: Definitions) -> list[Node]:
    node = resolved(node, definitions)
    options = [resolved(option, definitions) for option in (*node.get("oneOf", ()), *node.get("anyOf", ()), node)]
    found: list[Node | None] = []
    for option in options:
        if isinstance(step, int):
            found.append(option.get("items"))
        else:
            extra = option.get("additionalProperties")
            found.append(option.get("properties", {}).get(step) or (extra if isinstance(extra, dict) else None))
    children = [child for child in found if child]
    expanded = [resolved(child, definitions) for child in children]
    return [*expanded, *[resolved(part, definitions) for child in expanded for part in child.get("oneOf", ())]]
