"""Loads `data/`: every file is read, every problem is reported, nothing is raised at a contributor."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from macros.kunskapsbank import Kunskapsbank
from macros.loading.english_texts import read_english, with_english_apart
from macros.loading.text import read_text
from macros.loading.validate import SourceFile, validate
from macros.loading.yaml_source import Parsed, parse
from macros.model import KINDS, Kind
from macros.model.base import Bas
from macros.model.kvar import MOVED_KEY, WITHDRAWN_KEY, Aterkallad
from macros.model.names import Names, nearest
from macros.model.pa_engelska import PaEngelska
from macros.problems.problem import Problem, has_errors

_STEM = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")
RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d|index)$")
MAX_STEM = 60
# Where contributors read how a record or a page is moved or taken back.
MOVING = "/bidra/flytta/"
# What commands write beside the records: the history, and which links answered.
GENERATED = frozenset({"andringar", "lankar.json"})


@dataclass(frozen=True)
class Loaded:
    """The knowledge base, None when there are errors; all problems; and the files by (kind, identifier).

    `records` holds the records that are valid by themselves, also when others are not.
    """

    bank: Kunskapsbank | None
    problems: tuple[Problem, ...]
    files: Mapping[tuple[str, str], SourceFile]
    records: Mapping[str, Mapping[str, Bas]] = field(default_factory=dict)
    names: Names = field(default_factory=Names)

    def valid_part(self) -> Kunskapsbank:
        """The records that are valid by themselves, for help that must work while other files have errors."""
        return Kunskapsbank({kind: self.records.get(kind, {}) for kind in KINDS}, moved={})


def load(data: Path) -> Loaded:
    """Reads every record under the folder `data`. Problems come sorted by file and line."""
    problems: list[Problem] = list(_stray_files(data))
    files = [file for kind in KINDS.values() for file in _read_kind(data, kind, problems)]
    by_name = {(file.kind.name, file.identifier): file for file in files}
    moved = _moved(files, problems)
    withdrawn = _withdrawn(files, problems)
    names = _names(files, moved, withdrawn)
    records: dict[str, dict[str, Bas]] = {kind: {} for kind in KINDS}
    english: dict[str, dict[str, PaEngelska]] = {kind: {} for kind in KINDS}
    for file in files:
        if names.is_gone(file.kind.name, file.identifier) or file.parsed.data is None:
            continue
        record, told, found = _record(file, names)
        problems.extend(found)
        if record is not None:
            records[file.kind.name][file.identifier] = record
        if told is not None:
            english[file.kind.name][file.identifier] = told
    frozen = {kind: MappingProxyType(dict(sorted(found.items()))) for kind, found in records.items()}
    complete = not has_errors(problems)
    bank = Kunskapsbank(MappingProxyType(frozen), moved, withdrawn, english) if complete else None
    return Loaded(bank, tuple(sorted(problems)), MappingProxyType(by_name), MappingProxyType(frozen), names)


def _stray_files(data: Path) -> Iterator[Problem]:
    """Files and folders under `data/` that no kind of record owns."""
    folders = {kind.folder for kind in KINDS.values()}
    if not data.is_dir():
        yield Problem(data.name, 1, 1, "Mappen med data finns inte.", "Kontrollera sökvägen.")
        return
    for path in sorted(data.iterdir()):
        if path.name.startswith(".") or path.name in folders | GENERATED:
            continue
        match = nearest(path.name, tuple(folders))
        hint = f"Menade du ”{match}”?" if match else f"Mapparna är: {', '.join(sorted(folders))}."
        yield Problem(f"{data.name}/{path.name}", 1, 1, "Inget slag av poster hör hemma här.", hint)


def _read_kind(data: Path, kind: Kind, problems: list[Problem]) -> Iterator[SourceFile]:
    folder = data / kind.folder
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        shown = f"{data.name}/{kind.folder}/{path.name}"
        if path.name.startswith("."):
            continue
        wrong = _name_problem(path, shown)
        if wrong:
            problems.append(wrong)
            continue
        text, unreadable = read_text(path, shown)
        problems.extend(unreadable)
        if unreadable:
            yield SourceFile(kind, path.stem, shown, Parsed())
            continue
        file = _source(kind.name, path.stem, shown, text)
        problems.extend(file.parsed.problems)
        if not file.parsed.problems and file.parsed.data is None:
            problems.append(Problem(shown, 1, 1, "Filen är tom.", "Fyll i posten eller ta bort filen."))
        yield file


# A preview reads all files again when one is saved, and a change is held against a base that is the same in most files:
# what a file says is read once, and its record made once for the same names.
_MOST_FILES = 1 << 15


@lru_cache(maxsize=_MOST_FILES)
def _source(kind: str, identifier: str, shown: str, text: str) -> SourceFile:
    return with_english_apart(SourceFile(KINDS[kind], identifier, shown, parse(text, shown)))


@lru_cache(maxsize=_MOST_FILES)
def _record(file: SourceFile, names: Names) -> tuple[Bas | None, PaEngelska | None, tuple[Problem, ...]]:
    """The record of a file, its English texts, and every problem in them."""
    record, found = validate(file, names)
    if file.english is None or found:
        return record, None, tuple(found)
    return record, *read_english(file, names)


def _name_problem(path: Path, shown: str) -> Problem | None:
    if path.suffix != ".yml" or path.is_dir():
        return Problem(
            shown, 1, 1, "Här får bara filer som slutar på .yml ligga.", "Byt namn på filen eller flytta den."
        )
    wrong = stem_problem(path.stem)
    return Problem(shown, 1, 1, *wrong) if wrong else None


def stem_problem(stem: str) -> tuple[str, str] | None:
    """What is wrong with a record's identifier, and what is right; None when it can be used."""
    if not _STEM.match(stem) or len(stem) > MAX_STEM:
        hint = f"Använd a–z, 0–9 och bindestreck, högst {MAX_STEM} tecken: å och ä skrivs a, ö skrivs o."
        return "Filnamnet går inte att använda.", hint
    if RESERVED.match(stem):
        return "Filnamnet är reserverat.", "Välj ett annat namn."
    return None


def _moved(files: list[SourceFile], problems: list[Problem]) -> Mapping[str, Mapping[str, str]]:
    """Renamed records: files that hold nothing but `flyttad_till: <new identifier>`."""
    moved: dict[str, dict[str, str]] = {}
    moves = [file for file in files if set(file.parsed.fields) == {MOVED_KEY}]
    gone = {file.shown for file in files if WITHDRAWN_KEY in file.parsed.fields}
    gone |= {file.shown for file in moves}
    present = {(file.kind.name, file.identifier) for file in files if file.shown not in gone}
    for file in moves:
        target = str(file.parsed.fields[MOVED_KEY])
        moved.setdefault(file.kind.name, {})[file.identifier] = target
        if (file.kind.name, target) not in present:
            known = tuple(identifier for kind, identifier in present if kind == file.kind.name)
            line, column = file.parsed.values[MOVED_KEY,]
            match = nearest(target, known)
            hint = f"Menade du ”{match}”?" if match else "Skriv namnet på en fil i samma mapp."
            problems.append(Problem(file.shown, line, column, f"Posten ”{target}” finns inte.", hint, rule="flyttad"))
    return MappingProxyType({kind: MappingProxyType(entries) for kind, entries in moved.items()})


def _withdrawn(files: list[SourceFile], problems: list[Problem]) -> Mapping[str, Mapping[str, Aterkallad | None]]:
    """Records that were taken back, each with the day and the reason; None where these are faulty."""
    found: dict[str, dict[str, Aterkallad | None]] = {}
    for file in files:
        if WITHDRAWN_KEY in file.parsed.fields:
            record, wrong = validate(replace(file, kind=replace(file.kind, model=Aterkallad)), Names())
            problems.extend(replace(problem, reference=MOVING) for problem in wrong)
            found.setdefault(file.kind.name, {})[file.identifier] = record if isinstance(record, Aterkallad) else None
    return MappingProxyType({kind: MappingProxyType(entries) for kind, entries in found.items()})


def _names(
    files: list[SourceFile],
    moved: Mapping[str, Mapping[str, str]],
    withdrawn: Mapping[str, Mapping[str, Aterkallad | None]],
) -> Names:
    """What records may refer to; known from file names and criteria before any record is validated."""
    identifiers: dict[str, set[str]] = {kind: set() for kind in KINDS}
    choices: dict[str, tuple[str, ...]] = {}
    for file in files:
        if file.identifier in {**moved.get(file.kind.name, {}), **withdrawn.get(file.kind.name, {})}:
            continue
        identifiers[file.kind.name].add(file.identifier)
        if file.kind.name == "kriterium":
            values = file.parsed.fields.get("varden")
            rows = values if isinstance(values, tuple) else ()
            choices[file.identifier] = tuple(str(row["id"]) for row in rows if isinstance(row, dict) and "id" in row)
    return _known(
        tuple((kind, frozenset(found)) for kind, found in identifiers.items()),
        tuple(choices.items()),
        tuple((kind, tuple(found.items())) for kind, found in moved.items()),
        tuple((kind, frozenset(found)) for kind, found in withdrawn.items()),
    )


_Pairs = tuple[tuple[str, frozenset[str]], ...]


@lru_cache(maxsize=8)
def _known(
    identifiers: _Pairs,
    choices: tuple[tuple[str, tuple[str, ...]], ...],
    moved: tuple[tuple[str, tuple[tuple[str, str], ...]], ...],
    withdrawn: _Pairs,
) -> Names:
    """The same names for the same files, so that no record is read again that may refer to the same as before."""
    return Names(
        MappingProxyType(dict(identifiers)),
        dict(choices),
        MappingProxyType({kind: MappingProxyType(dict(found)) for kind, found in moved}),
        MappingProxyType(dict(withdrawn)),
    )
