"""Nothing is told twice: no two records of a kind have one name, no record lists the same thing again."""

from collections.abc import Iterable, Iterator, Mapping

from macros.checks.material import Material
from macros.loading.messages import told
from macros.loading.validate import SourceFile, Steps, field_reference
from macros.model.base import UNKNOWN
from macros.model.plain import Plain, PlainMap
from macros.problems.problem import Problem

RULE = "dubbelt"
_EVENTS = "handelser"


def check(material: Material) -> Iterable[Problem]:
    """Names, addresses of sources, events and list items that are given twice."""
    seen: dict[tuple[str, str, str], str] = {}
    for file in material.loaded.files.values():
        data = file.parsed.data
        if isinstance(data, dict):
            yield from _names(file, data, seen)
            yield from _lists(file, data, ())


def _names(file: SourceFile, data: PlainMap, seen: dict[tuple[str, str, str], str]) -> Iterator[Problem]:
    keys = file.kind.told_apart_by
    parts = [str(data.get(key) or "").casefold() for key in keys]
    value = " ".join(parts)
    if not parts or "" in parts or UNKNOWN in parts:
        return
    first = seen.setdefault((file.kind.name, keys[0], value), file.shown)
    if first != file.shown:
        what = f"Namnet ”{data.get('namn')}”" if "namn" in keys else "Källan"
        yield _problem(file, (keys[0],), *told("finns_redan", vad=what, fil=first))


def _lists(file: SourceFile, value: Plain, path: Steps) -> Iterator[Problem]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            yield from _lists(file, below, (*path, key))
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            if item in value[:place]:
                what = "Händelsen" if path == (_EVENTS,) else "Samma sak"
                yield _problem(file, (*path, place), *told("dubbelt", vad=what, plats=value.index(item) + 1))
            yield from _lists(file, item, (*path, place))


def _problem(file: SourceFile, path: Steps, message: str, hint: str) -> Problem:
    line, column = file.parsed.values.get(path, (1, 1))
    return Problem(file.shown, line, column, message, hint, rule=RULE, reference=field_reference(file.kind.name, path))
