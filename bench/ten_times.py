"""Ten times the content, for timing: nine altered copies of each page beside it.

A larger site has more words too, so in each copy every fourth word of some length is made into a new one.
"""

from collections.abc import Sequence
from dataclasses import replace
from zlib import crc32

from macros.search.analysis import tokens
from macros.search.documents import Document, Section

COPIES = 9
SHORTEST = 5
ONE_IN = 4
_SHIFT = str.maketrans("aeioubdgklmnprst", "eioauptkglnmrpts")


def ten_times(documents: Sequence[Document]) -> list[Document]:
    """The documents and nine copies of each with some words of their own."""
    return [*documents, *(_copy(page, number) for number in range(1, COPIES + 1) for page in documents)]


def _copy(page: Document, number: int) -> Document:
    sections = [
        Section(s.anchor, _altered(s.heading, number), _altered(s.text, number), s.level) for s in page.sections
    ]
    words = tuple(_altered(word, number) for word in page.search_words)
    return replace(
        page,
        address=f"kopia-{number}/{page.address}",
        title=f"{_altered(page.title, number)} {number}",
        summary=_altered(page.summary, number),
        search_words=words,
        sections=sections,
    )


def _altered(text: str, number: int) -> str:
    return " ".join(_new_word(word, number) for word in tokens(text))


def _new_word(word: str, number: int) -> str:
    """Every fourth word, a different fourth in each copy, spelled as no other word."""
    if len(word) < SHORTEST or crc32(f"{word}{number}".encode()) % ONE_IN:
        return word
    return word.translate(_SHIFT) + "bcdfghklm"[number - 1] + word[:2]
