"""A field of all records of a kind is added, gets another name or is taken away; all else stays byte for byte.

Pure: the texts of files in, the texts that change out. The new text is read again before it is given back, so that a
file in a form that was not foreseen is told and not damaged.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.contribute.source_text import Edit, edited, split
from macros.loading.text import cleaned
from macros.loading.yaml_source import Parsed, parse
from macros.model import Kind
from macros.model.kvar import MOVED_KEY, WITHDRAWN_KEY
from macros.model.pa_engelska import KEY
from macros.model.plain import Plain, PlainMap, fields_of

Verb = Literal["ny", "flytta", "bort"]
VERBS: tuple[Verb, ...] = ("ny", "flytta", "bort")
# Keys of a record's file that are no fields of its kind.
RESERVED = frozenset({KEY, MOVED_KEY, WITHDRAWN_KEY})
_ENGLISH = (KEY, "texter")
_BOM = "\ufeff"


@dataclass(frozen=True)
class FieldChange:
    """What is to be done with a field: `new` is its new name when it moves, `lines` its text when it is added."""

    verb: Verb
    kind: Kind
    field: str
    new: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Entry:
    """A key of a map and its lines in the file, counted from 0; `end` is the first line after them."""

    key: str
    start: int
    end: int


class UnforeseenFormError(Exception):
    """A file is written so that it cannot be changed without a risk for the rest of it."""


def changed(text: str, change: FieldChange) -> str:
    """The text of one record after the change; as it is when there is nothing to change in it.

    Raises UnforeseenFormError when the text cannot be read or would hold anything else than the change.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    before = parse(cleaned(text), "")
    if before.problems or not isinstance(before.data, dict):
        raise UnforeseenFormError
    if not concerns(before.fields, change):
        return text
    made = mark + _DOES[change.verb](text.removeprefix(mark), before, change)
    after = parse(cleaned(made), "")
    if after.problems or not _is_exactly(before.fields, after.fields, change):
        raise UnforeseenFormError
    return made


def concerns(data: PlainMap, change: FieldChange) -> bool:
    """Whether the change does anything with a record: one that has moved or was taken back has no fields."""
    gone = MOVED_KEY in data or WITHDRAWN_KEY in data
    return not gone and (change.field in data) != (change.verb == "ny")


def comments_above(text: str, change: FieldChange) -> Iterator[int]:
    """The lines, from 1, of the comments right above a field, that say something of it and stay when it goes."""
    rows = split(text)
    place = parse(cleaned(text), "").keys.get((change.field,))
    number = place[0] - 1 if place else 0
    while number and rows[number - 1][0].startswith("#"):
        yield number
        number -= 1


def renamed_criterion(text: str, change: FieldChange) -> str:
    """A criterion's text with the new name of the field that it compares."""
    place = parse(cleaned(text), "").values["falt",]
    quoted = split(text)[place[0] - 1][0][place[1] - 1] in "\"'"
    return edited(text, [Edit(place[0], place[1] + quoted, len(change.field), change.new)])


def _added(text: str, before: Parsed, change: FieldChange) -> str:
    rows = split(text)
    order = tuple(change.kind.model.model_fields)
    earlier = reversed(order[: order.index(change.field)])
    ends = {entry.key: entry.end for entry in _entries(before, rows)}
    place = next((ends[name] for name in earlier if name in ends), min(line for line, _ in before.keys.values()) - 1)
    told = place
    # Comments that belong to what stands above end at an empty line; others speak of what comes.
    while told < len(rows) and rows[told][0].startswith("#"):
        told += 1
    end = rows[0][1] or "\n"
    lines = [(line, end) for line in change.lines]
    if told > place and (told == len(rows) or not rows[told][0].strip()):
        place, lines = told, [("", end), *lines]
    above = [*rows[: place - 1], (rows[place - 1][0], rows[place - 1][1] or end)] if place else []
    return _joined([*above, *lines, *rows[place:]])


def _moved(text: str, before: Parsed, change: FieldChange) -> str:
    rows = split(text)
    english = [(*_ENGLISH, key) for key in _english_of(before.fields, change.field)]
    places = [before.keys[path] for path in ((change.field,), *english)]
    edits = (
        Edit(line, column + (rows[line - 1][0][column - 1] in "\"'"), len(change.field), change.new)
        for line, column in places
    )
    return edited(text, edits)


def _removed(text: str, before: Parsed, change: FieldChange) -> str:
    rows = split(text)
    english = set(_english_of(before.fields, change.field))
    without = {change.field}
    if english and english == set(_english(before.fields)):
        without, english = {*without, KEY}, set()
    entries = [entry for entry in _entries(before, rows) if entry.key in without]
    entries += [entry for entry in _entries(before, rows, _ENGLISH) if entry.key in english]
    gone = {number for entry in entries for number in range(entry.start, entry.end)}
    return _joined([row for number, row in enumerate(rows) if number not in gone])


_DOES = {"ny": _added, "flytta": _moved, "bort": _removed}


def _english_of(data: PlainMap, field: str) -> list[str]:
    """The keys of a field's English texts: ”avgift.kommentar”, ”handelser.0.text”."""
    return [key for key in _english(data) if key.split(".")[0] == field]


def _english(data: PlainMap) -> PlainMap:
    """The English texts of a record, by the names of the Swedish."""
    return fields_of(fields_of(data.get(KEY)).get("texter"))


def _entries(parsed: Parsed, rows: Sequence[tuple[str, str]], path: tuple[str, ...] = ()) -> list[_Entry]:
    """The keys of the map at a path, in order; what stands between two of them at their margin is nobody's."""
    places = sorted((place, str(key[-1])) for key, place in parsed.keys.items() if key[:-1] == path)
    last = next((entry.end for entry in _entries(parsed, rows) if entry.key == path[0]), 0) if path else len(rows)
    ends = [*(line - 1 for (line, _), _ in places[1:]), last]
    found = []
    for ((line, column), key), limit in zip(places, ends, strict=False):
        end = limit
        while end > line and _is_between(rows[end - 1][0], column - 1):
            end -= 1
        found.append(_Entry(key, line - 1, end))
    return found


def _is_between(line: str, margin: int) -> bool:
    """Whether a line is empty, or a comment that stands no deeper than the keys around it."""
    inner = line.lstrip(" ")
    return not line.strip() or (inner.startswith("#") and len(line) - len(inner) <= margin)


def _is_exactly(before: PlainMap, after: PlainMap, change: FieldChange) -> bool:
    """Whether the data are the old data with the change alone, in the old order."""
    if change.verb == "ny":
        wanted = parse("\n".join(change.lines), "").data
        rest = {key: value for key, value in after.items() if key != change.field}
        return {change.field: after.get(change.field)} == wanted and list(rest.items()) == list(before.items())
    return list(after.items()) == list(_expected(before, change).items())


def _expected(before: PlainMap, change: FieldChange) -> dict[str, Plain]:
    """The data after a field has moved or gone, and its English texts with it."""
    english = set(_english_of(before, change.field))
    made = _replaced(before, {change.field}, change)
    if english:
        texts = _replaced(_english(before), english, change)
        made[KEY] = {**fields_of(before[KEY]), "texter": texts}
        if not texts:
            del made[KEY]
    return made


def _replaced(data: PlainMap, keys: set[str], change: FieldChange) -> dict[str, Plain]:
    """A map with the new names of some of its keys, or without them."""
    named = {key: change.new + key.removeprefix(change.field) if key in keys else key for key in data}
    return {named[key]: value for key, value in data.items() if change.verb == "flytta" or key not in keys}


def _joined(rows: Sequence[tuple[str, str]]) -> str:
    return "".join(line + end for line, end in rows)
