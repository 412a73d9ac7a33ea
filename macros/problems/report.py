"""Shows problems: as text with the faulty line and a mark, as annotations for GitHub, or as JSON."""

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from macros.problems.problem import Problem
from macros.problems.told import rule_address

Sources = Mapping[str, Sequence[str]]
LONGEST_LINE = 160
# Unicode categories of signs that could move the cursor, turn the text around or end the line.
_UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
# Words of GitHub's annotations for our levels.
_GITHUB_LEVELS = {"fel": "error", "varning": "warning"}


def visible(text: str) -> str:
    """Text that is safe to print: control and direction characters become codes, one line."""
    return "".join(f"\\u{ord(sign):04x}" if unicodedata.category(sign) in _UNSAFE else sign for sign in text)


def as_difference(name: str, before: str, after: str) -> str:
    """The lines of a file that a change takes away and adds."""
    rows = difflib.unified_diff(before.splitlines(), after.splitlines(), name, name, lineterm="", n=0)
    return "".join(f"{visible(row)}\n" for row in rows)


def as_text(problems: Sequence[Problem], sources: Sources) -> str:
    """Each problem with its faulty line, a mark under the place, and what to write instead."""
    blocks = ["\n".join(_block(problem, sources)) for problem in problems]
    return "\n\n".join((*blocks, summary(problems))) + "\n"


def as_github(problems: Iterable[Problem], sources: Sources) -> str:  # noqa: ARG001 - one shape for all formats
    """Workflow commands that GitHub shows on the lines of a pull request."""
    return "".join(f"{_annotation(problem)}\n" for problem in problems)


def as_json(problems: Sequence[Problem], sources: Sources) -> str:  # noqa: ARG001 - one shape for all formats
    """The problems as JSON, with the number of each level."""
    rows = [
        {
            "fil": problem.path,
            "rad": problem.line,
            "kolumn": problem.column,
            "niva": problem.level,
            "regel": problem.rule,
            "meddelande": problem.message,
            "gor_sa_har": problem.hint,
            "las_mer": problem.reference,
            "regelsida": rule_address(problem.rule),
        }
        for problem in problems
    ]
    counts = {"fel": _count(problems, "fel"), "varningar": _count(problems, "varning")}
    return json.dumps({**counts, "problem": rows}, ensure_ascii=False, indent=2) + "\n"


FORMATS = {"text": as_text, "github": as_github, "json": as_json}


def summary(problems: Sequence[Problem]) -> str:
    """One line that counts the problems."""
    errors, warnings = _count(problems, "fel"), _count(problems, "varning")
    warned = f"{warnings} {'varning' if warnings == 1 else 'varningar'}"
    if not errors:
        return f"Inga fel, {warned}."
    files = len({problem.path for problem in problems if problem.level == "fel"})
    return f"{errors} fel i {files} {'fil' if files == 1 else 'filer'}, {warned}."


def _count(problems: Iterable[Problem], level: str) -> int:
    return sum(problem.level == level for problem in problems)


def _block(problem: Problem, sources: Sources) -> Iterator[str]:
    place = f"{visible(problem.path)}:{problem.line}:{problem.column}"
    yield f"{place}: {problem.level}: {visible(problem.message)}"
    lines = sources.get(problem.path, ())
    if 0 < problem.line <= len(lines) and lines[problem.line - 1].strip():
        yield from _marked(lines[problem.line - 1], problem.line, problem.column)
    if problem.hint:
        yield f"  → {visible(problem.hint)}"
    yield f"  Läs mer: {_pages(problem)}"


def _pages(problem: Problem) -> str:
    """Where the field and the rule are explained."""
    rule = rule_address(problem.rule)
    return visible(f"{problem.reference} och {rule}" if problem.reference else rule)


def _marked(text: str, number: int, column: int) -> Iterator[str]:
    """The faulty line and a mark under the column; a long line is cut around it."""
    start = max(0, column - LONGEST_LINE // 2) if len(text) > LONGEST_LINE else 0
    cut = text[start : start + LONGEST_LINE].replace("\t", " ")
    before = cut[: column - 1 - start]
    yield f"  {number:>5} | {visible(cut)}"
    yield f"        | {' ' * _width(visible(before))}^"


def _width(text: str) -> int:
    """Columns that a terminal uses for the text: accents of their own take none, wide signs two."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def _annotation(problem: Problem) -> str:
    place = f"file={_property(problem.path)},line={problem.line},col={problem.column}"
    parts = (problem.message, problem.hint, f"Läs mer: {_pages(problem)}")
    text = _escape(" ".join(visible(part) for part in parts if part))
    return f"::{_GITHUB_LEVELS[problem.level]} {place},title={_property(problem.rule or problem.level)}::{text}"


def _escape(text: str) -> str:
    return re.sub(r"[%\r\n]", lambda found: f"%{ord(found[0]):02X}", text)


def _property(text: str) -> str:
    return re.sub(r"[%\r\n:,]", lambda found: f"%{ord(found[0]):02X}", text)
