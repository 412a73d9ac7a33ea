"""`kunskapsbank falt ny|flytta|bort SLAG FÄLT [NYTT]`: changes a field of all records of a kind at once."""

import argparse
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from macros.cli.flytta import told_mentions
from macros.cli.parser import Parser
from macros.contribute.field_changes import (
    RESERVED,
    VERBS,
    FieldChange,
    UnforeseenFormError,
    changed,
    comments_above,
    renamed_criterion,
)
from macros.loading.load import Loaded, load
from macros.loading.validate import SourceFile, field_reference, validate
from macros.loading.yaml_source import parse
from macros.loading.yaml_text import entry
from macros.model import KINDS
from macros.model.base import UNKNOWN
from macros.model.names import nearest
from macros.ord import words
from macros.places import data_folder, project_root
from macros.problems.problem import has_errors
from macros.problems.report import as_difference, as_text

_NAME = re.compile(r"^[a-z][a-z0-9_]*$")
_CRITERIA = "kriterium"


@dataclass(frozen=True)
class _Result:
    """The text before and after of each file that changes, by its place; and what people are told beside."""

    files: Mapping[str, tuple[str, str]]
    notes: tuple[str, ...] = ()


class _RefusedError(Exception):
    """Why nothing can be done, in words for whoever gave the command."""


def add_arguments(parser: Parser) -> None:
    """What is done, the kind, the field, and for some of it a name or a value."""
    text = words()["falt_andras"]
    parser.add_argument("verb", choices=VERBS, help=text["verb"])
    parser.add_argument("slag", choices=tuple(KINDS), help=text["slag"])
    parser.add_argument("falt", help=text["falt"])
    parser.add_argument("nytt", nargs="?", default="", help=text["nytt"])
    parser.add_argument("--varde", metavar="VÄRDE", help=text["varde"])
    parser.add_argument("--i", type=Path, metavar="MAPP", help=text["i"])
    parser.add_argument("--visa", action="store_true", help=text["visa"])


def run(chosen: argparse.Namespace) -> int:
    """Writes every file that changes; 1 with the reason, and nothing written, when the change cannot be made."""
    text = words()["falt_andras"]
    root = project_root(Path.cwd())
    data = chosen.i.resolve() if chosen.i else data_folder(root)
    try:
        change = _change(chosen, data)
        loaded = load(data)
        result = _result(loaded, data, change)
    except _RefusedError as refused:
        sys.stderr.write(f"{refused}\n")
        return 1
    for shown, (before, after) in result.files.items():
        sys.stdout.write(as_difference(shown, before, after) if chosen.visa else "")
        if not chosen.visa:
            (data.parent / shown).write_bytes(after.encode())
    sys.stdout.write("".join(f"{note}\n" for note in result.notes))
    if not result.files:
        sys.stdout.write(f"{text['inget']}\n")
    elif not chosen.visa:
        sys.stdout.write(f"{text['klart'].format(antal=len(result.files), mapp=data.name)}\n")
        sys.stdout.write(_told_next(root, change, here=not chosen.i))
    return 0


def _change(chosen: argparse.Namespace, data: Path) -> FieldChange:
    """The change that the arguments ask for. Raises _RefusedError when they do not fit together."""
    text, kind = words()["falt_andras"], KINDS[chosen.slag]
    if not (data / kind.folder).is_dir():
        raise _RefusedError(text["mapp"].format(mapp=data.name, slag=kind.folder))
    for name in filter(None, (chosen.falt, chosen.nytt)):
        if not _NAME.match(name) or name in RESERVED:
            raise _RefusedError(text["namn"].format(namn=name))
    if chosen.verb == "flytta" and chosen.nytt in {"", chosen.falt}:
        raise _RefusedError(text["nytt_saknas"].format(slag=kind.name, falt=chosen.falt))
    if chosen.verb != "flytta" and chosen.nytt:
        raise _RefusedError(text["nytt_for_mycket"].format(nytt=chosen.nytt))
    if chosen.verb != "ny" and chosen.varde is not None:
        raise _RefusedError(text["varde_for_mycket"])
    change = FieldChange(chosen.verb, kind, chosen.falt, chosen.nytt)
    if chosen.verb != "ny":
        return change
    if chosen.falt not in kind.model.model_fields:
        raise _RefusedError(_unknown(change, text["forst"].format(modul=_module(change))))
    return FieldChange(chosen.verb, kind, chosen.falt, lines=_lines(chosen.falt, chosen.varde))


def _lines(field: str, value: str | None) -> tuple[str, ...]:
    """The lines of a new field, in the style of the house."""
    if value is None:
        return tuple(entry(field, UNKNOWN))
    parsed = parse(f"{field}: {value}\n", "--varde")
    if has_errors(parsed.problems) or not isinstance(parsed.data, dict) or set(parsed.data) != {field}:
        raise _RefusedError(as_text(parsed.problems, {"--varde": parsed.lines}))
    return tuple(entry(field, parsed.data[field]))


def _result(loaded: Loaded, data: Path, change: FieldChange) -> _Result:
    """Every file that changes. Raises _RefusedError with all reasons when one of them cannot be changed."""
    text = words()["falt_andras"]
    files = [file for file in loaded.files.values() if file.kind == change.kind]
    _refuse_unread(loaded, files, data, change)
    _refuse_names(files, change)
    made: dict[str, tuple[str, str]] = {}
    refused: list[str] = []
    for file in files:
        before = (data.parent / file.shown).read_bytes().decode()
        try:
            after = changed(before, change)
        except UnforeseenFormError:
            refused.append(text["form"].format(fil=file.shown))
            continue
        if after != before:
            made[file.shown] = (before, after)
    if refused:
        raise _RefusedError("\n".join(refused))
    if change.verb == "ny":
        _refuse_value(loaded, files, made, change)
    renamed, notes = _criteria(loaded, data, change) if change.verb != "ny" else ({}, [])
    above = [
        text["anteckning"].format(fil=shown, rad=min(lines))
        for shown, (before, _) in made.items()
        if change.verb == "bort" and (lines := list(comments_above(before, change)))
    ]
    return _Result({**made, **renamed}, (*notes, *above))


def _refuse_unread(loaded: Loaded, files: list[SourceFile], data: Path, change: FieldChange) -> None:
    """Files that cannot be read as data would be left as they are, and the kind half changed."""
    sound = {
        file.shown for file in files if isinstance(file.parsed.data, dict) and not has_errors(file.parsed.problems)
    }
    top = f"{data.name}/{change.kind.folder}/"
    found = [problem for problem in loaded.problems if problem.path.startswith(top) and problem.path not in sound]
    if has_errors(found):
        lines = {file.shown: file.parsed.lines for file in files}
        raise _RefusedError("\n".join((as_text(found, lines), words()["kommando"]["data_fel"])))


def _refuse_names(files: list[SourceFile], change: FieldChange) -> None:
    """A field that nobody has, and a new name that is taken."""
    text = words()["falt_andras"]
    if change.verb == "ny":
        return
    if change.new in change.kind.model.model_fields and change.field in change.kind.model.model_fields:
        raise _RefusedError(text["upptaget"].format(slag=change.kind.name, nytt=change.new))
    both = [file.shown for file in files if {change.field, change.new} <= set(file.parsed.fields)]
    if both:
        told = (text["bada"].format(fil=shown, falt=change.field, nytt=change.new) for shown in both)
        raise _RefusedError("\n".join(told))
    known = {change.field, change.new or change.field}
    used = set(change.kind.model.model_fields) | {key for file in files for key in file.parsed.fields}
    if not known & used:
        raise _RefusedError(_unknown(change, text["falten"].format(falt=", ".join(change.kind.model.model_fields))))


def _refuse_value(
    loaded: Loaded, files: list[SourceFile], made: Mapping[str, tuple[str, str]], change: FieldChange
) -> None:
    """A value that the field cannot have: it is the same in every record, so it is told of the first."""
    place = field_reference(change.kind.name, (change.field,))
    for file in [file for file in files if file.shown in made][:1]:
        new = parse("\n".join(change.lines), "--varde")
        lines = {"--varde": new.lines}
        whole = replace(new, data={**file.parsed.fields, **new.fields})
        _, problems = validate(replace(file, shown="--varde", parsed=whole), loaded.names)
        wrong = [problem for problem in problems if problem.reference == place]
        if wrong:
            raise _RefusedError(as_text(wrong, lines))


def _criteria(loaded: Loaded, data: Path, change: FieldChange) -> tuple[dict[str, tuple[str, str]], list[str]]:
    """The criteria that follow a field to its new name, and what people must do with those that do not."""
    text, renamed, notes = words()["falt_andras"], {}, []
    for file, kinds in _comparing(loaded, change):
        others = [name for name in kinds if name != change.kind.name]
        waiting = [name for name in others if _has(loaded, name, change.field)]
        if change.verb == "bort":
            notes.append(text["kriterium_kvar"].format(fil=file.shown, slag=change.kind.name))
        elif waiting:
            notes.append(text["delat"].format(fil=file.shown, slag=", ".join(waiting)))
        else:
            before = (data.parent / file.shown).read_bytes().decode()
            renamed[file.shown] = (before, renamed_criterion(before, change))
            notes.append(text["foljde"].format(fil=file.shown))
    return renamed, notes


def _comparing(loaded: Loaded, change: FieldChange) -> Iterator[tuple[SourceFile, tuple[str, ...]]]:
    """The criteria that compare the field, each with the kinds that it compares."""
    for file in loaded.files.values():
        told = file.parsed.data if file.kind.name == _CRITERIA and isinstance(file.parsed.data, dict) else {}
        kinds = told.get("galler")
        if told.get("falt") == change.field and isinstance(kinds, tuple) and change.kind.name in kinds:
            yield file, kinds


def _has(loaded: Loaded, kind: str, field: str) -> bool:
    files = (file for file in loaded.files.values() if file.kind.name == kind)
    return any(field in file.parsed.fields for file in files)


def _unknown(change: FieldChange, otherwise: str) -> str:
    text = words()["falt_andras"]
    match = nearest(change.field, tuple(change.kind.model.model_fields))
    advice = " ".join(filter(None, (text["menade"].format(forslag=match) if match else "", otherwise)))
    return str(text["okant"].format(slag=change.kind.name, falt=change.field, rad=advice))


def _module(change: FieldChange) -> str:
    """The file of the model, as it is found in the project."""
    return f"macros/model/{Path(inspect.getfile(change.kind.model)).name}"


def _told_next(root: Path, change: FieldChange, *, here: bool) -> str:
    """What is left for people: the model, and where the program names the field."""
    name = re.compile(rf"""(?:["'.]|^\s+){re.escape(change.field)}(?=["'\s:.,)\]}}]|$)""")
    named = told_mentions(root, name) if here and change.verb != "ny" else ""
    return f"{named}{words()['falt_andras']['sedan'][change.verb].format(modul=_module(change))}\n"
