"""Cases as files: a small valid site, and folders that each put something into it.

A case is a folder with `docs/` or `data/` files laid over `tests/fixtures/small`. A case that must
fail also has `expected.txt`: each problem with the line that it is told of and a mark at the place.
The line stands there for its number, so that a new field in the small site moves no expectation.
"""

import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from macros.checks import check_material, gather
from macros.checks.material import Material
from macros.kunskapsbank import Kunskapsbank
from macros.problems.problem import Problem
from macros.problems.report import visible

TESTS = Path(__file__).parent
SMALL = TESTS / "fixtures" / "small"
MORE = TESTS / "fixtures" / "more"
PROJECT = TESTS.parent
# So much of a long line is shown around the place of a problem.
SHOWN = 160
TODAY = date(2026, 11, 23)
# Pages that every page's header and footer lead to.
FIXED = (
    "index",
    "om/kontakt",
    "om/oppna-data",
    "lattlast/index",
    "om/in-english",
    "bidra/index",
    "sok",
    "skriv-ut",
    "bilda-en-grupp/behov-och-inriktning",
    "en/index",
    "en/search",
)
TRANSLATIONS = {"en/index": "index.md", "en/search": "sok.md"}
PAGE = """---
title: {title}
sammanfattning: En sida som bara finns för att prova bygget av en liten webbplats.
malgrupp: [alla]
andrad: "2026-11-23"
granskad: "2026-11-23"
---

Text.
{more}
## Nästa steg

- Läs [ordlistan](/ordlista.md).
"""


@cache
def real() -> Material:
    """All that the project itself holds, read once for all tests of a worker."""
    return gather(PROJECT, PROJECT / "data", TODAY)


@cache
def real_bank() -> Kunskapsbank:
    """The project's own records."""
    found = real()
    assert found.bank is not None, found.problems
    return found.bank


def small_site(target: Path) -> Path:
    """Copies the small valid site to a new folder and returns it. The criteria are the project's own."""
    # Only what is in the files is copied: each is one of many, and none is run.
    shutil.copytree(SMALL, target, copy_function=shutil.copyfile, dirs_exist_ok=True)
    shutil.copytree(PROJECT / "data" / "kriterier", target / "data" / "kriterier", copy_function=shutil.copyfile)
    return target


def small_project(root: Path, over: Path | None = None) -> Path:
    """The small site as a project that builds, in a new folder, with the real theme, hook and menu.

    Of sources it has only its own, among them those that pages of every site cite: to read the real register takes a
    third of such a build. The files of the folder `over` are laid over it, and it gets a public address.
    """
    small_site(root)
    if over:
        shutil.copytree(over, root, dirs_exist_ok=True)
    for name in FIXED:
        path = root / "docs" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        more = "\n{{ utskrifter() }}\n" if name == "skriv-ut" else ""
        text = PAGE.format(title=f"Sidan {name}", more=more)
        if name in TRANSLATIONS:
            text = text.replace("malgrupp:", f"sprak: en\noversattning_av: {TRANSLATIONS[name]}\nmalgrupp:")
        path.write_text(text, "utf-8")
    (root / "macros").symlink_to(PROJECT / "macros")
    settings = yaml.safe_load((PROJECT / "mkdocs.yml").read_text("utf-8"))
    settings["nav"] = menu_of(root, settings["nav"])
    settings["not_in_nav"] = "*"
    settings["theme"]["custom_dir"] = str(PROJECT / "overrides")
    if over:
        settings["site_url"] = "https://prov.example.org/"
    (root / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return root


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


def files_of(case: Path) -> dict[str, bytes]:
    """The files that a case lays over the small site, by their place in it."""
    paths = (path for part in ("docs", "data") for path in (case / part).rglob("*") if path.is_file())
    return {path.relative_to(case).as_posix(): path.read_bytes() for path in paths}


@contextmanager
def laid_over(root: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """A site with some files put in or changed, that afterwards is as it was."""
    before = {place: (root / place).read_bytes() for place in files if (root / place).is_file()}
    made: list[Path] = []
    try:
        for place, content in files.items():
            path = root / place
            made += [folder for folder in path.parents if not folder.exists()]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        yield
    finally:
        for place in files:
            if place in before:
                (root / place).write_bytes(before[place])
            else:
                (root / place).unlink(missing_ok=True)
        for folder in sorted(made, reverse=True):
            folder.rmdir()


def check(root: Path, today: date = TODAY) -> list[Problem]:
    """Every problem of a site in a temporary folder."""
    return check_material(gather(root, root / "data", today))


def as_line(problem: Problem) -> str:
    """A problem as cases write it."""
    place = f"{problem.path}:{problem.line}:{problem.column}"
    return f"{place}: {problem.level}: {problem.message} → {problem.hint}"


def at_their_lines(problems: Iterable[Problem], material: Material) -> str:
    """Problems as `expected.txt` has them: what is said, of which line, with a mark at the place; and the advice."""
    blocks = ("\n".join(_block(problem, material.sources.get(problem.path, ()))) for problem in problems)
    return "\n".join(f"{block}\n" for block in blocks)


def _block(problem: Problem, lines: Sequence[str]) -> Iterator[str]:
    said = f"{problem.level}: {problem.message}"
    if problem.line > len(lines):
        # Of a file that could not be read there is no line to show.
        yield f"{problem.path}:{problem.line}:{problem.column}: {said}"
    else:
        line = lines[problem.line - 1]
        alike = [number for number, other in enumerate(lines, 1) if other == line]
        which = f" (rad {alike.index(problem.line) + 1} av {len(alike)} lika)" if len(alike) > 1 else ""
        start = max(0, problem.column - SHOWN // 2) if len(line) > SHOWN else 0
        before = visible(line[start : problem.column - 1])
        yield f"{problem.path}{which}: {said}"
        yield f"  | {visible(line[start : start + SHOWN])}".rstrip()
        yield f"  | {' ' * len(before)}^"
    yield f"  → {problem.hint}"


def expected_of(case: Path) -> str:
    """The problems that a failing case must give."""
    expected = (case / "expected.txt").read_text("utf-8")
    assert expected.strip(), "a failing case must expect something"
    return expected


def errors(problems: list[Problem]) -> list[str]:
    """The errors as cases write them."""
    return [as_line(problem) for problem in problems if problem.level == "fel"]


def folders(top: Path) -> list[Path]:
    """The cases of a folder; none is a fault of the tests."""
    found = sorted(path for path in top.iterdir() if path.is_dir())
    assert found, f"no cases in {top}"
    return found
