"""Headings of a page come in order, from `##`; the page's title is drawn from its front matter.

Text fields of records have no headings of their own.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.checks.material import Material
from macros.checks.passages import Line, Passage
from macros.problem import Problem

RULE = "rubrik"
TOP = 2
DEEPEST = 3
_HEADING = re.compile(r"^[\s>]*(?P<marks>#{1,6})(?P<text>.*)$")
_UNDERLINE = re.compile(r"^\s*(=+|-+)\s*$")
_MARK_UP = re.compile(r"\[(?P<text>[^\[\]]*)\]\([^()]*\)|\[@[^\[\]]*\]|[*`]")


@dataclass(frozen=True)
class Heading:
    """A heading: its level, 1–6, and its text without mark-up."""

    level: int
    plain: str


def heading_of(line: Line) -> Heading | None:
    """The heading that a line is, if it is one."""
    found = None if line.is_code else _HEADING.match(line.text)
    if found is None:
        return None
    text = _MARK_UP.sub(lambda part: part["text"] or "", found["text"].rstrip("# "))
    return Heading(len(found["marks"]), text.strip())


def check(material: Material) -> Iterable[Problem]:
    """Headings in the wrong place, out of order, too deep, empty or underlined."""
    for passage in material.passages:
        if passage.kind == "guide":
            yield from _guide(passage)
        elif passage.kind == "markdown":
            yield from _record(passage)


def _guide(passage: Passage) -> Iterator[Problem]:
    last = TOP - 1
    before = ""
    for line in passage.lines:
        heading = heading_of(line)
        if heading is not None:
            yield from _one(passage, line, heading, last)
            last = max(heading.level, TOP - 1)
        elif _UNDERLINE.match(line.text) and before.strip() and not line.is_code:
            hint = "Skriv rubriker med ## först på raden. En linje behöver en tom rad före sig."
            yield passage.problem(line, 0, "Raden gör texten ovanför till en rubrik.", hint, RULE)
        before = line.prose


def _one(passage: Passage, line: Line, heading: Heading, last: int) -> Iterator[Problem]:
    if heading.level < TOP:
        hint = "Sidans rubrik hämtas från ”title” i sidhuvudet. Börja med ##."
        yield passage.problem(line, 0, "En rubrik med ett # får inte stå i texten.", hint, RULE)
    elif heading.level > DEEPEST:
        yield passage.problem(line, 0, "Rubriken ligger för djupt.", "Använd bara ## och ###.", RULE)
    elif heading.level > last + 1:
        hint = f"Skriv {'#' * (last + 1)} här, eller lägg till en rubrik på nivån ovanför."
        yield passage.problem(line, 0, "Rubriken hoppar över en nivå.", hint, RULE)
    if not heading.plain:
        yield passage.problem(line, 0, "Rubriken är tom.", "Skriv en rubrik eller ta bort raden.", RULE)


def _record(passage: Passage) -> Iterator[Problem]:
    for line in passage.lines:
        if heading_of(line) is not None:
            hint = "Dela upp texten i stycken. Rubriker skrivs i fältet ”rubrik” där det finns."
            yield passage.problem(line, 0, "Texten i en post kan inte ha rubriker.", hint, RULE)
