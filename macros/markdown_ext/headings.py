"""The address of a heading and its entry in the list of contents: its words alone, without notes of sources."""

import re
from xml.etree.ElementTree import Element

from markdown.extensions.toc import unique
from markdown.treeprocessors import Treeprocessor
from markdown.util import STX

from macros.commonmark import heading_slug, without_citations

_HEADING = re.compile(r"h[1-6]")
_ESCAPED = re.compile(f"{STX}(\\d+)\x03")


class HeadingProcessor(Treeprocessor):
    """Gives every heading without an address of its own the one that the check counts on."""

    def run(self, root: Element) -> None:
        """Changes the tree in place."""
        used = {element.get("id", "") for element in root.iter()}
        counters: dict[str, int] = {}
        for element in root.iter():
            if _HEADING.fullmatch(element.tag):
                text = _ESCAPED.sub(lambda found: chr(int(found[1])), "".join(element.itertext()))
                if without_citations(text) != text:
                    # Without citations the engine makes the same entry itself.
                    element.set("data-toc-label", without_citations(text))
                if "id" not in element.attrib:
                    element.set("id", unique(heading_slug(text), used, counters))
