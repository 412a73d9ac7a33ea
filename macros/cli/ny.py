"""`kunskapsbank ny grupp "Namn"`: starts a new record's file, asks for what it needs, and overwrites nothing."""

import argparse
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from macros.cli.parser import Parser
from macros.forms.template import (
    STARTED,
    allowed_values,
    file_stem,
    initial_values,
    missing,
    new_record,
    read_given,
    unknown,
)
from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import load, stem_problem
from macros.model import KINDS, Kind
from macros.model.fields import Described, fields
from macros.model.names import nearest
from macros.model.plain import Plain, PlainMap
from macros.ord import words
from macros.places import data_folder, project_root

Ask = Callable[[str], str]


def add_arguments(parser: Parser) -> None:
    """The kind and name of the record, and values that are already known."""
    text = words()["ny"]
    parser.add_argument("slag", choices=STARTED, help=text["slag"])
    parser.add_argument("namn", help=text["namn"])
    parser.add_argument("--id", default=None, help=text["id"])
    parser.add_argument("--falt", action="append", default=[], metavar="FÄLT=VÄRDE", help=text["falt"])
    parser.add_argument("--fraga-inte", action="store_true", help=text["fraga_inte"])


def run(chosen: argparse.Namespace) -> int:
    """Writes the file and tells what is left to fill in."""
    text = words()["ny"]
    root = project_root(Path.cwd())
    data = data_folder(root)
    bank = load(data).valid_part()
    kind = KINDS[chosen.slag]
    stem = chosen.id or file_stem(chosen.namn)
    path = data / kind.folder / f"{stem}.yml"
    wrong = _refusal(kind, chosen.falt, stem, path)
    if wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1
    given = read_given(kind, dict(pair.split("=", 1) for pair in chosen.falt))
    if sys.stdin.isatty() and not chosen.fraga_inte:
        given.update(_asked(bank, kind, chosen.namn, given, input))
    values = initial_values(kind, chosen.namn, given, datetime.now(tz=UTC).date())
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(new_record(bank, kind, values))
    shown = f"{data.name}/{kind.folder}/{path.name}"
    sys.stdout.write(f"{text['skrev'].format(fil=shown)}\n")
    sys.stdout.write(_left(text["saknas"], missing(kind, values)) + _left(text["okanda"], unknown(kind, values)))
    sys.stdout.write(f"{text['sedan'].format(slag=kind.name)}\n")
    return 0


def _refusal(kind: Kind, pairs: list[str], stem: str, path: Path) -> str:
    """Why the file cannot be written, or an empty text."""
    text = words()["ny"]
    known = tuple(field.name for field in fields(kind.model))
    for pair in pairs:
        name = pair.split("=", 1)[0]
        if "=" not in pair or name not in known:
            match = nearest(name, known)
            return str(text["okant_falt"].format(falt=name, forslag=match or ", ".join(known)))
    wrong = stem_problem(stem)
    if wrong:
        return f"{wrong[0]} {wrong[1]}"
    return str(text["finns"].format(fil=path.name)) if path.exists() else ""


def _asked(bank: Kunskapsbank, kind: Kind, name: str, given: PlainMap, ask: Ask) -> dict[str, Plain]:
    """Answers for the required fields without a value. An empty answer leaves the field for later."""
    text = words()["ny"]
    values = initial_values(kind, name, given, datetime.now(tz=UTC).date())
    answers: dict[str, str] = {}
    for field in missing(kind, values):
        if field.shape in {"text", "del", "karta"}:
            continue
        allowed = allowed_values(bank, field)
        question = text["fraga"].format(titel=field.title, om=field.description.rstrip("."))
        choice = f"\n  {text['valj'].format(varden=', '.join(allowed))}" if allowed else ""
        answer = ask(f"{question}{choice}\n> ").strip()
        if answer:
            answers[field.name] = answer
    return read_given(kind, answers)


def _left(heading: str, left: tuple[Described, ...]) -> str:
    rows = "".join(f"  {field.name}: {field.description}\n" for field in left)
    return f"\n{heading}\n{rows}" if left else ""
