"""One file against its model: the record, or every problem with its line, column and advice."""

from dataclasses import dataclass

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros.loading.messages import explain
from macros.loading.yaml_source import Parsed, Position
from macros.model import Kind
from macros.model.base import UNION_TAGS, UNKNOWN, Bas
from macros.model.names import Names, nearest
from macros.model.plain import Plain
from macros.model.shapes import fields_at, schema_at
from macros.problems.problem import Problem

Steps = tuple[str | int, ...]
# The most problems of one file that are explained; a file with more has one cause.
MOST_PROBLEMS = 200
# The most lines of one text that are searched for the place of an error.
_LONGEST_TEXT = 400


@dataclass(frozen=True, eq=False)
class SourceFile:
    """A record's file as read: kind, identifier, the path shown to contributors and the parsed data.

    Two are never compared: what is made of one is kept for it alone.

    `english` is the file's block of English texts, which is no part of the record's data.
    """

    kind: Kind
    identifier: str
    shown: str
    parsed: Parsed
    english: Plain = None


def validate(file: SourceFile, names: Names) -> tuple[Bas | None, list[Problem]]:
    """The record of a file, or None and every problem in it with its position."""
    if file.parsed.data is None and file.parsed.problems:
        # What could not be read has been told; that every field is missing follows from it.
        return None, []
    try:
        return file.kind.model.model_validate(file.parsed.data, context=names), []
    except ValidationError as error:
        told = {(problem.line, problem.column) for problem in file.parsed.problems}
        entries = _causes([entry for entry in error.errors(include_url=False) if not _is_echo(entry)])
        found = [_problem(file, entry) for entry in entries[:MOST_PROBLEMS]]
        if len(entries) > MOST_PROBLEMS:
            hint = "Rätta felen ovan och kontrollera filen igen."
            found.append(Problem(file.shown, 1, 1, f"Filen har {len(entries) - MOST_PROBLEMS} fel till.", hint))
        return None, [problem for problem in found if (problem.line, problem.column) not in told]


def _is_echo(error: ErrorDetails) -> bool:
    """Whether an error only repeats another: a list counts as empty when all its items are faulty."""
    return bool(error["type"] == "too_short" and error["input"])


def _causes(entries: list[ErrorDetails]) -> list[ErrorDetails]:
    """The errors without those that only follow from others: a field is not missing when its name is misspelt."""
    extra = [entry["loc"] for entry in entries if entry["type"] == "extra_forbidden"]
    kept = []
    for entry in entries:
        loc = entry["loc"]
        if entry["type"] == "missing":
            misspelt = [other for other in extra if other[:-1] == loc[:-1] and nearest(str(other[-1]), (str(loc[-1]),))]
            misplaced = [other for other in extra if other[-1] == loc[-1] and other[:-1] != loc[:-1]]
            if misspelt or misplaced:
                continue
        kept.append(entry)
    missing = {entry["loc"][-1] for entry in entries if entry["type"] == "missing"}
    return [
        {**entry, "type": "fel_niva"} if entry["type"] == "extra_forbidden" and entry["loc"][-1] in missing else entry
        for entry in kept
    ]


def _problem(file: SourceFile, error: ErrorDetails) -> Problem:
    path = _path_in_file(error["loc"], file.parsed)
    siblings = fields_at(file.kind.model, path[:-1]) if error["type"] == "extra_forbidden" else ()
    message, hint = explain(
        error,
        siblings,
        may_be_unknown=_may_be_unknown(file.kind.model, path),
        required=_is_required(file.kind.model, path),
    )
    line, column = _within(_position(error, path, file.parsed), error, file.parsed)
    where = f"{'.'.join(str(step) for step in path)}: " if path else ""
    reference = field_reference(file.kind.name, path)
    return Problem(file.shown, line, column, where + message, hint, rule=str(error["type"]), reference=reference)


def field_reference(kind: str, path: Steps) -> str:
    """The address of the reference page for contributors, at the field that a path starts with."""
    return f"/bidra/falt/{kind}/#{path[0]}" if path else f"/bidra/falt/{kind}/"


def _path_in_file(loc: Steps, parsed: Parsed) -> Steps:
    """The location as in the file: without the steps that pydantic adds for unions and keys."""
    path: Steps = ()
    for index, step in enumerate(loc):
        is_new_field = index == len(loc) - 1 and step not in UNION_TAGS and step != "[key]"
        if (*path, step) in parsed.values or is_new_field:
            path = (*path, step)
    return path


def _position(error: ErrorDetails, path: Steps, parsed: Parsed) -> Position:
    """The value's place; for an unknown key the key itself; for a missing one its parent."""
    if error["type"] in {"extra_forbidden", "fel_niva"} or "[key]" in error["loc"]:
        return parsed.keys.get(path, (1, 1))
    while path and path not in parsed.values:
        path = path[:-1]
    if error["type"] == "missing" and path in parsed.keys:
        return parsed.keys[path]
    return parsed.values.get(path, (1, 1))


def _within(start: Position, error: ErrorDetails, parsed: Parsed) -> Position:
    """The place inside a longer text that an error is about, where the error names it."""
    context = error.get("ctx", {})
    if error["type"] == "okand_referens":
        wanted = f"@{context['varde']}"
    elif error["type"] == "otillatet_tecken":
        wanted = chr(int(context["tecken"].removeprefix("U+"), 16))
    else:
        return start
    if wanted not in str(error["input"]):
        return start
    for number, text in enumerate(parsed.lines[start[0] - 1 : start[0] + _LONGEST_TEXT], start[0]):
        place = text.find(wanted, start[1] - 1 if number == start[0] else 0)
        if place >= 0:
            return number, place + (2 if wanted.startswith("@") else 1)
    return start


def _may_be_unknown(model: type[BaseModel], path: Steps) -> bool:
    """Whether the field at a path accepts the words that say that a fact is unknown."""
    return any(UNKNOWN in str(node) for node in schema_at(model, path))


def _is_required(model: type[BaseModel], path: Steps) -> bool:
    return bool(path) and any(path[-1] in node.get("required", ()) for node in schema_at(model, path[:-1]))
