"""HTML in Markdown is taken out before the Markdown is read, as Python-Markdown does it, in less time.

Python-Markdown reads a page's tags with the standard library's parser, which follows lines and columns and takes every
attribute apart. Templates write their tags in one way, and those are found here by one pattern; a page with anything
else is left to Python-Markdown (`tests/markdown_ext/test_raw_html.py` holds the two together).
"""

import re

from markdown import Markdown
from markdown.preprocessors import HtmlBlockPreprocessor

_ATTRIBUTE = r"\s+[a-zA-Z][\w:.-]*(?:=\"[^\"<>`]*\")?"
_TAG = re.compile(rf"<(?:/([a-zA-Z][a-zA-Z0-9]*)|([a-zA-Z][a-zA-Z0-9]*)(?:{_ATTRIBUTE})*\s*)>")
# What has rules of its own: content that is no HTML, rules across a page, codes of signs that are not finished.
_OTHER = re.compile(
    r"<(?:script|style|textarea|title|xmp|iframe|noembed|noframes|plaintext|hr)\b"
    r"|&#(?:[0-9]+|x[0-9a-f]+)(?![0-9a-f;])",
    re.IGNORECASE,
)
_BLANK_LINE = re.compile(r"(?:[ ]*\n){2}")
_MOST_INDENTED = 3


class RawHtmlPreprocessor(HtmlBlockPreprocessor):
    """Puts pieces of HTML aside, each with a code in its place."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with codes in place of HTML."""
        source = "\n".join(lines)
        tags = list(_TAG.finditer(source))
        if len(tags) != source.count("<") or _OTHER.search(source):
            return super().run(lines)
        reading = _Reading(source, self.md)
        if not all(map(reading.passes, tags)):
            return super().run(lines)
        store = self.md.htmlStash.store
        return "".join(store(text) if is_html else text for is_html, text in reading.pieces()).split("\n")


class _Reading:
    """A page that is read tag by tag into pieces, of which some are HTML to put aside."""

    def __init__(self, source: str, md: Markdown) -> None:
        self._source = source
        self._md = md
        self._made: list[tuple[bool, str]] = []
        # The elements that are open in a piece of HTML, where the piece begins, and where the last tag ended.
        self._open: list[str] = []
        self._begin = self._last = 0
        # After a piece of HTML, on its last line.
        self._in_tail = False

    def passes(self, tag: re.Match[str]) -> bool:
        """Reads a tag; whether it stands as templates write it."""
        if self._in_tail:
            line, broken, _ = self._source[self._last : tag.start()].partition("\n")
            self._in_tail = not broken
            if "&" in line and not self._open:
                return False
        if tag[2]:
            self._opens(tag[2].lower(), tag.start())
        elif self._open:
            self._closes(tag[1].lower(), tag.end())
        self._last = tag.end()
        return True

    def _opens(self, name: str, start: int) -> None:
        begins = self._md.is_block_level(name) and (self._in_tail or (not self._open and self._begins_line(start)))
        if begins and not self._open:
            self._made.append((False, self._source[self._begin : start]))
            self._begin = start
        if begins:
            self._made.append((False, "\n"))
        if begins or self._open:
            self._open.append(name)

    def _closes(self, name: str, end: int) -> None:
        if name in self._open:
            # What was left open inside it is closed too.
            del self._open[len(self._open) - 1 - self._open[::-1].index(name) :]
        if not self._open:
            self._in_tail = not _BLANK_LINE.match(self._source, end)
            html = self._source[self._begin : end] + ("" if self._in_tail else "\n")
            self._made += [(True, html), (False, "\n\n")]
            self._begin = end

    def _begins_line(self, place: int) -> bool:
        """Whether nothing but a few spaces stands before a place on its line."""
        line = self._source.rfind("\n", 0, place) + 1
        return place - line <= _MOST_INDENTED and not self._source[line:place].strip()

    def pieces(self) -> list[tuple[bool, str]]:
        """The pieces in order, and whether each is HTML."""
        return [*self._made, (bool(self._open), self._source[self._begin :])]
