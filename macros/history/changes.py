"""What changed in a record between two versions of its file, fact by fact. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.history.entries import Change

# What only the search, the linking of terms or the order of lists reads, and the days that the record keeps itself.
UNSEEN = frozenset({"sokord", "bojningar", "lankas", "kallas", "ordning", "andrad", "granskad", "hamtad", "provad"})
# What only the drawing of a figure reads, beside what a figure says.
_DRAWN = frozenset({"figur", "roll"})
_LONGEST = 220
Data = Mapping[str, Any]


def changes(before: Data, after: Data) -> tuple[Change, ...]:
    """The fields that say something else than before, in the order of the newer file."""
    names = dict.fromkeys((*after, *before))
    return tuple(
        change for name in names if name not in UNSEEN for change in _field(name, before.get(name), after.get(name))
    )


def _field(name: str, before: Any, after: Any) -> Iterator[Change]:
    if before == after:
        return
    if _is_map(before) or _is_map(after):
        old, new = (part if _is_map(part) else {} for part in (before, after))
        for key in dict.fromkeys((*new, *old)):
            for change in _field(name, old.get(key), new.get(key)):
                yield Change(name, key, change.before, change.after, change.text)
    elif _is_long(before) or _is_long(after):
        yield Change(name, text=True)
    else:
        old, new = _said(before), _said(after)
        gone, come = tuple(item for item in old if item not in new), tuple(item for item in new if item not in old)
        if gone or come:
            yield Change(name, "", gone, come)


def _is_map(value: Any) -> bool:
    """Whether a value has facts by name, as the characteristics of a group."""
    return isinstance(value, Mapping) and "kallor" not in value


def _is_long(value: Any) -> bool:
    """Whether a value is running text, or parts that hold it."""
    if isinstance(value, str):
        return "\n" in value or len(value) > _LONGEST
    parts = value if isinstance(value, tuple | list) else ()
    return any(_is_long(part) or (isinstance(part, Mapping) and "kallor" not in part) for part in parts)


def _said(value: Any) -> tuple[dict[str, Any], ...]:
    """Each thing that a field says, as files of the history hold it."""
    if value is None:
        return ()
    several = isinstance(value, tuple | list) and any(isinstance(part, Mapping) for part in value)
    return tuple(_plain(part) for part in (value if several else (value,)))


def _plain(value: Any) -> dict[str, Any]:
    said = dict(value) if isinstance(value, Mapping) else {"varde": value}
    seen = {name: part for name, part in said.items() if name not in _DRAWN}
    return {name: list(part) if isinstance(part, tuple) else part for name, part in seen.items()}
