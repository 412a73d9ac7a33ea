"""No line and no page is longer than a reader of changes can take in, or than the rules read."""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.guidance.passages import LONGEST_LINE, MOST_LINES, Line, Passage
from macros.problems.problem import Problem

RULE = "radlangd"
MESSAGE = f"Raden är för lång: högst {LONGEST_LINE} tecken."
HINT = "Skriv en mening på varje rad."
TOO_MANY = "Dela upp innehållet på flera sidor."


def check(material: Material) -> Iterable[Problem]:
    """Lines that are too long, in texts and in front matter."""
    for guide in material.guides:
        last = guide.first_body_line + MOST_LINES
        if len(guide.lines) >= last:
            yield Problem(guide.shown, last, 1, f"Sidan är för lång: högst {MOST_LINES} rader.", TOO_MANY, rule=RULE)
        front = Passage(guide.shown, "guide", ())
        for number, text in enumerate(guide.lines[: guide.first_body_line - 1], 1):
            if len(text) > LONGEST_LINE:
                yield front.problem(Line(number, 1, text), 0, MESSAGE, HINT, RULE)
    for passage in material.passages:
        for line in passage.lines:
            if line.is_cut:
                yield passage.problem(line, 0, MESSAGE, HINT, RULE)
