"""Cases as files: a small valid site, and folders that each put something into it.

A case is a folder with `docs/` or `data/` files laid over `tests/fixtures/small`. A case that must
fail also has `expected.txt`: the problems, one a line, as `fil:rad:kolumn: fel: … → …`.
"""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

from macros.checks import check_all
from macros.problem import Problem

TESTS = Path(__file__).parent
SMALL = TESTS / "fixtures" / "small"
PROJECT = TESTS.parent
TODAY = date(2026, 11, 23)


def small_site(target: Path) -> Path:
    """Copies the small valid site to a new folder and returns it. The criteria are the project's own."""
    shutil.copytree(SMALL, target, dirs_exist_ok=True)
    shutil.copytree(PROJECT / "data" / "kriterier", target / "data" / "kriterier")
    return target


def menu_of(root: Path, entries: list[Any]) -> list[Any]:
    """The real menu with the pages that a small site has: generated ones and those written; no section is empty."""
    found: list[Any] = []
    for entry in entries:
        ((title, below),) = entry.items() if isinstance(entry, dict) else ((entry, entry),)
        if isinstance(below, list):
            pages = menu_of(root, below)
            found += [{title: pages}] if pages else []
        elif (root / "docs" / below).is_file() or not (PROJECT / "docs" / below).is_file():
            found.append(entry)
    return found


def with_case(target: Path, case: Path) -> Path:
    """The small site with the files of a case laid over it."""
    root = small_site(target)
    for part in ("docs", "data"):
        if (case / part).is_dir():
            shutil.copytree(case / part, root / part, dirs_exist_ok=True)
    return root


def check(root: Path, today: date = TODAY) -> list[Problem]:
    """Every problem of a site in a temporary folder."""
    return check_all(root, root / "data", today)


def as_line(problem: Problem) -> str:
    """A problem as cases write it."""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return f"{place}: {problem.level}: {problem.message} → {problem.hint}"


def errors(problems: list[Problem]) -> list[str]:
    """The errors as cases write them."""
    return [as_line(problem) for problem in problems if problem.level == "fel"]


def folders(top: Path) -> list[Path]:
    """The cases of a folder; none is a fault of the tests."""
    found = sorted(path for path in top.iterdir() if path.is_dir())
    assert found, f"no cases in {top}"
    return found
