"""`kunskapsbank kontrollera`: every problem in `data/` and `docs/`; exit code 1 if any is an error."""

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from macros.checks import check_material, gather, old_sources, unknown_values
from macros.checks.material import Material
from macros.cli.parser import Parser
from macros.contribute.difference_pages import moved_pages
from macros.contribute.difference_records import CHANGED, changed_records, renamed
from macros.contribute.following import follower
from macros.contribute.revision import unpack
from macros.kept import FOLDER, Kept
from macros.loading.validate import field_reference
from macros.model import KINDS
from macros.model.kvar import FlyttadSida
from macros.ord import words
from macros.places import data_folder, project_root
from macros.problems.problem import Problem, has_errors
from macros.problems.report import FORMATS

# What is unknown or old is no fault of a change: it is counted, and listed when asked for.
STANDING = frozenset({unknown_values.RULE, old_sources.RULE})


def add_arguments(parser: Parser) -> None:
    """The choices of this command."""
    text = words()["kommando"]
    parser.add_argument(
        "--format", choices=tuple(FORMATS), default=_default_format(os.environ), help=text["kontrollera_format"]
    )
    parser.add_argument("--bara-fel", action="store_true", help=text["kontrollera_bara_fel"])
    parser.add_argument("--alla", action="store_true", help=text["kontrollera_alla"])
    parser.add_argument("--sedan", metavar="BAS", default="", help=text["kontrollera_sedan"])
    parser.add_argument("--dag", type=date.fromisoformat, default=None, help=text["kontrollera_dag"])


def _since(root: Path, revision: str, material: Material) -> tuple[set[tuple[str, str]], list[Problem]] | None:
    """What was told of a revision already, in files as they are named now, and facts that got no new day since.

    None when there is no such revision.
    """
    now = {
        f"data/{KINDS[kind].folder}/{old}.yml": f"data/{KINDS[kind].folder}/{new}.yml"
        for kind, entries in material.loaded.names.moved.items()
        for old, new in entries.items()
    }
    now |= {page.shown: f"docs{page.left.flyttad_till}" for page in material.left if isinstance(page.left, FlyttadSida)}
    with tempfile.TemporaryDirectory() as work:
        base = Path(work)
        if unpack(root, revision, base):
            return None
        before = gather(base, base / "data", material.today)
        told = check_material(before)
        known = {_mark(replace(problem, path=now.get(problem.path, problem.path))) for problem in told}
        return known, list(_stale(before, material))


def _stale(before: Material, after: Material) -> Iterator[Problem]:
    """Records that say something else than before, but keep the day of their last change."""
    files = {file.shown: file for file in after.loaded.files.values()}
    names = renamed(before, after)
    for record in changed_records(before, after, names, follower(names, moved_pages(before, after))):
        file = files.get(record.path) if record.stale else None
        if file is not None and (CHANGED,) in file.parsed.values:
            line, column = file.parsed.values[CHANGED,]
            message = "En uppgift har ändrats, men inte datumet då posten senast ändrades."
            hint = "Skriv dagens datum, så att läsaren ser att uppgiften är ny."
            reference = field_reference(file.kind.name, (CHANGED,))
            yield Problem(file.shown, line, column, message, hint, "varning", rule="andrad", reference=reference)


def _mark(problem: Problem) -> tuple[str, str]:
    """What makes a problem the same after lines have been added above it."""
    return problem.path, problem.message


def _default_format(environment: Mapping[str, str]) -> str:
    """Comments on the lines where the command runs on GitHub, text elsewhere."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"


def run(chosen: argparse.Namespace) -> int:
    """Checks everything and prints what was found."""
    root = project_root(Path.cwd())
    material = gather(root, data_folder(root), chosen.dag)
    problems = check_material(material, Kept("kontroll", root / FOLDER))
    if chosen.sedan:
        since = _since(root, chosen.sedan, material)
        if since is None:
            sys.stderr.write(f"{words()['skillnad']['okand_bas'].format(bas=chosen.sedan)}\n")
            return 2
        known, late = since
        problems = [problem for problem in problems if problem.level == "fel" or _mark(problem) not in known]
        problems = sorted([*problems, *late])
    elif not chosen.alla and chosen.format != "json":
        standing = sum(problem.rule in STANDING for problem in problems)
        problems = [problem for problem in problems if problem.rule not in STANDING]
        if standing and not chosen.bara_fel:
            note = words()["kommando"]["kontrollera_kvar"].format(antal=standing)
            (sys.stderr if chosen.format == "github" else sys.stdout).write(f"{note}\n")
    if chosen.bara_fel:
        problems = [problem for problem in problems if problem.level == "fel"]
    sys.stdout.write(FORMATS[chosen.format](problems, material.sources))
    return 1 if has_errors(problems) else 0
