"""Which strings of a record are texts that another language has words of its own for, and where they stand.

A text is a string that the model neither chooses among values, refers with, nor gives a pattern: names, sentences
and stories, but not dates, keys or addresses.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, TypeVar

from pydantic import BaseModel

from macros.model import KINDS
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.json_schema import Node
from macros.model.shapes import schema_at

Steps = tuple[str | int, ...]
T = TypeVar("T")
MARK_LENGTH = 8
# Written for readers of Swedish.
_EASY_SWEDISH = "lattlast"
# Names may be the same in both languages, and words that only the search or the glossary's links use may be none.
_NAMES = frozenset({"namn", "fullt_namn", "forkortning", "medlemmar"})
_ONLY_OWN = frozenset({"sokord", "synonymer", "bojningar"})


def mark(text: str) -> str:
    """A short mark of a text, whatever its line breaks at the end."""
    return hashlib.sha256(text.strip().encode("utf-8")).hexdigest()[:MARK_LENGTH]


def name_of(path: Steps) -> str:
    """A path as it is written in a record: ”berattelse.0.text”."""
    return ".".join(str(step) for step in path)


def is_text(kind: str, model: type[BaseModel], path: Steps) -> bool:
    """Whether a string at a path of a record has words in each language."""
    if path[0] in KINDS[kind].untranslated or path[0] == _EASY_SWEDISH:
        return False
    return _is_text(model, tuple(0 if isinstance(step, int) else step for step in path))


@lru_cache(maxsize=4096)
def _is_text(model: type[BaseModel], path: Steps) -> bool:
    return any(_holds_text(node) for node in schema_at(model, path))


def _holds_text(node: Node) -> bool:
    if node.get("anyOf") or node.get("oneOf"):
        return any(_holds_text(option) for option in (*node.get("anyOf", ()), *node.get("oneOf", ())))
    chosen = {"pattern", "enum", "const", "x-slag", "x-kriterium"} & set(node)
    return node.get("type") == "string" and "minLength" in node and not chosen


def is_wanted(kind: str, path: Steps) -> bool:
    """Whether a text ought to have a translation: names of groups and norms may be the same in both languages."""
    return not is_own(path) and not (KINDS[kind].named_alike and path[0] in _NAMES)


def is_own(path: Steps) -> bool:
    """Whether a text without a translation has nothing to say in another language: words to search for."""
    return path[0] in _ONLY_OWN


def texts(kind: str, model: type[BaseModel], data: object) -> Iterator[tuple[Steps, str]]:
    """Every text of a record, as data or as the record itself, with its path."""
    found: list[tuple[Steps, str]] = []

    def note(path: Steps, text: str) -> str:
        found.append((path, text))
        return text

    changed(kind, model, data, note)
    return iter(found)


def _has_words(text: str) -> bool:
    """Whether a string says something: years alone are the same in every language, as is that nothing is known."""
    return text not in (UNKNOWN, NOT_APPLICABLE) and any(sign.isalpha() for sign in text)


def changed(kind: str, model: type[BaseModel], value: T, change: Callable[[Steps, str], str | None]) -> T:
    """The record, or its data, with what `change` makes of each text; a text in a list that becomes None goes."""

    def walk(part: Any, path: Steps) -> Any:
        if isinstance(part, BaseModel):
            before = {name: getattr(part, name) for name in type(part).model_fields}
            after = {name: walk(inner, (*path, name)) for name, inner in before.items()}
            update = {name: inner for name, inner in after.items() if inner is not before[name]}
            return part.model_copy(update=update) if update else part
        if isinstance(part, Mapping):
            inside = {key: walk(inner, (*path, key)) for key, inner in part.items()}
            same = all(inside[key] is part[key] for key in part)
            return part if same else inside if isinstance(part, dict) else MappingProxyType(inside)
        if isinstance(part, tuple):
            made = tuple(walk(inner, (*path, place)) for place, inner in enumerate(part))
            kept = tuple(inner for inner in made if inner is not None)
            return part if all(a is b for a, b in zip(made, part, strict=True)) else kept
        return change(path, part) if isinstance(part, str) and _has_words(part) and is_text(kind, model, path) else part

    made: T = walk(value, ())
    return made
