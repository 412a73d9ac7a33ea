"""Documents for the index, read from the built pages: what a reader can see is what can be found.

Of a page only `<main id="innehall">` is read. Elements marked `data-sok="nej"`, navigation, forms, footers
and figures are left out, since they repeat what stands elsewhere. Headings with an id start a section, so
that a result can lead straight to it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

MAIN_ID = "innehall"
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SKIPPED = frozenset("script style template noscript nav form svg footer button select sup".split())
# Elements inside a line: they do not part two words.
_INLINE = frozenset("a abbr b cite code dfn em i kbd mark q s small span strong sub time u var wbr".split())
_SECTION_HEADINGS = frozenset({"h2", "h3"})
_SPACES = re.compile(r"\s+")
_SPACE_BEFORE_SIGN = re.compile(r" +([.,;:!?)])")


@dataclass
class Section:
    """A part of a page: the id to link to (empty for the part before the first heading) and its text."""

    anchor: str = ""
    heading: str = ""
    text: str = ""
    level: int = 2


@dataclass
class Document:
    """A page as the search sees it; `address` is relative to the site's root: ”grupper/bebo/”."""

    address: str = ""
    title: str = ""
    summary: str = ""
    kind: str = ""
    search_words: tuple[str, ...] = ()
    sections: list[Section] = field(default_factory=lambda: [Section()])
    listed: bool = True


class _Reader(HTMLParser):
    """Collects one page. A stack of open elements tells what is inside the main content and what is skipped."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self._open: list[str] = []
        self._main_depth: int | None = None
        self._skip_depth: int | None = None
        self._heading: str | None = None
        self._words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "meta":
            self._meta(values)
        if tag in _VOID:
            self._break(tag)
            return
        self._open.append(tag)
        if tag == "main" and values.get("id") == MAIN_ID:
            self._main_depth = len(self._open)
        if self._main_depth is None or self._skip_depth is not None:
            return
        if tag in _SKIPPED or values.get("data-sok") == "nej" or "hidden" in values:
            self._skip_depth = len(self._open)
            return
        self._break(tag)
        if tag == "h1" or (tag in _SECTION_HEADINGS and values.get("id")):
            self._heading = tag
            if tag != "h1":
                self.document.sections.append(Section(values["id"], level=int(tag[1])))

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            depth = len(self._open) + 1
            if self._skip_depth == depth:
                self._skip_depth = None
            if self._main_depth == depth:
                self._main_depth = None
            if closed == tag:
                break
        self._break(tag)
        if tag == self._heading:
            self._heading = None

    def handle_data(self, data: str) -> None:
        if self._main_depth is None or self._skip_depth is not None:
            return
        if self._heading == "h1":
            self.document.title += data
        elif self._heading:
            self.document.sections[-1].heading += data
        else:
            self.document.sections[-1].text += data

    def _break(self, tag: str) -> None:
        if tag not in _INLINE and self._main_depth is not None and self._skip_depth is None:
            self.document.sections[-1].text += " "

    def _meta(self, values: dict[str, str]) -> None:
        name, content = values.get("name", ""), values.get("content", "")
        if name == "description":
            self.document.summary = content
        elif name == "kb:slag":
            self.document.kind = content
        elif name == "kb:sokord":
            self.document.search_words += tuple(word.strip() for word in content.split(";") if word.strip())
        elif (name == "robots" and "noindex" in content) or values.get("http-equiv", "").lower() == "refresh":
            self.document.listed = False


def clean(text: str) -> str:
    """Text on one line, composed letters, without soft hyphens."""
    line = _SPACES.sub(" ", unicodedata.normalize("NFC", text.replace("\u00ad", ""))).strip()
    return _SPACE_BEFORE_SIGN.sub(r"\1", line)


def read_page(html: str, address: str) -> Document:
    """The document of one built page. Its title is empty when the page has no main content with an `h1`."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    found = reader.document
    found.address, found.title, found.summary = address, clean(found.title), clean(found.summary)
    for section in found.sections:
        section.heading, section.text = clean(section.heading), clean(section.text)
    first = found.sections[0]
    first.text = first.text.removeprefix(found.summary).strip()
    return found


def read_site(site: Path) -> Iterator[Document]:
    """All documents of a built site, by address. Pages that robots may not list are left out."""
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        document = read_page(path.read_text("utf-8"), "" if folder == "." else f"{folder}/")
        if document.title and document.listed:
            yield document
