"""`kunskapsbank ratta [FIL …]`: mends what has one right answer, in some files or in all; says what it did."""

import argparse
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.cli.parser import Parser
from macros.contribute.mending import mended_guide, mended_record
from macros.forms.template import file_stem
from macros.loading.load import load, stem_problem
from macros.loading.text import MAX_BYTES
from macros.model import KINDS
from macros.ord import words
from macros.places import data_folder, project_root
from macros.problems.report import as_difference

_BY_FOLDER = {kind.folder: kind for kind in KINDS.values()}


def add_arguments(parser: Parser) -> None:
    """The files, and whether to show the difference only."""
    text = words()["ratta"]
    parser.add_argument("filer", nargs="*", type=Path, metavar="FIL", help=text["fil"])
    parser.add_argument("--visa", action="store_true", help=text["visa"])


def run(chosen: argparse.Namespace) -> int:
    """Writes what can be mended; 1 when a file is not the project's own."""
    text = words()["ratta"]
    root = project_root(Path.cwd())
    data, docs = data_folder(root).resolve(), (root / "docs").resolve()
    known = {path.resolve(): path for path in (*_all(data, "*/*.y*ml"), *_all(docs, "**/*.md"))}
    wanted = [path.resolve() for path in chosen.filer] or list(known)
    unknown = [path for path in wanted if path not in known]
    for path in unknown:
        sys.stderr.write(f"{text['utanfor'].format(fil=path)}\n")
    if unknown:
        return 1
    changed, renamed = _mended(wanted, data), dict(_renamed(wanted, data))
    for path, (before, after) in changed.items():
        sys.stdout.write(as_difference(_place(path, root), before, after) if chosen.visa else "")
        if not chosen.visa:
            path.write_bytes(after.encode())
    for old, new in renamed.items():
        sys.stdout.write(f"{text['namn'].format(fil=old.name, ny=new.name)}\n")
        if not chosen.visa:
            old.rename(new)
    if not changed and not renamed:
        sys.stdout.write(f"{text['inget']}\n")
    elif not chosen.visa:
        sys.stdout.write(f"{text['klart'].format(antal=len({*changed, *renamed}))}\n")
    return 0


def _all(top: Path, pattern: str) -> Iterator[Path]:
    return (path for path in sorted(top.glob(pattern)) if not any(part.startswith(".") for part in path.parts[-2:]))


def _mended(paths: list[Path], data: Path) -> Mapping[Path, tuple[str, str]]:
    """The text before and after of each file that something was mended in. What cannot be read is left alone."""
    names = load(data).names
    found = {}
    for path in paths:
        kind = _BY_FOLDER.get(path.parent.name) if data in path.parents else None
        if path.is_symlink() or path.stat().st_size > MAX_BYTES or (data in path.parents and kind is None):
            continue
        try:
            before = path.read_bytes().decode("utf-8")
        except UnicodeDecodeError:
            continue
        after = mended_record(kind, before, names) if kind else mended_guide(before, names)
        if after != before:
            found[path] = (before, after)
    return found


def _renamed(paths: list[Path], data: Path) -> Iterator[tuple[Path, Path]]:
    """Files whose name cannot be used as it is, with the name that it means, where that is free."""
    for path in paths:
        ending = ".yml" if data in path.parents else ".md"
        new = path.with_name(f"{file_stem(path.stem)}{ending}")
        taken = new.exists() and not new.samefile(path)
        if new.name != path.name and not taken and stem_problem(new.stem) is None:
            yield path, new


def _place(path: Path, root: Path) -> str:
    """A file as contributors know it."""
    return path.relative_to(root.resolve()).as_posix() if root.resolve() in path.parents else path.as_posix()
