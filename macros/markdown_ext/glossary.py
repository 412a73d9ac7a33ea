"""Links to the glossary: the first time a term occurs on a page, in any of its inflected forms."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from macros.kunskapsbank import Kunskapsbank

# Inside these nothing is linked: links and headings lead elsewhere, code is shown as it is.
_SKIP = frozenset({"a", "h1", "h2", "h3", "h4", "code", "pre", "th", "caption", "label", "dt"})
# Where a form can start, and the word that it starts with.
_START = re.compile(r"(?<![\w@-])\w+")


@cache
def forms(bank: Kunskapsbank) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Patterns for the forms of linked terms by their first word, and the term's identifier by form; in lower case."""
    found: dict[str, str] = {}
    for identifier, term in bank.begrepp.items():
        if term.lankas == "ja":
            short = (term.forkortning,) if term.forkortning else ()
            for form in (term.namn, *term.bojningar, *term.synonymer, *short):
                found.setdefault(form.lower(), identifier)
    # Names of groups are matched too, and not linked: ”Ledningsnät” in ”4S Ledningsnät” is no term.
    names = {name.lower() for group in bank.grupp.values() for name in (group.namn, group.fullt_namn or group.namn)}
    by_word: dict[str, list[str]] = {}
    for form in sorted({*found, *names}, key=lambda form: (-len(form), form)):
        if first := first_word(form):
            by_word.setdefault(first, []).append(form)
    patterns = {word: rf"(?:{'|'.join(map(re.escape, own))})(?![\w-])" for word, own in by_word.items()}
    return patterns, found


def first_word(form: str) -> str:
    """The word that a form begins with; empty when it begins with a sign."""
    found = _START.match(form)
    return found[0] if found else ""


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def occurrences(patterns: Mapping[str, str], text: str) -> Iterator[re.Match[str]]:
    """Every form in a text, the longest where several begin; only forms with the same first word are tried."""
    place = 0
    while start := _START.search(text, place):
        place = start.end()
        pattern = patterns.get(start[0].lower())
        found = _compiled(pattern).match(text, start.start()) if pattern else None
        if found:
            place = found.end()
            yield found


class GlossaryProcessor(Treeprocessor):
    """Links each term once a page."""

    def __init__(self, md: Markdown, bank: Callable[[], Kunskapsbank]) -> None:
        super().__init__(md)
        self._bank = bank

    @property
    def bank(self) -> Kunskapsbank:
        """The records, asked for when a page is made: an engine sets its rules up before the records are checked."""
        return self._bank()

    def run(self, root: Element) -> None:
        """Changes the tree in place, unless the page is the glossary itself or in another language."""
        if any(heading.get("class") == "begrepp" for heading in root.iterfind("h3")):
            return
        seen: set[str] = set()
        self._walk(root, seen)

    def _walk(self, parent: Element, seen: set[str]) -> None:
        if parent.tag in _SKIP:
            return
        children = list(parent)
        self._link(parent, None, seen)
        for child in children:
            self._walk(child, seen)
            self._link(parent, child, seen)

    def _link(self, parent: Element, child: Element | None, seen: set[str]) -> None:
        """Links terms in the text before the first child (`child` None) or after a child."""
        text = (parent.text if child is None else child.tail) or ""
        patterns, identifiers = forms(self.bank)
        pieces: list[str | Element] = []
        start = 0
        for found in occurrences(patterns, text):
            identifier = identifiers.get(found[0].lower())
            if identifier is None or identifier in seen:
                continue
            seen.add(identifier)
            pieces += [text[start : found.start()], self._element(identifier, found[0])]
            start = found.end()
        if pieces:
            _insert(parent, child, [*pieces, text[start:]])

    def _element(self, identifier: str, words: str) -> Element:
        link = Element("a", {"class": "begrepp", "href": f"/ordlista.md#{identifier}"})
        link.set("data-forklaring", self.bank.begrepp[identifier].forklaring)
        link.text = words
        return link


def _insert(parent: Element, child: Element | None, pieces: list[str | Element]) -> None:
    """Replaces a text by alternating texts and elements."""
    place = 0 if child is None else list(parent).index(child) + 1
    if child is None:
        parent.text = str(pieces[0])
    else:
        child.tail = str(pieces[0])
    for element, tail in zip(pieces[1::2], pieces[2::2], strict=True):
        if isinstance(element, Element):
            element.tail = str(tail)
            parent.insert(place, element)
            place += 1
