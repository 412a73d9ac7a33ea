"""The shapes of what print draws: every block and every piece of running text, with the fields that it has.

`convert` and `inline` make them from a page, `layout` adds what a product needs to know, and `block.typ` (under
`overrides/typst/`) and `word_document` draw them. Field names are short, since whole books of them are sent to the
typesetter: `k` is what it is, `i` its running text, `t` its title, `b` the blocks in it, `n` a number.
"""

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, TypedDict

# Running text is a list of texts and of the shapes in `MARKS`; a block is one of those in `BLOCKS`. What holds others
# says only that it does, since a shape may stand in itself.
Text = list[Any]
Blocks = list[Any]
# A block as it is passed on: the shapes below say its fields by its `k`, and a test holds every one against them.
Block = dict[str, Any]
Inline = str | Block
# What a template of Typst reads, by name.
Values = dict[str, Any]


class Paragraph(TypedDict):
    """A paragraph, from `<p>`, or from running text that stands alone."""

    k: Literal["p"]
    i: Text


class Heading(TypedDict):
    """A heading of level `n`; `term` when it is a term of the glossary. `id` is its address on the site, or empty."""

    k: Literal["h"]
    n: int
    id: str
    i: Text
    term: bool


class Points(TypedDict):
    """A list: with points, numbers (from `start`), or boxes to tick. An item is blocks."""

    k: Literal["ul", "ol", "check"]
    start: NotRequired[int]
    items: list[Blocks]


class Card(TypedDict):
    """A card: its heading, and the rest."""

    t: Text
    b: Blocks


class Cards(TypedDict):
    """Cards in a column."""

    k: Literal["cards"]
    items: list[Card]


class RegisterEntry(TypedDict):
    """A source in the register of all sources: its title, the address that the title leads to, and the rest."""

    id: str
    t: Text
    url: str
    b: Blocks


class Register(TypedDict):
    """The register of sources."""

    k: Literal["sources"]
    items: list[RegisterEntry]


class Definition(TypedDict):
    """A term with its explanations."""

    t: Text
    b: Blocks


class Definitions(TypedDict):
    """A list of definitions."""

    k: Literal["dl"]
    items: list[Definition]


# `class` and `head-links` are no names in Python.
Table = TypedDict(
    "Table",
    {
        "k": Literal["table"],
        "class": str,
        "caption": Text,
        # Rows of cells, and a cell is blocks.
        "head": list[list[Blocks]],
        "rows": list[list[Blocks]],
        # From `layout`: the shares of the columns, whether the head is repeated on each page, the links of such a
        # head, and whether the table is kept on one page.
        "weights": NotRequired[list[float]],
        "repeat": NotRequired[bool],
        "head-links": NotRequired[Text],
        "whole": NotRequired[bool],
    },
)


class Box(TypedDict):
    """A box with advice, an example, a warning or an interpretation."""

    k: Literal["box"]
    kind: Literal["tips", "exempel", "viktigt", "tolkning"]
    t: Text
    b: Blocks


class Picture(TypedDict):
    """A picture that stands alone: its description and its bytes as numbers."""

    k: Literal["picture"]
    alt: str
    bytes: list[int]


class Figure(TypedDict):
    """A drawing with its description and caption."""

    k: Literal["figure"]
    svg: str
    alt: str
    caption: Text


class Source(TypedDict):
    """A source of a page: its key, its text, and its address elsewhere (or empty)."""

    key: str
    i: Text
    url: str


class Notes(TypedDict):
    """The sources of a page, which products draw as footnotes or as a list."""

    k: Literal["notes"]
    items: list[Source]


class Preformatted(TypedDict):
    """Text that is shown sign for sign."""

    k: Literal["pre"]
    s: str


class Quote(TypedDict):
    """A quotation."""

    k: Literal["quote"]
    b: Blocks


class Line(TypedDict):
    """A line across the page."""

    k: Literal["line"]


class Marked(TypedDict):
    """Running text that is marked in one way."""

    k: Literal["strong", "em", "sup", "sub", "code", "namn"]
    i: Text


class Spoken(TypedDict):
    """Running text in another language."""

    k: Literal["sprak"]
    lang: str
    i: Text


class Labelled(TypedDict):
    """Running text with a meaning of its own: the year of a fact, a comment, an answer (`w` says which)."""

    k: Literal["ar", "kommentar", "forklaring", "kalltitel", "register-slag", "se", "svar", "marke"]
    w: str
    i: Text


class Link(TypedDict):
    """A link to an address of the site or elsewhere; `term` when paper does not write the address out."""

    k: Literal["a"]
    to: str
    term: bool
    i: Text
    # From `layout`: inside the product a label, and whether its page is told; outside the whole address, as a link
    # and as it is shown.
    lab: NotRequired[str]
    ref: NotRequired[bool]
    url: NotRequired[str]
    shown: NotRequired[str]


class Note(TypedDict):
    """The number of a source of the page, whether it stands there for the first time, and the place in the source."""

    k: Literal["note"]
    n: int
    first: bool
    place: NotRequired[str]


class NoteMarks(TypedDict):
    """The raised numbers after a statement."""

    k: Literal["noter"]
    i: list[Note]


class Break(TypedDict):
    """A new line."""

    k: Literal["br"]


def _by_name(*shapes: Any) -> Mapping[str, object]:
    return {name: shape for shape in shapes for name in shape.__annotations__["k"].__args__}


# The shapes by what `k` says.
BLOCKS = _by_name(
    Paragraph,
    Heading,
    Points,
    Cards,
    Register,
    Definitions,
    Table,
    Box,
    Picture,
    Figure,
    Notes,
    Preformatted,
    Quote,
    Line,
)
MARKS = _by_name(Marked, Spoken, Labelled, Link, Note, NoteMarks, Break)
