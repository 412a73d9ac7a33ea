"""A built page as a tree of elements and texts, each element with the line where it stands.

It is the tree that the page was read into, in the shape that print asks for: without what is only for the screen, and
with each figure's source.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from macros.site import tree


@dataclass
class Element:
    """An element: its name, attributes, children (elements and texts), line, and source when it is a figure."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)
    line: int = 0
    source: str = ""

    @property
    def only_for_screen(self) -> bool:
        """Whether the element works only with a script, or is hidden until one shows it."""
        return "bara-skript" in self.classes or "hidden" in self.attributes

    @property
    def classes(self) -> frozenset[str]:
        """The element's classes."""
        return frozenset(self.attributes.get("class", "").split())

    def walk(self) -> Iterator["Element"]:
        """The element itself and every element in it, in reading order."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, tag: str, name: str = "") -> "Element | None":
        """The first element with the tag and, when `name` is given, that class."""
        return next((found for found in self.walk() if found.tag == tag and (not name or name in found.classes)), None)

    def text(self) -> str:
        """All text in the element, without markup."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)


def parse(html: str) -> Element:
    """The tree of a page or a piece of one; its root is an element without meaning of its own."""
    page = tree.parse(html)
    return Element("root", children=[element_of(page)] if "<html" in html else element_of(page.find("body")).children)


def element_of(node: tree.Node) -> Element:
    """An element of the parser's tree with all that is in it, without what is only for the screen."""
    made = Element(node.tag, dict(node.attrib), line=node.sourceline)
    if node.tag == "svg":
        made.source = tree.svg_source(node)
    made.children += [node.text] if node.text else []
    for child in node:
        inner = element_of(child) if tree.is_element(child) else None
        made.children += [inner] if inner and not inner.only_for_screen else []
        made.children += [child.tail] if child.tail else []
    return made
