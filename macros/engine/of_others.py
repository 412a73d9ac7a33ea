"""What a page shows of others when its Markdown is made into HTML: terms, names, sources, laws and links.

A page is made anew when any of it changes, and not when something changes that the page has no word of.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from html import unescape
from posixpath import dirname, join, normpath

from macros.drawing import TEMPLATES
from macros.kept import digest, files_mark
from macros.kunskapsbank import Kunskapsbank
from macros.markdown_ext import DRAWN_WITH
from macros.markdown_ext.glossary import first_word, forms
from macros.model.text_rules import citations
from macros.translation.bank import in_spoken

_WORD = re.compile(r"[^\W_]+")
_LINK = re.compile(r"[^\s()\"'<>\[\]]+\.md\b")


class OfOthers:
    """The records, the places of all pages (`sources`) and the settings of a build."""

    def __init__(self, bank: Kunskapsbank, sources: Iterable[str], settings: str) -> None:
        self._bank = bank
        self._sources = frozenset(sources)
        self._common = digest(settings, files_mark(TEMPLATES / name for name in DRAWN_WITH))
        self.everything = digest(self._common, bank.mark, *sorted(self._sources))

    def mark(self, source: str, markdown: str) -> str:
        """A mark of what the page at a place may show of others, in the language of now."""
        bank = in_spoken(self._bank)
        text = unescape(markdown)
        return digest(self._common, *_terms(bank, text), "", *_cited(bank, text), "", *self._links(source, text))

    def _links(self, source: str, text: str) -> Iterator[str]:
        """Each page that is linked to, and whether it is there."""
        for link in sorted(set(_LINK.findall(text))):
            place = normpath(join(dirname(f"/{source}"), link)).lstrip("/")
            yield f"{link} {place in self._sources}"


def _terms(bank: Kunskapsbank, text: str) -> Iterator[str]:
    """What is known of each word of a text that a term or a name begins with."""
    known = _by_first_word(bank)
    return (known[word] for word in sorted(known.keys() & set(_WORD.findall(text.lower()))))


@lru_cache(maxsize=4)
def _by_first_word(bank: Kunskapsbank) -> Mapping[str, str]:
    patterns, identifiers = forms(bank)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for form, identifier in identifiers.items():
        found[first_word(form)] += [form, identifier, bank.begrepp[identifier].forklaring]
    return {word: digest(pattern, *found[word]) for word, pattern in patterns.items()}


def _cited(bank: Kunskapsbank, text: str) -> Iterator[str]:
    """The sources that a text cites; with a section of a law, also all that a law may be called."""
    yield from (repr(bank.kalla.get(key)) for key in sorted(set(citations(text))))
    if "§" in text:
        yield from (repr(source) for source in bank.kalla.values() if source.kallas)
