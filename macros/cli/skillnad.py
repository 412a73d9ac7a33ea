"""`kunskapsbank skillnad BAS`: what changes for the reader since a Git revision or a folder."""

import argparse
import io
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from macros.checks import gather
from macros.cli.parser import Parser
from macros.contribute.difference import difference
from macros.contribute.difference_text import as_markdown, errors
from macros.contribute.page_weight import estimated, measured
from macros.ord import words
from macros.places import data_folder, project_root


def add_arguments(parser: Parser) -> None:
    """The base to compare with, and built sites for the weight of pages."""
    text = words()["skillnad"]
    parser.add_argument("bas", help=text["bas"])
    parser.add_argument("--sajt", type=Path, default=None, help=text["sajt"])
    parser.add_argument("--bas-sajt", type=Path, default=None, help=text["bas_sajt"])


def run(chosen: argparse.Namespace) -> int:
    """Prints the account; 1 when an address is lost without a redirect."""
    root = project_root(Path.cwd())
    with tempfile.TemporaryDirectory() as work:
        base = Path(chosen.bas)
        if not base.is_dir():
            base = Path(work)
            wrong = unpack(root, chosen.bas, base)
            if wrong:
                sys.stderr.write(f"{wrong}\n")
                return 1
        before, after = gather(base, base / "data"), gather(root, data_folder(root))
        found = difference(before, after)
        built = chosen.sajt and chosen.bas_sajt
        program = [] if Path(chosen.bas).is_dir() else _other_files(root, chosen.bas)
        weights = measured(chosen.bas_sajt, chosen.sajt) if built else estimated(before, after)
    sys.stdout.write(as_markdown(found, weights, estimated=not built, program=program))
    return 1 if list(errors(found)) else 0


def _other_files(root: Path, revision: str) -> list[str]:
    """Changed files that are neither records nor guidance: the program, its settings and pictures."""
    command = ["git", "-C", str(root), "diff", "--name-only", "-z", "--no-renames", revision, "--"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a fixed command, no shell
    names = done.stdout.decode("utf-8", "replace").split("\0")
    told = ("data/", "docs/")
    return sorted(name for name in names if name and not (name.startswith(told) and name.endswith((".yml", ".md"))))


def unpack(root: Path, revision: str, target: Path) -> str:
    """Puts data and guidance of a revision in a folder; says what went wrong, if anything."""
    text = words()["skillnad"]
    if revision.startswith("-"):
        return str(text["okand_bas"].format(bas=revision))
    command = ["git", "-C", str(root), "archive", "--format=tar", revision, "--", "data", "docs"]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - a fixed command, no shell
    if done.returncode:
        return str(text["okand_bas"].format(bas=revision))
    with tarfile.open(fileobj=io.BytesIO(done.stdout)) as archive:
        members = [member for member in archive.getmembers() if member.isfile() or member.isdir()]
        archive.extractall(target, members=members, filter="data")
    return ""
