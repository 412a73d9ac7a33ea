"""The entries of the history as files hold them: one file a day, `data/andringar/<day>.json`."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, TypedDict

from macros.model.plain import PlainMap

FOLDER = "andringar"
# Pages of guidance have entries too, beside the kinds of records.
GUIDANCE = "vagledning"
# The keys of the files, by the names here.
_KEYS = {"kind": "slag", "identifier": "id", "name": "namn", "what": "vad", "to": "flyttad_till"}
_CHANGE_KEYS = {"field": "falt", "key": "nyckel", "before": "fore", "after": "efter", "text": "text"}
What = Literal["ny", "andrad", "borttagen", "flyttad"]


class ChangeRow(TypedDict, total=False):
    """A change as files hold it; what says nothing is left out."""

    falt: str
    nyckel: str
    fore: list[PlainMap]
    efter: list[PlainMap]
    text: bool


class Row(TypedDict, total=False):
    """An entry as files hold it, without its day; what says nothing is left out."""

    slag: str
    id: str
    namn: str
    vad: What
    flyttad_till: str
    andringar: list[ChangeRow]


@dataclass(frozen=True)
class Change:
    """A field that changed: what was said before and after; `text` is a longer text, which is not repeated."""

    field: str
    key: str = ""
    before: tuple[PlainMap, ...] = ()
    after: tuple[PlainMap, ...] = ()
    text: bool = False


def sources_of(said: PlainMap) -> tuple[str, ...]:
    """The keys of the sources of something that was said."""
    found = said.get("kallor")
    return tuple(str(key) for key in found) if isinstance(found, list | tuple) else ()


@dataclass(frozen=True)
class Entry:
    """A record or page that changed on a day; `to` is the new identifier of one that moved."""

    day: str
    kind: str
    identifier: str
    name: str
    what: What
    to: str = ""
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True)
class Day:
    """The entries of a day, and the revision in git up to which they tell."""

    day: str
    revision: str
    entries: tuple[Entry, ...]


def as_row(entry: Entry) -> dict[str, object]:
    """An entry as files and open data hold it, without its day."""
    row = {_KEYS[name]: getattr(entry, name) for name in ("kind", "identifier", "name", "what", "to")}
    rows = [
        {key: value for name, key in _CHANGE_KEYS.items() if (value := getattr(change, name))}
        for change in entry.changes
    ]
    return {name: value for name, value in {**row, "andringar": rows}.items() if value}


def as_text(day: Day) -> str:
    """The file of a day."""
    content = {"revision": day.revision, "poster": [as_row(entry) for entry in day.entries]}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def read_days(data: Path) -> tuple[Day, ...]:
    """The days of the history, oldest first; none where there is no history."""
    return tuple(_day(path) for path in sorted((data / FOLDER).glob("????-??-??.json")))


def _day(path: Path) -> Day:
    content = json.loads(path.read_text("utf-8"))
    return Day(path.stem, content["revision"], tuple(_entry(path.stem, row) for row in content["poster"]))


def _entry(day: str, row: Row) -> Entry:
    changes = tuple(
        Change(
            change["falt"],
            change.get("nyckel", ""),
            tuple(change.get("fore", ())),
            tuple(change.get("efter", ())),
            change.get("text", False),
        )
        for change in row.get("andringar", ())
    )
    return Entry(day, row["slag"], row["id"], row["namn"], row["vad"], row.get("flyttad_till", ""), changes)


def history_of(data: Path) -> tuple[Entry, ...]:
    """The entries of a folder of records, newest first."""
    return newest_first(entry for day in read_days(data) for entry in day.entries)


def by_record(entries: Iterable[Entry]) -> Mapping[tuple[str, str], list[Entry]]:
    """The entries of each record, by kind and identifier, in the order given."""
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault((entry.kind, entry.identifier), []).append(entry)
    return found


def newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Entries by day, the newest first; within a day by kind and identifier."""
    ordered = sorted(entries, key=lambda entry: (entry.kind, entry.identifier))
    return tuple(sorted(ordered, key=lambda entry: entry.day, reverse=True))
