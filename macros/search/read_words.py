"""The words of the texts that are searched, each text read once and kept between builds."""

from collections.abc import Callable, Iterable
from itertools import chain

from macros.kept import Kept, KeptTable
from macros.search.analysis import joined, tokens
from macros.search.documents import Document
from macros.search.lexicon import Concept


class ReadWords:
    """The words of texts."""

    def __init__(self, kept: Kept | None = None) -> None:
        self._read = KeptTable(_words_in, kept, "ord")
        self._taken_apart: dict[str, tuple[list[str], list[str]]] = {}

    def words(self, text: str) -> list[str]:
        """The words of a text."""
        return self._apart(text)[0]

    def hyphened(self, text: str) -> list[str]:
        """The words of a text that have a hyphen, each as one word."""
        return self._apart(text)[1]

    def save(self) -> None:
        """Writes what was read for the next build."""
        self._read.save()

    def _apart(self, text: str) -> tuple[list[str], list[str]]:
        if text not in self._taken_apart:
            words, _, whole = self._read[text].partition("\n")
            self._taken_apart[text] = words.split(), whole.split()
        return self._taken_apart[text]


def _words_in(text: str) -> str:
    """The words of a text, and on a line of their own those with a hyphen as one word."""
    return f"{' '.join(tokens(text))}\n{' '.join(joined(text))}"


def all_words(
    documents: Iterable[Document], concepts: Iterable[Concept], words_of: Callable[[str], list[str]] = tokens
) -> set[str]:
    """Every word of the pages and of the concepts."""
    texts = [
        text
        for page in documents
        for text in (
            page.title,
            page.summary,
            *page.search_words,
            *page.questions,
            *(part for s in page.sections for part in (s.heading, s.text)),
        )
    ]
    return {word for text in chain(texts, *((*c.forms, *c.triggers) for c in concepts)) for word in words_of(text)}
