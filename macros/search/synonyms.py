"""Common Swedish words that the pages lack, from `synonymer.txt`: what means the same, and that they are words at all.

A reader may type any word. One that stands in the list with others leads to them, in all their forms; one that stands
alone is a word of its own, so that ”advokat” is not taken for a misspelt ”avvika”. Of the words themselves the browser
only gets marks, which take a byte each: one word of 250 that is not in the list has the mark of one that is.
"""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from macros.language.speaking import SWEDISH, spoken

# How many marks there are, whatever the words, and what a mark is made with; `sok-vanliga.js` makes them too.
RANGE = 1_000_003
MARK_STEP = 31


def common_words() -> Mapping[str, tuple[str, ...]]:
    """The words in the language of now, each with its synonyms among the words of the pages."""
    return _swedish() if spoken() == SWEDISH else {}


@cache
def _swedish() -> Mapping[str, tuple[str, ...]]:
    text = files("macros.search").joinpath("synonymer.txt").read_text("utf-8")
    rows = (line.partition(":") for line in text.splitlines() if line and not line.startswith("#"))
    return {word: tuple(own.split()) for word, _, own in rows}


def synonyms(terms: Container[str], term_of: Callable[[str], str]) -> Iterator[tuple[str, str]]:
    """Terms with the words, as terms, that they are synonyms of."""
    for word, own in common_words().items():
        for term in map(term_of, own):
            if term in terms:
                yield term, term_of(word)


def marks(stems: Iterable[str]) -> list[int]:
    """The marks of some words, in order."""
    return sorted(set(map(_mark, stems)))


def _mark(word: str) -> int:
    found = 0
    for letter in word:
        found = (found * MARK_STEP + ord(letter)) % RANGE
    return found
