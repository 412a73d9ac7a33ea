"""Documents for the index, read from the built pages: what a reader can see is what can be found.

Of a page only the `h1` and the text (`class="text"`) inside `<main id="innehall">` are read. Navigation,
forms, figures, source lists and answers that are missing are left out, since a reader who searches for
”avgift” is not helped by a page that says that nothing is known about it. What a template marks
`data-sok="nej"` is left out too; on a heading that means its whole section. Headings with an id start a
section, so that a result can lead straight to it.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from macros.kept import FOLDER, Kept
from macros.language.speaking import SWEDISH
from macros.translation.addresses import language_of

MAIN_ID = "innehall"
TEXT_CLASS = "text"
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
_SKIPPED = frozenset(
    {
        "script",
        "style",
        "template",
        "noscript",
        "nav",
        "form",
        "svg",
        "footer",
        "button",
        "code",
        "pre",
        "select",
        "sup",
    }
)
_SKIPPED_CLASSES = frozenset(
    {"kallista", "legend", "bokstaver", "jamfor-hopp", "svar-saknas", "svar-ej", "forklaring", "bara-skript"}
)
# Tables with the same row headings on every page of a kind: the headings say nothing about the one page.
_FORM_CLASSES = frozenset({"fakta", "jamforelsetabell", "siffror", "oversikt"})
# Elements inside a line: they do not part two words.
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "cite",
        "code",
        "dfn",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "strong",
        "sub",
        "time",
        "u",
        "var",
        "wbr",
    }
)
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
    pieces: list[str] = field(default_factory=list, repr=False, compare=False)


@dataclass
class Document:
    """A page as the search sees it; `address` is relative to the site's root: ”grupper/bebo/”."""

    address: str = ""
    title: str = ""
    summary: str = ""
    kind: str = ""
    search_words: tuple[str, ...] = ()
    sections: list[Section] = field(default_factory=lambda: [Section()])
    links: list[str] = field(default_factory=list)
    listed: bool = True


class _Reader(HTMLParser):
    """Collects one page. Depths in the stack of open elements tell what is inside what."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.document = Document()
        self._open: list[str] = []
        self._inside: dict[str, int] = {}
        self._heading: str | None = None
        self._muted = False
        self._row_start: int | None = None
        self._is_form = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        classes = frozenset(values.get("class", "").split())
        if tag == "meta":
            self._meta(values)
        if tag in _VOID:
            self._break(tag)
            return
        self._open.append(tag)
        self._frame(tag, classes, values)
        if not self._reading():
            return
        if tag in _SECTION_HEADINGS:
            self._start_section(tag, values)
        elif self._is_left_out(tag, classes, values):
            self._enter("skipped")
        else:
            self._start_content(tag, classes, values)

    def _frame(self, tag: str, classes: frozenset[str], values: dict[str, str]) -> None:
        """Notes when an element opens the main content, its text or the title."""
        if tag == "main" and values.get("id") == MAIN_ID:
            self._enter("main")
        if TEXT_CLASS in classes:
            self._enter("text")
        if tag == "h1" and "main" in self._inside:
            self._heading = tag

    def _start_section(self, tag: str, values: dict[str, str]) -> None:
        self._break(tag)
        self._muted = values.get("data-sok") == "nej"
        if values.get("id") and not self._muted:
            self._heading = tag
            self.document.sections.append(Section(values["id"], level=int(tag[1])))

    def _start_content(self, tag: str, classes: frozenset[str], values: dict[str, str]) -> None:
        self._break(tag)
        if tag == "a" and values.get("href"):
            self.document.links.append(values["href"])
        if tag == "table":
            self._is_form = bool(classes & _FORM_CLASSES)
        if tag == "tr":
            self._row_start = len(self.document.sections[-1].pieces)
        if tag == "td" and self._row_start is not None:
            self._enter("cell")

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            self._inside = {name: depth for name, depth in self._inside.items() if depth <= len(self._open)}
            if closed == tag:
                break
        if tag == self._heading:
            self._heading = None
        if tag == "tr" and self._row_start is not None:
            # No cell said anything: the name of the row is then no news either.
            del self.document.sections[-1].pieces[self._row_start :]
            self._row_start = None
        self._break(tag)

    def handle_data(self, data: str) -> None:
        if self._heading == "h1":
            self.document.title += data
        elif self._heading and self._reading():
            self.document.sections[-1].heading += data
        elif self._reading() and not self._muted:
            self.document.sections[-1].pieces.append(data)
            if "cell" in self._inside and data.strip():
                self._row_start = None

    def _is_left_out(self, tag: str, classes: frozenset[str], values: dict[str, str]) -> bool:
        if tag in _SKIPPED or classes & _SKIPPED_CLASSES or "hidden" in values:
            return True
        return values.get("data-sok") == "nej" or (tag == "th" and self._is_form)

    def _enter(self, what: str) -> None:
        self._inside.setdefault(what, len(self._open))

    def _reading(self) -> bool:
        return "main" in self._inside and "text" in self._inside and "skipped" not in self._inside

    def _break(self, tag: str) -> None:
        if tag not in _INLINE and self._reading():
            self.document.sections[-1].pieces.append(" ")

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
        section.heading, section.text = clean(section.heading), clean("".join(section.pieces))
        section.pieces.clear()
    return found


def read_site(site: Path, language: str = SWEDISH, cache: Path = FOLDER) -> Iterator[Document]:
    """All documents of a built site in a language, by address.

    Left out are pages that robots may not list or that have no text.
    """
    kept = Kept("sok" if language == SWEDISH else f"sok-{language}", cache)
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        address = "" if folder == "." else f"{folder}/"
        if language_of(f"/{address}") != language:
            continue
        html = path.read_text("utf-8")
        document = _from_plain(kept.get(partial(_plain_page, html, address), html, address))
        if document.title and document.listed and any(part.text for part in document.sections):
            yield document
    kept.save()


def _plain_page(html: str, address: str) -> dict[str, Any]:
    """The document of one built page as plain data."""
    page = read_page(html, address)
    sections = [[part.anchor, part.heading, part.text, part.level] for part in page.sections]
    return {**vars(page), "search_words": list(page.search_words), "sections": sections}


def _from_plain(values: dict[str, Any]) -> Document:
    sections = [Section(*part) for part in values["sections"]]
    return Document(**{**values, "search_words": tuple(values["search_words"]), "sections": sections})
