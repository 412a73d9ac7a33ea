"""Warns of chopped text: many short sentences in a row, with no word that says how they hang together."""

import re
from collections.abc import Iterable, Iterator

from macros.checks.material import Material
from macros.guidance.prose import Prose
from macros.language.text import Block, Sentence, sentences
from macros.problems.problem import Problem

RULE = "hackig-text"
# A short sentence has its place, and so do two. This many in a row leave the reader to join the pieces.
LIMIT = 4
SHORT = 8
_CONNECTIVE = re.compile(
    r"(?<!\w)(?:alltså|annars|dock|då|därför|därmed|däremot|eftersom|för att|innan|medan|men|när|om|samtidigt|sedan"
    r"|så att|trots|utan|ändå)(?!\w)",
    re.IGNORECASE,
)
_ITEM = re.compile(r"\s*(?:[-*+>]|\d+\.)\s")


def check(material: Material) -> Iterable[Problem]:
    """One warning for each run, where it begins. Easy texts are short on purpose, and lists are no running text."""
    for prose in material.prose:
        if prose.passage.kind == "plain" or prose.easy:
            continue
        for block in prose.blocks:
            for run in _runs(block) if _is_paragraph(prose, block) else ():
                message = f"{len(run)} korta meningar i rad, utan ord som binder ihop dem."
                hint = "Slå ihop några av dem, och skriv hur de hänger samman: därför, eftersom, men, medan."
                yield prose.warning(run[0].line, run[0].offset, message, hint, RULE)


def _is_paragraph(prose: Prose, block: Block) -> bool:
    return block.kind == "text" and not _ITEM.match(prose.passage.lines[block.pieces[0].line].text)


def _runs(block: Block) -> Iterator[list[Sentence]]:
    run: list[Sentence] = []
    for sentence in (*sentences(block), None):
        if sentence and len(sentence.words) <= SHORT and not _CONNECTIVE.search(sentence.text):
            run.append(sentence)
        else:
            if len(run) >= LIMIT:
                yield run
            run = []
