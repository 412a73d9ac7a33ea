"""Warns of words that are neither in the Swedish dictionary nor in the project's own word list."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from macros.checks.material import Material
from macros.guidance.prose import Prose
from macros.language.spelling import OWN_WORDS, suggestions, unknown
from macros.language.swedish import listing, sort_key
from macros.problems.problem import Problem

RULE = "stavning"
# A word with a digit in it is a name or a number, and one before a hyphen is half a word (”hälso- och sjukvård”).
_WORD = re.compile(r"(?<![\w-])[^\W\d_]+(?:[-’:][^\W\d_]+)*(?![\w-])")
# Suggestions take a while to find, so a text full of unknown words gets them only for the first.
WITH_SUGGESTIONS = 10
HINT = f"Rätta ordet. Är det rätt läggs det till i {OWN_WORDS}."

Place = tuple[Prose, int, int]


def check(material: Material) -> Iterable[Problem]:
    """One warning for each unknown word of a file, where it first stands."""
    places = _unknown_places(material)
    for number, (word, found) in enumerate(places.items()):
        near = suggestions(word) if number < WITH_SUGGESTIONS else ()
        question = f" Menade du {listing([f'”{other}”' for other in near], 'eller')}?" if near else ""
        first = {prose.passage.shown: (prose, line, offset) for prose, line, offset in reversed(found)}
        for prose, line, offset in first.values():
            yield prose.warning(line, offset, f"Ordet ”{word}” finns inte i ordlistan.{question}", HINT, RULE)


def new_words(material: Material) -> Mapping[str, list[str]]:
    """Every unknown word in Swedish order, with its places as `file:line`."""
    return {
        word: [f"{prose.passage.shown}:{prose.passage.lines[line].number}" for prose, line, _ in found]
        for word, found in _unknown_places(material).items()
    }


def words_of(material: Material) -> set[str]:
    """Every word of the Swedish texts."""
    return {word for prose in material.prose for word in _words_in(prose)}


@lru_cache(maxsize=1 << 16)
def _words_in(prose: Prose) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(prose.plain) if len(word) > 1)


def _unknown_places(material: Material) -> Mapping[str, list[Place]]:
    # A source's key in the text has a message of its own.
    wrong = unknown(words_of(material)) - material.identifiers["kalla"]
    places: dict[str, list[Place]] = {word: [] for word in sorted(wrong, key=sort_key)}
    for prose in material.prose if wrong else ():
        for line, offset, word in _words(prose):
            if word in wrong:
                places[word].append((prose, line, offset))
    return places


def _words(prose: Prose) -> Iterator[tuple[int, int, str]]:
    for block in prose.blocks:
        for piece in block.pieces:
            for found in _WORD.finditer(piece.text):
                yield piece.line, found.start(), found[0]
