"""The history out of git: what the last revision of each day says that the last one of the day before did not.

Only the main line is followed (first parents), so a change has the day on which it was taken in. The day is the one
that the revision itself carries, so that it is the same on every machine.
"""

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.history.changes import changes
from macros.history.entries import FOLDER, GUIDANCE, Day, Entry
from macros.loading.yaml_source import parse
from macros.model import KINDS
from macros.model.kvar import MOVED_KEY, WITHDRAWN_KEY
from macros.model.pa_engelska import KEY as ENGLISH_KEY
from macros.model.plain import PlainMap
from macros.translation.addresses import FOLDER as TRANSLATIONS

_EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
_KIND_OF_FOLDER = {kind.folder: kind.name for kind in KINDS.values()}
Key = tuple[str, str]
Data = PlainMap


class NoHistoryError(Exception):
    """There is no git here, or only a part of its history."""


def days(root: Path) -> tuple[Day, ...]:
    """Every day on which something changed for readers, oldest first. Raises NoHistoryError."""
    try:
        if _git(root, "rev-parse", "--is-shallow-repository").strip() != "false":
            raise NoHistoryError
        log = _git(root, "log", "--first-parent", "--reverse", "--format=%H %cs", "--", "data", "docs")
    except (OSError, subprocess.CalledProcessError) as error:
        raise NoHistoryError from error
    last: dict[str, str] = {}
    newest = ""
    for line in log.splitlines():
        revision, day = line.split(" ")
        # A clock that was wrong never puts a change before the one that it follows.
        newest = max(newest, day)
        last[newest] = revision
    before, found = _EMPTY_TREE, []
    for day, revision in last.items():
        entries = tuple(sorted(between(root, before, revision, day), key=lambda each: (each.kind, each.identifier)))
        before = revision
        if entries:
            found.append(Day(day, revision, entries))
    return tuple(found)


def between(root: Path, before: str, after: str, day: str) -> Iterator[Entry]:
    """The entries of what changed between two revisions."""
    listed = _git(root, "diff", "--name-only", "--no-renames", "-z", before, after, "--", "data", "docs")
    keys = {name: key for name in listed.split("\0") if (key := _key(name))}
    old, new = ({key: _data(root, revision, name) for name, key in keys.items()} for revision in (before, after))
    arrived = {(kind, str(data[MOVED_KEY])): (kind, name) for (kind, name), data in new.items() if _moved(data)}
    for key in keys.values():
        entry = _entry(day, key, old[arrived.get(key, key)] if arrived.get(key) in old else old[key], new[key])
        if entry:
            yield entry


def _moved(data: Data) -> bool:
    return set(data) == {MOVED_KEY}


def _entry(day: str, key: Key, old: Data, new: Data) -> Entry | None:
    kind, identifier = key
    name = str(new.get("namn") or new.get("titel") or old.get("namn") or old.get("titel") or identifier)
    if _moved(new):
        return Entry(day, kind, identifier, name, "flyttad", str(new[MOVED_KEY])) if not _moved(old) else None
    if not new:
        return None if _moved(old) else Entry(day, kind, identifier, name, "borttagen")
    if not old or _moved(old):
        return Entry(day, kind, identifier, name, "ny")
    if kind == GUIDANCE:
        # The day in a page's head moves when its content does, not with every spelling.
        return Entry(day, kind, identifier, name, "andrad") if old.get("andrad") != new.get("andrad") else None
    found = changes(old, new)
    return Entry(day, kind, identifier, name, "andrad", "", found) if found else None


def _key(name: str) -> Key | None:
    """The kind and identifier of a file; None for files that are neither records nor pages."""
    folder, _, rest = name.partition("/")
    if folder == "docs" and rest.endswith(".md") and not rest.startswith(TRANSLATIONS):
        return GUIDANCE, rest.removesuffix(".md")
    kind, _, file = rest.partition("/")
    known = folder == "data" and kind in _KIND_OF_FOLDER and file.endswith(".yml") and "/" not in file
    return (_KIND_OF_FOLDER[kind], file.removesuffix(".yml")) if known else None


def _data(root: Path, revision: str, name: str) -> Data:
    """What a file said in a revision; nothing when it was not there, could not be read or was taken back."""
    try:
        text = _git(root, "show", f"{revision}:{name}")
    except subprocess.CalledProcessError:
        return {}
    if name.endswith(".md"):
        head = text.removeprefix("---\n").partition("\n---\n")[0]
        found = parse(head, name).data
        if not isinstance(found, dict) or WITHDRAWN_KEY in found:
            return {}
        if MOVED_KEY in found:
            return {MOVED_KEY: str(found[MOVED_KEY]).strip("/").removesuffix(".md")}
        return {"namn": found.get("title"), "andrad": found.get("andrad")}
    data = parse(text, name).data
    if not isinstance(data, dict) or WITHDRAWN_KEY in data:
        return {}
    # A translation changes no fact.
    return {key: value for key, value in data.items() if key != ENGLISH_KEY}


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    done = subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - a fixed program, no shell
    return done.stdout.decode("utf-8", "replace")


def files(history: tuple[Day, ...]) -> Mapping[str, Day]:
    """The days by the place of their file below the folder of records."""
    return {f"{FOLDER}/{day.day}.json": day for day in history}
