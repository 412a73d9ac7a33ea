"""The parts of a model's JSON Schema that describe the value at a path of a record's file."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

Steps = tuple[str | int, ...]


@cache
def _schema(model: type[BaseModel]) -> Any:
    return model.model_json_schema()


def fields_at(model: type[BaseModel], path: Steps) -> tuple[str, ...]:
    """The names of the fields that a model allows at a path of the file."""
    return tuple(sorted({name for node in schema_at(model, path) for name in node.get("properties", {})}))


@cache
def all_fields(model: type[BaseModel]) -> frozenset[str]:
    """The names of all fields of a model, in its parts too."""
    parts = (_schema(model), *_schema(model).get("$defs", {}).values())
    return frozenset(name for part in parts for name in part.get("properties", {}))


def schema_at(model: type[BaseModel], path: Steps) -> list[Mapping[str, Any]]:
    """The parts of a model's JSON Schema that describe the value at a path of the file."""
    definitions = _schema(model).get("$defs", {})
    nodes = [_schema(model)]
    for step in path:
        nodes = [child for node in nodes for child in _children(node, step, definitions)]
    return [_resolve(node, definitions) for node in nodes]


def options_at(model: type[BaseModel], path: Steps) -> list[Mapping[str, Any]]:
    """The shapes that the value at a path may have, one by one, also where it may be left out."""
    definitions = _schema(model).get("$defs", {})
    nodes = schema_at(model, path)
    parts = [_resolve(part, definitions) for node in nodes for part in (node, *node.get("anyOf", ()))]
    return [part for part in parts if "anyOf" not in part and part.get("type") != "null"]


def _resolve(node: Any, definitions: Mapping[str, Any]) -> Any:
    while "$ref" in node:
        node = definitions[node["$ref"].rsplit("/", 1)[-1]]
    return node


def _children(node: Any, step: str | int, definitions: Mapping[str, Any]) -> list[Any]:
    node = _resolve(node, definitions)
    options = [_resolve(option, definitions) for option in (*node.get("oneOf", ()), *node.get("anyOf", ()), node)]
    found = []
    for option in options:
        if isinstance(step, int):
            found.append(option.get("items") if isinstance(option.get("items"), dict) else None)
        else:
            extra = option.get("additionalProperties")
            found.append(option.get("properties", {}).get(step) or (extra if isinstance(extra, dict) else None))
    children = [child for child in found if child]
    expanded = [_resolve(child, definitions) for child in children]
    return [*expanded, *[_resolve(part, definitions) for child in expanded for part in child.get("oneOf", ())]]
