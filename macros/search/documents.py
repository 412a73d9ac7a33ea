"""Documents for the index, read from the built pages: what a reader can see is what can be found.

Of a page only the `h1` and the text (`class="text"`) inside `<main id="innehall">` are read. Navigation,
forms, figures, source lists and answers that are missing are left out, since a reader who searches for
”avgift” is not helped by a page that says that nothing is known about it. What a template marks
`data-sok="nej"` is left out too; on a heading that means its whole section. Headings with an id start a
section, so that a result can lead straight to it.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import partial

from macros.language.speaking import SWEDISH
from macros.model.plain import Json
from macros.search.elements import FORM_CLASSES, INLINE, SKIPPED, SKIPPED_CLASSES, VOID
from macros.search.places import is_read, is_read_in_full
from macros.site.pages import BuiltSite, Page
from macros.site.tree import Node, is_element
from macros.translation.addresses import language_of

MAIN_ID = "innehall"
TEXT_CLASS = "text"
# What an element of the main content is in: text, something that is left out, a cell of a row that says nothing yet,
# the name of a row that is the same on other pages.
_TEXT, _SKIP, _CELL, _NAME = 1, 2, 4, 8
_SIGNS = _TEXT | _SKIP
_CLOSED_BY = {"tr": ";", "caption": ":"}
_SECTION_HEADINGS = frozenset({"h2", "h3"})
# Around such a name: it is quoted, so that the value says what it is of, but not searched.
_START_OF_NAME, _END_OF_NAME = "\ue000", "\ue001"
_ROW_NAMES = re.compile(f"{_START_OF_NAME}[^{_END_OF_NAME}]*{_END_OF_NAME}")
_SPACE_BEFORE_SIGN = re.compile(r" +([.,;:!?)])")


@dataclass
class Section:
    """A part of a page: the id to link to (empty for the part before the first heading) and its text.

    `quoted` is the text with the names of rows that are not searched; empty when it is the same.
    """

    anchor: str = ""
    heading: str = ""
    text: str = ""
    level: int = 2
    quoted: str = ""
    pieces: list[str] = field(default_factory=list, repr=False, compare=False)


@dataclass
class Document:
    """A page as the search sees it; `address` is relative to the site's root: ”grupper/bebo/”.

    `questions` are ways to ask for it that it does not say itself (`questions.py`).
    """

    address: str = ""
    title: str = ""
    summary: str = ""
    kind: str = ""
    search_words: tuple[str, ...] = ()
    sections: list[Section] = field(default_factory=lambda: [Section()])
    links: list[str] = field(default_factory=list)
    listed: bool = True
    questions: tuple[str, ...] = ()


class _Reader:
    """Collects the main content of one page from its tree; `inside` tells what an element is in, as a sum of signs."""

    def __init__(self) -> None:
        self.document = Document()
        self._section = self.document.sections[0]
        self._heading: str | None = None
        self._muted = False
        self._row_start: int | None = None
        self._row_said = False
        self._is_form = False

    def read(self, node: Node, inside: int) -> None:
        """Reads an element and what is in it."""
        tag, around = node.tag, inside
        if tag in VOID:
            self._break(tag, around)
            return
        classes = _classes(node)
        if TEXT_CLASS in classes:
            inside |= _TEXT
        if tag == "h1":
            self._heading = tag
        if inside & _SIGNS == _TEXT:
            inside |= self._start(node, tag, classes)
        if not inside & _SKIP:
            self._data(node.text, inside)
            for child in node:
                if is_element(child):
                    self.read(child, inside)
                self._data(child.tail, inside)
        self._end(tag)
        self._break(tag, around)

    def _start(self, node: Node, tag: str, classes: Collection[str]) -> int:
        """Opens an element of the text, and tells what it is in that sense."""
        if tag in _SECTION_HEADINGS:
            self._start_section(node)
            return 0
        if self._is_left_out(node, tag, classes):
            return _SKIP
        if tag == "th" and self._is_form:
            return _NAME
        return self._start_content(node, tag, classes)

    def _start_section(self, node: Node) -> None:
        self._break(node.tag, _TEXT)
        self._muted = node.get("data-sok") == "nej"
        if node.get("id") and not self._muted:
            self._heading = node.tag
            self._section = Section(node.get("id"), level=int(node.tag[1]))
            self.document.sections.append(self._section)

    def _start_content(self, node: Node, tag: str, classes: Collection[str]) -> int:
        self._break(tag, _TEXT)
        if tag == "a" and node.get("href"):
            self.document.links.append(node.get("href"))
        if tag == "table":
            self._is_form = not FORM_CLASSES.isdisjoint(classes)
        if tag == "tr":
            self._row_start = len(self._section.pieces)
        if tag in _CLOSED_BY:
            self._row_said = False
        return _CELL if tag == "td" and self._row_start is not None else 0

    def _end(self, tag: str) -> None:
        if tag == self._heading:
            self._heading = None
        if tag == "tr" and self._row_start is not None:
            # No cell said anything: the name of the row is then no news either.
            del self._section.pieces[self._row_start :]
            self._row_start, self._row_said = None, False
        if tag in _CLOSED_BY and self._row_said:
            self._close(_CLOSED_BY[tag])

    def _close(self, sign: str) -> None:
        """Parts a row or caption from what follows, so that a quotation does not read as one sentence."""
        pieces, self._row_said = self._section.pieces, False
        last = next((piece.rstrip() for piece in reversed(pieces) if piece.strip()), "")
        if not last.endswith(tuple(".:;?!")):
            pieces.append(sign)

    def _data(self, data: str | None, inside: int) -> None:
        if not data:
            return
        if self._heading == "h1":
            self.document.title += data
        elif inside & _SIGNS != _TEXT:
            return
        elif self._heading:
            self._section.heading += data
        elif inside & _NAME:
            if not data.isspace():
                self._section.pieces.append(f" {_START_OF_NAME}{data.strip()}:{_END_OF_NAME} ")
        elif not self._muted:
            self._section.pieces.append(data)
            says = not data.isspace()
            self._row_said = self._row_said or says
            if says and inside & _CELL:
                self._row_start = None

    def _is_left_out(self, node: Node, tag: str, classes: Collection[str]) -> bool:
        if tag in SKIPPED or not SKIPPED_CLASSES.isdisjoint(classes) or node.get("hidden") is not None:
            return True
        return node.get("data-sok") == "nej" or (tag == "thead" and self._is_form)

    def _break(self, tag: str, inside: int) -> None:
        if inside & _SIGNS == _TEXT and tag not in INLINE:
            self._section.pieces.append(" ")

    def meta(self, node: Node) -> None:
        """Notes what a page says of itself in its head."""
        name, content = node.get("name", ""), node.get("content", "")
        if name == "description":
            self.document.summary = content
        elif name == "kb:slag":
            self.document.kind = content
        elif name == "kb:sokord":
            self.document.search_words += tuple(word.strip() for word in content.split(";") if word.strip())
        elif (name == "robots" and "noindex" in content) or node.get("http-equiv", "").lower() == "refresh":
            self.document.listed = False


def _classes(node: Node) -> Collection[str]:
    named = node.get("class")
    return named.split() if named else ()


def clean(text: str) -> str:
    """Text on one line, composed letters, without soft hyphens."""
    line = " ".join(unicodedata.normalize("NFC", text.replace("\u00ad", "")).split())
    return _SPACE_BEFORE_SIGN.sub(r"\1", line)


def read_page(tree: Node, address: str) -> Document:
    """The document of one built page. Its title is empty when the page has no main content with an `h1` to search."""
    reader = _Reader()
    for meta in tree.iter("meta"):
        reader.meta(meta)
    found = reader.document
    found.address = address
    in_full = is_read_in_full(address, found.kind)
    for main in tree.iter("main") if is_read(address, found.kind) else ():
        if main.get("id") == MAIN_ID and not in_full:
            found.title = "".join(text for heading in main.iter("h1") for text in heading.itertext())
        elif main.get("id") == MAIN_ID:
            around = (name for above in main.iterancestors() for name in _classes(above))
            reader.read(main, _TEXT if TEXT_CLASS in around else 0)
    found.title, found.summary = clean(found.title), clean(found.summary)
    for section in found.sections:
        whole = "".join(section.pieces)
        section.heading, section.text = clean(section.heading), clean(_ROW_NAMES.sub("", whole))
        quoted = clean(whole.replace(_START_OF_NAME, "").replace(_END_OF_NAME, ""))
        section.quoted = "" if quoted == section.text else quoted
        section.pieces.clear()
    return found


def read_site(site: BuiltSite, language: str = SWEDISH) -> Iterator[Document]:
    """All documents of a built site in a language, by address.

    Left out are pages that robots may not list or that have no text.
    """
    for page in site.addressed():
        address = page.address.removeprefix("/")
        if language_of(page.address) != language or not is_read(address):
            continue
        document = _from_plain(plain_document(page))
        says = any(part.text for part in document.sections) or not is_read_in_full(address, document.kind)
        if document.title and document.listed and says:
            yield document


def plain_document(page: Page) -> Json:
    """The document of one built page as plain data, as it was kept or read now."""
    found: Json = page.get("sok", partial(_plain_page, page.address.removeprefix("/")))
    return found


def _plain_page(address: str, tree: Node) -> Json:
    """The document of one built page as plain data."""
    page = read_page(tree, address)
    sections = [[part.anchor, part.heading, part.text, part.level, part.quoted] for part in page.sections]
    plain = {**vars(page), "search_words": list(page.search_words), "sections": sections}
    return {name: value for name, value in plain.items() if name != "questions"}


def _from_plain(values: Json) -> Document:
    sections = [Section(*part) for part in values["sections"]]
    return Document(**{**values, "search_words": tuple(values["search_words"]), "sections": sections})
