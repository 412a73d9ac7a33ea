"""What changes in records between two materials: values before and after, names, dates. Pure."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from macros.checks.material import Material
from macros.contribute.following import Follow
from macros.history.changes import UNSEEN
from macros.loading.validate import SourceFile, Steps
from macros.model import KINDS
from macros.model.plain import Plain

# A record's kind and identifier.
Key = tuple[str, str]
CHANGED = "andrad"
# Two records are one that got a new name when at least this part of their values is the same.
_SAME_RECORD = 0.6
_MOST_COMPARED = 10_000
_SCHEME = re.compile(r"https?://\S+")


@dataclass(frozen=True)
class Value:
    """A value of a record that changed; an empty text where it was missing."""

    field: str
    before: str
    after: str

    @property
    def hosts(self) -> tuple[str, str] | None:
        """The two websites, when an address leads to another one than before."""
        if not (_SCHEME.fullmatch(self.before) and _SCHEME.fullmatch(self.after)):
            return None
        old, new = _host(self.before), _host(self.after)
        return None if old == new else (old, new)


@dataclass(frozen=True)
class Record:
    """A record that was added, removed, moved, taken back or changed, or that only follows another's new name.

    `earlier` is the file that it had before it moved, `stale` whether it says something else but keeps the day of
    its last change.
    """

    path: str
    change: str
    values: tuple[Value, ...] = ()
    address: str = ""
    earlier: str = ""
    stale: bool = False


def data_of(file: SourceFile | None) -> Plain:
    """What a file says, or None where there is none."""
    return file.parsed.data if file else None


def renamed(before: Material, after: Material) -> Mapping[Key, Key]:
    """The new name of each record that has got one, by the old: told by the file it left, or seen by what it says."""
    told = {
        (kind, old): (kind, new)
        for kind, entries in after.loaded.names.moved.items()
        for old, new in entries.items()
        if (kind, old) in before.loaded.files and not before.loaded.names.is_gone(kind, old)
    }
    gone = sorted(set(before.loaded.files) - set(after.loaded.files))
    come = sorted(set(after.loaded.files) - set(before.loaded.files) - set(told.values()))
    if len(gone) * len(come) > _MOST_COMPARED:
        return told
    pairs = sorted(
        ((_likeness(before, old, after, new), old, new) for old in gone for new in come if old[0] == new[0]),
        reverse=True,
    )
    for likeness, old, new in pairs:
        if likeness >= _SAME_RECORD and old not in told and new not in told.values():
            told[old] = new
    return told


def _likeness(before: Material, old: Key, after: Material, new: Key) -> float:
    one = set(leaves(data_of(before.loaded.files[old])))
    other = set(leaves(data_of(after.loaded.files[new])))
    return len(one & other) / max(len(one), len(other), 1)


def changed_records(
    before: Material, after: Material, names: Mapping[Key, Key], follow: Follow = str
) -> Iterator[Record]:
    """Every record that changed. One that moved stands once, under its new name."""
    earlier = {new: old for old, new in names.items()}
    for key in sorted({*before.loaded.files, *after.loaded.files} - set(names)):
        old, new = before.loaded.files.get(earlier.get(key, key)), after.loaded.files.get(key)
        values = tuple(changed_values(data_of(old), data_of(new), follow))
        if key in earlier:
            yield _record(key, "flyttad", values, earlier=_path(earlier[key]))
        elif data_of(old) != data_of(new):
            follows = follow is not str and old and new and not values
            yield _record(key, "följer" if follows else _change(key, old, new, after), values)


def _change(key: Key, old: SourceFile | None, new: SourceFile | None, after: Material) -> str:
    if new is None:
        return "borttagen"
    if key[1] in after.loaded.names.withdrawn.get(key[0], ()):
        return "återkallad"
    return "ny" if old is None else "ändrad"


def _record(key: Key, change: str, values: tuple[Value, ...], earlier: str = "") -> Record:
    folder = KINDS[key[0]].page_folder
    shown = tuple(value for value in values if value.after) if change == "återkallad" else values
    address = f"/{folder}/{key[1]}/" if folder else ""
    stale = change in {"ändrad", "flyttad"} and CHANGED in KINDS[key[0]].model.model_fields and is_stale(values)
    return Record(_path(key), change, shown, address, earlier, stale=stale)


def _path(key: Key) -> str:
    return f"data/{KINDS[key[0]].folder}/{key[1]}.yml"


def is_stale(values: Iterable[Value]) -> bool:
    """Whether what a reader sees changed, but not to a later day of change."""
    changed = {value.field: value for value in values}
    raised = CHANGED in changed and changed[CHANGED].after > changed[CHANGED].before
    return not raised and any(field.split(".")[0] not in UNSEEN for field in changed)


def changed_values(before: Plain, after: Plain, follow: Follow = str) -> Iterator[Value]:
    """The single values that differ, but for references that only follow a new name."""
    old, new = dict(leaves(before)), dict(leaves(after))
    for path in sorted({*old, *new}, key=lambda steps: [str(step) for step in steps]):
        was, now = old.get(path, ""), new.get(path, "")
        if now not in {was, follow(was)}:
            yield Value(".".join(str(step) for step in path), follow(was), now)


def leaves(data: Plain, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Every single value with its path; a list of plain values is one value."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, tuple) and any(isinstance(value, dict) for value in data):
        for number, value in enumerate(data, 1):
            yield from leaves(value, (*path, number))
    elif data is not None:
        yield path, ", ".join(str(value) for value in data) if isinstance(data, tuple) else str(data)


def _host(address: str) -> str:
    """The website of an address, without the www that many have on both names; a damaged address is its own host."""
    try:
        return (urlsplit(address).hostname or address).removeprefix("www.")
    except ValueError:
        return address
