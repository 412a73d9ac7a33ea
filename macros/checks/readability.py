"""Warns of pages of guidance, and of easy-to-read texts in records, that are hard to read as a whole, by their LIX."""

from collections.abc import Iterable, Sequence

from macros.checks.material import Material
from macros.guidance.prose import Prose
from macros.language.measure import lix
from macros.problems.problem import Problem

RULE = "lasbarhet"
LIMIT = 45
EASY_LIMIT = 30
# How many of the hardest lines the advice names.
NAMED_LINES = 3


def check(material: Material) -> Iterable[Problem]:
    """One warning for each page or easy text whose LIX is over the limit, with its hardest lines."""
    for prose in material.prose:
        if prose.passage.kind != "guide" and not prose.easy:
            continue
        limit = EASY_LIMIT if prose.easy else LIMIT
        value = page_lix(prose)
        if value > limit:
            lines = ", ".join(str(number) for number in sorted(_hardest(prose)))
            what = "Sidans" if prose.passage.kind == "guide" else "Textens"
            message = f"{what} LIX är {value:.0f}. Gränsen är {limit}."
            hint = f"Dela långa meningar och byt långa ord. Svårast är rad {lines}."
            yield prose.warning(prose.sentences[0].line, 0, message, hint, RULE)


def page_lix(prose: Prose) -> float:
    """The LIX of the running text of a page."""
    return lix(sentence.words for sentence in prose.sentences)


def _hardest(prose: Prose) -> Sequence[int]:
    """The line numbers of the sentences that raise the LIX most."""
    found = sorted(prose.sentences, key=lambda sentence: lix([sentence.words]), reverse=True)
    return [prose.passage.lines[sentence.line].number for sentence in found[:NAMED_LINES]]
