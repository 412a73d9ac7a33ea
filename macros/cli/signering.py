"""`kunskapsbank signering BAS`: every commit since a revision is signed off (DCO)."""

import argparse
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.cli.parser import Parser
from macros.ord import words
from macros.places import project_root
from macros.problems.report import visible

# Fields and commits of Git's answer are kept apart by signs that no name or address holds.
_FIELD, _COMMIT = "\x1f", "\x1e"
_FORMAT = "%h%x1f%an%x1f%ae%x1f%s%x1f%(trailers:key=Signed-off-by,valueonly)%x1e"
# The addresses that code hosts give to those who hide their own: nobody can sign with them by hand, so a line with
# another address is taken as theirs.
_NO_REPLY = re.compile(r"@(?:[\w-]+\.)*noreply\.|@noreply\b", re.IGNORECASE)
_SIGNED = re.compile(r"\S[^<\n]*<[^<>@\s]+@[^<>@\s]+>")


def add_arguments(parser: Parser) -> None:
    """The base of the change."""
    parser.add_argument("bas", help=words()["skillnad"]["bas"])


def run(chosen: argparse.Namespace) -> int:
    """Lists commits without a sign-off by their author and gives 1 when there are any."""
    text = words()["signering"]
    if chosen.bas.startswith("-"):
        log = None
    else:
        command = ["git", "log", "--no-merges", f"--format={_FORMAT}", f"{chosen.bas}..HEAD", "--"]
        done = subprocess.run(command, cwd=project_root(Path.cwd()), capture_output=True, check=False)  # noqa: S603
        log = done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
    if log is None:
        sys.stderr.write(f"{words()['skillnad']['okand_bas'].format(bas=chosen.bas)}\n")
        return 1
    unsigned = list(_unsigned(log))
    for commit, subject, expected, found in unsigned:
        line = text["annan_adress"] if found else text["saknas"]
        sys.stdout.write(line.format(andring=commit, rubrik=visible(subject), fanns=found, ska=expected) + "\n")
    sys.stdout.write(f"{text['gor_sa'] if unsigned else text['klart']}\n")
    return 1 if unsigned else 0


def _unsigned(log: str) -> Iterator[tuple[str, str, str, str]]:
    """Each commit that its author has not signed: short name, subject, the line it wants and one by someone else."""
    for entry in log.split(_COMMIT):
        if entry.strip():
            commit, name, mail, subject, signed = entry.strip("\n").split(_FIELD)
            if f"<{mail.casefold()}>" in signed.casefold():
                continue
            lines = [line.strip() for line in signed.splitlines() if _SIGNED.fullmatch(line.strip())]
            if not (lines and _NO_REPLY.search(mail)):
                yield commit, subject, visible(f"{name} <{mail}>"), visible(lines[0]) if lines else ""
