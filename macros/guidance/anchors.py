"""The addresses of headings: one rule for the pages, which have them, and for the check, which counts on them."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from markdown.extensions.toc import slugify

from macros.model.text_rules import CITATION

TEMPLATES = Path(__file__).resolve().parents[2] / "overrides"
# The list of sources, in overrides/sidor/kallista.html.
_SOURCES = "kallor"
# Code shows what a citation looks like and cites nothing.
_CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
# A template may ask for an identifier without having it.
_QUESTIONS = re.compile(r"\{%.*?%\}", re.DOTALL)
_IDENTIFIER = re.compile(r'\bid="([a-z][a-z0-9-]*)"')
_HEADING = re.compile(r"^#{2,3} +(.*?)(?:\s*\{:?\s*#([\w-]+)[^}\n]*\})?\s*$", re.MULTILINE)
# What notes, lists of sources, tables and figures are numbered with on the page.
_NUMBERED = re.compile(r"(?:kalla|not|tabell-md|figur|utskrift|utskriftstabell)-[a-z0-9-]+")


def without_citations(text: str) -> str:
    """The words of a heading, as its address and the list of contents have them."""
    return " ".join(CITATION.sub("", text).split())


def heading_ids(texts: Iterable[str], page: str, used: Iterable[str] = ()) -> Iterator[str]:
    """The address of each heading of a page, in order: its words, with a number when the address is taken.

    Taken are those of headings before it, those in `used`, and those that the templates of the page have.
    The list of sources has one only where the text of the `page` cites a source.
    """
    taken = {*used, *reserved()} | ({_SOURCES} if CITATION.search(_CODE.sub("", page)) else set())
    for text in texts:
        base = slugify(without_citations(text), "-")
        found, number = base, 0
        while not found or found in taken or _NUMBERED.fullmatch(found):
            number += 1
            found = f"{base}_{number}"
        taken.add(found)
        yield found


def heading_anchors(body: str) -> Iterator[tuple[str, str]]:
    """The headings of a page's Markdown, each with its address; those that a template has given theirs included."""
    found = [(match[1], match[2] or "") for match in _HEADING.finditer(_CODE.sub("", body))]
    made = heading_ids((text for text, given in found if not given), body)
    for text, given in found:
        yield text, given or next(made)


@cache
def reserved() -> frozenset[str]:
    """Every identifier that stands in the templates of all pages."""
    shown = [*TEMPLATES.glob("*.html"), *(TEMPLATES / "partials").glob("*.html")]
    texts = (_QUESTIONS.sub("", path.read_text("utf-8")) for path in shown)
    return frozenset(name for text in texts for name in _IDENTIFIER.findall(text))
