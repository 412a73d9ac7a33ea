"""`kunskapsbank skillnad BAS`: what changes for the reader since a Git revision or a folder."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.checks import gather
from macros.checks.material import Material
from macros.cli.parser import Parser
from macros.contribute.account import account, errors
from macros.contribute.difference import difference
from macros.contribute.difference_page import write_page
from macros.contribute.difference_text import as_markdown, code
from macros.contribute.page_weight import contents, estimated, measured, seen
from macros.contribute.revision import unpack
from macros.contribute.touched import How, Touched
from macros.ord import words
from macros.places import data_folder, project_root
from macros.problems.problem import Problem

# What a folder of the project holds that no one has written: made by the tools, or Git's own.
_MADE = frozenset({".git", ".venv", "site", ".cache", "__pycache__", "test-results"})
_MADE_ENDS = ("_cache", ".egg-info", ".hypothesis")
_LETTERS: Mapping[str, How] = {"A": "ny", "D": "borttagen"}


def add_arguments(parser: Parser) -> None:
    """The base to compare with, and built sites for the weight of pages."""
    text = words()["skillnad"]
    parser.add_argument("bas", help=text["bas"])
    parser.add_argument("--sajt", type=Path, default=None, help=text["sajt"])
    parser.add_argument("--bas-sajt", type=Path, default=None, help=text["bas_sajt"])
    parser.add_argument("--sida", type=Path, default=None, help=text["sida"])


def run(chosen: argparse.Namespace) -> int:
    """Prints the account; 1 when an address is lost without a redirect."""
    root = project_root(Path.cwd())
    with tempfile.TemporaryDirectory() as work:
        base = Path(chosen.bas)
        if base.is_dir():
            touched = list(_between_folders(base, root))
        else:
            base = Path(work)
            wrong = unpack(root, chosen.bas, base)
            if wrong:
                sys.stderr.write(f"{wrong}\n")
                return 1
            touched = list(_since_revision(root, chosen.bas))
        before, after = gather(base, base / "data"), gather(root, data_folder(root))
        unread = _unreadable(after)
        if unread:
            sys.stdout.write("\n".join([words()["skillnad"]["olasbara"], "", *unread]) + "\n")
            return 1
        found = difference(before, after, touched)
        built = chosen.sajt and chosen.bas_sajt
        texts = contents(before), contents(after)
        weights = measured(chosen.bas_sajt, chosen.sajt) if built else estimated(*texts)
        told = account(found, seen(*texts), weights, estimated=not built)
    sys.stdout.write(as_markdown(told))
    if chosen.sida:
        write_page(chosen.sida, told)
    return 1 if list(errors(found)) else 0


def _unreadable(material: Material) -> list[str]:
    """The files that cannot be read, as a list with the first reason for each: what they say now is not known."""
    first: dict[str, Problem] = {}
    for file in material.loaded.files.values():
        for problem in sorted(material.problems) if file.parsed.data is None else ():
            if problem.path == file.shown:
                first.setdefault(problem.path, problem)
    return [f"- {code(f'{each.path}:{each.line}')} {each.message} {each.hint}" for each in first.values()]


def _since_revision(root: Path, revision: str) -> Iterator[Touched]:
    """Every file that differs from a revision, those that Git does not know yet too."""
    changed = _git(root, "diff", "--name-status", "--no-renames", "--no-ext-diff", "--relative", "-z", revision, "--")
    for letter, path in zip(changed[::2], changed[1::2], strict=False):
        yield Touched(path, _LETTERS.get(letter, "ändrad"))
    for path in _git(root, "ls-files", "--others", "--exclude-standard", "-z"):
        yield Touched(path, "ny")


def _git(root: Path, *command: str) -> list[str]:
    """What Git lists with a zero after each."""
    done = subprocess.run(["git", "-C", str(root), *command], capture_output=True, check=True)  # noqa: S603, S607 - fixed
    return os.fsdecode(done.stdout).split("\0")[:-1]


def _between_folders(base: Path, root: Path) -> Iterator[Touched]:
    """Every file that differs between two copies of the project; none where the base is only data and guidance."""
    if not (base / "mkdocs.yml").is_file():
        return
    old, new = _files(base), _files(root)
    for path in {*old, *new}:
        if path not in old:
            yield Touched(path, "ny")
        elif path not in new:
            yield Touched(path, "borttagen")
        elif old[path] != new[path]:
            yield Touched(path, "ändrad")


def _files(root: Path) -> dict[str, bytes]:
    """What every file holds, and where every link leads, by its path."""
    found: dict[str, bytes] = {}
    for folder, below, names in os.walk(root):
        below[:] = [name for name in below if name not in _MADE and not name.endswith(_MADE_ENDS)]
        for name in (*names, *(name for name in below if Path(folder, name).is_symlink())):
            path = Path(folder, name)
            holds = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
            found[path.relative_to(root).as_posix()] = holds
    return found
