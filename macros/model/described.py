"""Collects the kinds of records that criteria describe, and all others but the criteria themselves.

A module of this package that has a `KIND` is a kind: a new one needs no entry anywhere. Criteria come after, since
their model lists the kinds that they may apply to.
"""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from macros.model.kind import Kind
from macros.model.value_kinds import fact_fields

_OWN = frozenset({"__init__", "described", "kriterium"})


def _collected() -> Iterator[Kind]:
    for path in sorted(Path(__file__).parent.glob("*.py")):
        if path.stem not in _OWN:
            kind = getattr(import_module(f"macros.model.{path.stem}"), "KIND", None)
            if isinstance(kind, Kind):
                yield kind


DESCRIBED: tuple[Kind, ...] = tuple(sorted(_collected(), key=lambda kind: (kind.place, kind.name)))
# The kinds whose records hold facts, and which criteria may apply to.
WITH_FACTS: tuple[str, ...] = tuple(kind.name for kind in DESCRIBED if fact_fields(kind.model))
