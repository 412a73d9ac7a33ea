"""Reads words from PDFs and from built pages in the same way, for comparing them."""

import re
import subprocess
import unicodedata
from functools import cache
from pathlib import Path

import pikepdf

from macros.site.html_tree import Element

_WORD = re.compile(r"[^\W_]+")
_BROKEN = re.compile(r"([^\W_]+)[-\u00ad\u2010]\s*$", re.MULTILINE)
_FIRST = re.compile(r"^\W*([^\W_]+)", re.MULTILINE)
# Elements that end a word even when no space follows them.
_BLOCKS = frozenset(["td", "th", "li", "p", "dt", "dd", "div", "tr", "h2", "h3", "caption", "span", "br", "figcaption"])
# Figures are pictures with an alternative text; letters to jump to and texts about scripts are not printed.
_LEFT_OUT = frozenset({"svg", "nav", "noscript", "summary"})


@cache
def opened(path: Path) -> pikepdf.Pdf:
    """A PDF, opened once for all tests of a worker."""
    return pikepdf.open(path)


def words(text: str) -> list[str]:
    """The words of a text; raised and lowered signs count as ordinary ones."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).lower())


class PdfText:
    """The text of a PDF in reading order; a word that is divided at a line's end is still found."""

    def __init__(self, path: Path) -> None:
        command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
        text = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8").stdout
        self.text = unicodedata.normalize("NFKC", text).lower()
        found = frozenset(_WORD.findall(self.text))
        # A note's number stands close to the word before it.
        self.words = found | {word.rstrip("0123456789") for word in found}
        self.ends = frozenset(_BROKEN.findall(self.text))
        # Addresses are divided wherever the line ends.
        self.squashed = re.sub(r"[\s\u200b\u00ad\u2010]", "", self.text)
        self.starts = frozenset(_FIRST.findall(self.text))

    def holds(self, word: str) -> bool:
        """Whether a word stands here: as it is, divided, or with a note's number close to it."""
        return word in self.words or self._is_divided(word) or self._is_noted(word)

    def _is_divided(self, word: str) -> bool:
        return any(word[:cut] in self.ends and word[cut:] in self.starts for cut in range(2, len(word) - 1))

    def _is_noted(self, word: str) -> bool:
        # A year with a note: ”2002” and note 17 are read as ”200217”.
        return word.isdigit() and any(found.startswith(word) and found.isdigit() for found in self.words)


def page_words(content: Element) -> list[str]:
    """The words of a page's content that print must hold; source notes are compared by their own test."""
    return words("".join(_texts(content)))


def page_links(content: Element) -> list[str]:
    """Where the links of a page's content lead, as they are written.

    Source notes have their own test, and terms are explained in the whole guide's glossary only.
    """
    if content.tag in _LEFT_OUT or content.classes & {"kallnot", "kallista", "begrepp"}:
        return []
    own = [content.attributes["href"]] if content.tag == "a" and content.attributes.get("href") else []
    return own + [href for child in content.children if isinstance(child, Element) for href in page_links(child)]


def _texts(element: Element) -> list[str]:
    # What a link says of its file is for those who might fetch it.
    if element.tag in _LEFT_OUT or element.classes & {"kallnot", "kallista", "filuppgift"}:
        return []
    edge = [" "] if element.tag in _BLOCKS else []
    inner = [part for child in element.children for part in ([child] if isinstance(child, str) else _texts(child))]
    return [*edge, *inner, *edge]
