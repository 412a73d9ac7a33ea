"""The address of a heading and its entry in the list of contents: its words alone, without notes of sources."""

import re
from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from macros.guidance.anchors import heading_ids, without_citations

_HEADING = re.compile(r"h[1-6]")
_ESCAPED = re.compile(rf"{STX}(\d+){ETX}")


class HeadingProcessor(Treeprocessor):
    """Gives every heading without an address of its own the one that the check counts on."""

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        used = {element.get("id", "") for element in root.iter()}
        headings = [element for element in root.iter() if _HEADING.fullmatch(element.tag)]
        texts = [_text(element) for element in headings]
        unnamed = [(element, text) for element, text in zip(headings, texts, strict=True) if "id" not in element.attrib]
        given = heading_ids((text for _, text in unnamed), _prose(root), used)
        for (element, _), identifier in zip(unnamed, given, strict=True):
            element.set("id", identifier)
        for element, text in zip(headings, texts, strict=True):
            if without_citations(text) != text:
                element.set("data-toc-label", without_citations(text))


def _text(element: Element) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found[1])), "".join(element.itertext()))


def _prose(element: Element) -> str:
    """The text in an element without code, which shows what a citation looks like and cites nothing."""
    if element.tag in {"code", "pre"}:
        return ""
    parts = [element.text or "", *(f"{_prose(child)}{child.tail or ''}" for child in element)]
    return "".join(parts)
