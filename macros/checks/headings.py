"""Headings of a page come in order, from `##`; the page's title is drawn from its front matter.

Text fields of records have no headings of their own.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.checks.material import Material
from macros.guidance import commonmark
from macros.guidance.anchors import without_citations
from macros.guidance.passages import Line, Passage
from macros.problems.problem import Problem

RULE = "rubrik"
TOP = 2
DEEPEST = 3


@dataclass(frozen=True)
class Heading:
    """A heading: its line, its level, 1–6, its text without mark-up, and whether a line below makes it one."""

    line: Line
    level: int
    plain: str
    underlined: bool


def headings_of(passage: Passage) -> Iterator[Heading]:
    """The headings of a text, in order."""
    for place, token in enumerate(passage.blocks):
        if token.type == "heading_open" and token.map:
            underlined = token.markup in {"-", "="}
            line = passage.lines[token.map[1] - 1 if underlined else token.map[0]]
            yield Heading(line, int(token.tag[1]), commonmark.plain(passage.blocks[place + 1].content), underlined)


def check(material: Material) -> Iterable[Problem]:
    """Headings in the wrong place, out of order, too deep, empty or underlined."""
    headless = {guide.shown for guide in material.guides if guide.parsed.data is None}
    for passage in material.passages:
        if passage.kind == "guide" and passage.shown not in headless:
            yield from _guide(passage)
        elif passage.kind == "markdown":
            yield from _record(passage)


def _guide(passage: Passage) -> Iterator[Problem]:
    last = TOP - 1
    for heading in headings_of(passage):
        if heading.underlined:
            hint = "Skriv rubriker med ## först på raden. En linje behöver en tom rad före sig."
            yield passage.problem(heading.line, 0, "Raden gör texten ovanför till en rubrik.", hint, RULE)
        else:
            yield from _one(passage, heading.line, heading, last)
            last = max(heading.level, TOP - 1)


def _one(passage: Passage, line: Line, heading: Heading, last: int) -> Iterator[Problem]:
    if heading.level < TOP:
        hint = "Sidans rubrik hämtas från ”title” i sidhuvudet. Börja med ##."
        yield passage.problem(line, 0, "En rubrik med ett # får inte stå i texten.", hint, RULE)
    elif heading.level > DEEPEST:
        yield passage.problem(line, 0, "Rubriken ligger för djupt.", "Använd bara ## och ###.", RULE)
    elif heading.level > last + 1:
        hint = f"Skriv {'#' * (last + 1)} här, eller lägg till en rubrik på nivån ovanför."
        yield passage.problem(line, 0, "Rubriken hoppar över en nivå.", hint, RULE)
    if not without_citations(heading.plain):
        yield passage.problem(line, 0, "Rubriken är tom.", "Skriv en rubrik eller ta bort raden.", RULE)


def _record(passage: Passage) -> Iterator[Problem]:
    for heading in headings_of(passage):
        hint = "Dela upp texten i stycken. Rubriker skrivs i fältet ”rubrik” där det finns."
        yield passage.problem(heading.line, 0, "Texten i en post kan inte ha rubriker.", hint, RULE)
