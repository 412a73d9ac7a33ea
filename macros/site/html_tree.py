"""A built page as a tree of elements and texts, each element with the line where it stands.

The pages are our own and well formed, so the standard library's parser is enough. Figures keep their
source as it is written, since SVG tells upper and lower case apart.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


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


class _Builder(HTMLParser):
    """Builds the tree while the page is read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.starts = [0, *accumulate(len(line) for line in html.splitlines(keepends=True))]
        self.root = Element("root")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Adds an element and, unless it is empty by nature, goes into it."""
        made = Element(tag, {name: value or "" for name, value in attrs}, line=self.getpos()[0])
        self.open[-1].children.append(made)
        if tag == "svg":
            made.source = self.html[self._offset() :]
        if tag not in _VOID:
            self.open.append(made)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Adds an element that is closed at once, as in SVG."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Closes the innermost element of that name."""
        if not any(element.tag == tag for element in self.open[1:]):
            return
        while self.open[-1].tag != tag:
            self.open.pop()
        closed = self.open.pop()
        if closed.only_for_screen:
            self.open[-1].children.remove(closed)
        if tag == "svg":
            after = self._offset() + len("</svg>")
            start = len(self.html) - len(closed.source)
            closed.source = self.html[start:after]

    def handle_data(self, data: str) -> None:
        """Adds a text."""
        self.open[-1].children.append(data)

    def _offset(self) -> int:
        line, column = self.getpos()
        return self.starts[line - 1] + column


def parse(html: str) -> Element:
    """The tree of a page; its root is an element without meaning of its own."""
    builder = _Builder(html)
    builder.feed(html)
    builder.close()
    return builder.root
