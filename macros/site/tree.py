"""A page as a tree, read by lxml: the one parser of what the build has made.

HTML tells no case of names, and the parser gives small letters; figures get the capitals of SVG back.
"""

from typing import Any

from lxml import etree
from lxml import html as parser

# An element of the tree; lxml tells no types.
Node = Any
# Elements and attributes of SVG with capitals, as the HTML standard lists them (section 13.2.6.5, and ”adjust SVG
# attributes” in 13.2.6.1), that figures may have.
_CAPITALS = (
    "clipPath linearGradient radialGradient textPath foreignObject "
    "clipPathUnits gradientTransform gradientUnits lengthAdjust markerHeight markerUnits markerWidth "
    "maskContentUnits maskUnits pathLength patternContentUnits patternTransform patternUnits "
    "preserveAspectRatio refX refY spreadMethod startOffset textLength viewBox"
)
_SVG_NAMES = {name.lower(): name for name in _CAPITALS.split()}


def parse(html: str) -> Node:
    """The `html` element of a page; a piece of one stands in a page of its own."""
    return parser.document_fromstring(html or "<html></html>")


def is_element(node: Node) -> bool:
    """Whether a node is an element, and no comment."""
    return isinstance(node.tag, str)


def svg_source(node: Node) -> str:
    """A figure as it is written in a file of its own."""
    for element in node.iter("*"):
        element.tag = _SVG_NAMES.get(element.tag, element.tag)
        if _SVG_NAMES.keys() & element.keys():
            attributes = [(_SVG_NAMES.get(name, name), value) for name, value in element.items()]
            element.attrib.clear()
            element.attrib.update(attributes)
    return str(etree.tostring(node, encoding="unicode", with_tail=False))
