"""What changed in a record between two versions of its file, fact by fact. Pure."""

from collections.abc import Iterator, Mapping

from macros.history.entries import Change
from macros.model.plain import Plain, PlainMap

# What only the search, the linking of terms or the order of lists reads, and the days that the record keeps itself.
UNSEEN = frozenset({"sokord", "bojningar", "lankas", "kallas", "ordning", "andrad", "granskad", "hamtad", "provad"})
# What only the drawing of a figure reads, beside what a figure says.
_DRAWN = frozenset({"figur", "roll"})
_LONGEST = 220
Data = PlainMap


def changes(before: Data, after: Data) -> tuple[Change, ...]:
    """The fields that say something else than before, in the order of the newer file."""
    names = dict.fromkeys((*after, *before))
    return tuple(
        change for name in names if name not in UNSEEN for change in _field(name, before.get(name), after.get(name))
    )


def _field(name: str, before: Plain, after: Plain) -> Iterator[Change]:
    if before == after:
        return
    first, last = _by_name(before), _by_name(after)
    if first is not None or last is not None:
        first, last = first or {}, last or {}
        for key in dict.fromkeys((*last, *first)):
            for change in _field(name, first.get(key), last.get(key)):
                yield Change(name, key, change.before, change.after, change.text)
    elif _is_long(before) or _is_long(after):
        yield Change(name, text=True)
    else:
        old, new = _said(before), _said(after)
        gone, come = tuple(item for item in old if item not in new), tuple(item for item in new if item not in old)
        if gone or come:
            yield Change(name, "", gone, come)


def _by_name(value: Plain) -> PlainMap | None:
    """The facts of a value that has them by name, as the characteristics of a group; None of others."""
    return value if isinstance(value, Mapping) and "kallor" not in value else None


def _is_long(value: Plain) -> bool:
    """Whether a value is running text, or parts that hold it."""
    if isinstance(value, str):
        return "\n" in value or len(value) > _LONGEST
    parts = value if isinstance(value, tuple | list) else ()
    return any(_is_long(part) or (isinstance(part, Mapping) and "kallor" not in part) for part in parts)


def _said(value: Plain) -> tuple[PlainMap, ...]:
    """Each thing that a field says, as files of the history hold it."""
    if value is None:
        return ()
    if isinstance(value, tuple | list) and any(isinstance(part, Mapping) for part in value):
        return tuple(_plain(part) for part in value)
    return (_plain(value),)


def _plain(value: Plain) -> PlainMap:
    said = dict(value) if isinstance(value, Mapping) else {"varde": value}
    seen = {name: part for name, part in said.items() if name not in _DRAWN}
    return {name: list(part) if isinstance(part, tuple) else part for name, part in seen.items()}
