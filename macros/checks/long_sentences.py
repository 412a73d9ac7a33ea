"""Warns of sentences that are too long to take in at one reading."""

from collections.abc import Iterable, Iterator

from macros.checks.material import Material
from macros.guidance.prose import Prose
from macros.language.text import Sentence, sentences
from macros.problems.problem import Problem

RULE = "meningslangd"
LIMIT = 30
EASY_LIMIT = 15


def check(material: Material) -> Iterable[Problem]:
    """One warning for each sentence with more words than the limit, where it begins."""
    for prose in material.prose:
        limit = EASY_LIMIT if prose.easy else LIMIT
        for sentence in _long(prose, 2 * limit):
            count = len(sentence.words)
            if count > limit:
                message = f"Meningen har {count} ord. Gränsen är {limit}."
                yield prose.warning(sentence.line, sentence.offset, message, "Dela den i två eller fler.", RULE)


def _long(prose: Prose, signs: int) -> Iterator[Sentence]:
    """The sentences with at least so many signs: the others need not have their words counted."""
    for block in prose.blocks:
        if block.kind == "text" and sum(len(piece.text) for piece in block.pieces) >= signs:
            yield from (sentence for sentence in sentences(block) if len(sentence.text) >= signs)
