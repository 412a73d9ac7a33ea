"""The one conversion of a page's content: elements become blocks of plain values that every product draws.

A block is a mapping whose `k` says what it is, and running text is a list of texts and mappings of the same kind:
`shapes` has the fields of each. What the conversion does not know stops the build, so that nothing is lost in silence.

Elements that stand in running text are in `inline`; this module has those that stand on their own.
"""

from collections.abc import Callable, Mapping

from macros.printing.inline import INLINE, Place, inline, tidy, unknown
from macros.printing.shapes import Block
from macros.site.html_tree import Element

_SKIPPED = frozenset({"bokstaver", "jamfor-hopp"})
_NOTE_KINDS = frozenset({"tips", "exempel", "viktigt", "tolkning"})
# Kinds of pictures that pages may hold.
PICTURES = (".png",)


def blocks(element: Element, place: Place) -> list[Block]:
    """The blocks in an element; running text between them becomes paragraphs. Raises UnknownElementError."""
    made: list[Block] = []
    run: list[Element | str] = []

    def close() -> None:
        content = tidy(inline(run, place))
        if content:
            made.append({"k": "p", "i": content})
        run.clear()

    for child in element.children:
        if isinstance(child, str) or child.tag in INLINE:
            run.append(child)
        else:
            close()
            made.extend(_block(child, place))
    close()
    return made


def _block(element: Element, place: Place) -> list[Block]:
    made = _BLOCKS.get(element.tag)
    if made is None:
        raise unknown(element, place)
    return made(element, place)


def _paragraph(element: Element, place: Place) -> list[Block]:
    content = [child for child in element.children if not isinstance(child, str) or child.strip()]
    if len(content) == 1 and isinstance(content[0], Element) and content[0].tag == "img":
        return [_picture(content[0], place)]
    return [{"k": "p", "i": tidy(inline(element.children, place))}]


def _picture(element: Element, place: Place) -> Block:
    """A picture that stands alone, as the numbers that the typesetter takes. Undescribed ones have no form in print."""
    address, described = place.target(element.attributes.get("src", "")), element.attributes.get("alt", "")
    if not described or not address.endswith(PICTURES) or place.read is None:
        raise unknown(element, place)
    return {"k": "picture", "alt": described, "bytes": list(place.read(address))}


def _heading(element: Element, place: Place) -> list[Block]:
    level = int(element.tag[1])
    return [
        {
            "k": "h",
            "n": level,
            "id": place.anchor(element.attributes.get("id", "")),
            "i": tidy(inline(element.children, place)),
            "term": "begrepp" in element.classes,
        }
    ]


def _list(element: Element, place: Place) -> list[Block]:
    items = [child for child in element.children if isinstance(child, Element)]
    wrong = next((item for item in items if item.tag != "li"), None)
    if wrong is not None:
        raise unknown(wrong, place)
    if "kort" in element.classes:
        return [{"k": "cards", "items": [_card(item, place) for item in items]}]
    if "kallregister" in element.classes:
        return [{"k": "sources", "items": [_register_entry(item, place) for item in items]}]
    # Events carry their years, so numbers would only confuse.
    kind = "check" if "checklista" in element.classes else "ul" if "handelser" in element.classes else element.tag
    first = {"start": int(element.attributes["start"])} if "start" in element.attributes else {}
    return [{"k": kind, **first, "items": [blocks(item, place) for item in items]}]


def _card(item: Element, place: Place) -> Block:
    heading = next((found for found in item.walk() if "kort-rubrik" in found.classes), None)
    if heading is None:
        raise unknown(item, place)
    rest = Element("li", children=[child for child in item.children if child is not heading], line=item.line)
    return {"t": tidy(inline(heading.children, place)), "b": blocks(rest, place)}


def _register_entry(item: Element, place: Place) -> Block:
    """An entry of the source register; an address that a link holds is kept, so that it can be printed."""
    title = item.find("p", "kalltitel")
    if title is None:
        raise unknown(item, place)
    link = title.find("a")
    rest = Element("li", children=[child for child in item.children if child is not title], line=item.line)
    return {
        "id": place.anchor(item.attributes.get("id", "")),
        "t": tidy(inline(title.children, place)),
        "url": link.attributes.get("href", "") if link else "",
        "b": blocks(rest, place),
    }


def _definitions(element: Element, place: Place) -> list[Block]:
    """A definition list: each term with its explanations."""
    items: list[Block] = []
    parts = [child for child in element.children if isinstance(child, Element)]
    for part in parts:
        if part.tag == "div":
            items += [item for made in _definitions(part, place) for item in made["items"]]
        elif part.tag == "dt":
            items.append({"t": tidy(inline(part.children, place)), "b": []})
        elif part.tag == "dd" and items:
            items[-1]["b"] += blocks(part, place)
        else:
            raise unknown(part, place)
    return [{"k": "dl", "items": items}]


def _table(element: Element, place: Place) -> list[Block]:
    rows = [_row(row, place) for row in element.walk() if row.tag == "tr"]
    across = max(map(len, rows), default=0)
    # A row that names a section has one cell, which spans the table: on paper the others stand empty.
    rows = [[*row, *([] for _ in range(across - len(row)))] if len(row) == 1 else row for row in rows]
    head = element.find("thead")
    first = len([row for row in head.walk() if row.tag == "tr"]) if head else 0
    caption = element.find("caption")
    return [
        {
            "k": "table",
            "class": element.attributes.get("class", ""),
            "caption": tidy(inline(caption.children, place)) if caption else [],
            "head": rows[:first],
            "rows": rows[first:],
        }
    ]


def _row(row: Element, place: Place) -> list[list[Block]]:
    cells = [cell for cell in row.children if isinstance(cell, Element)]
    names_section = len(cells) == 1 and cells[0].attributes.get("scope") == "rowgroup"
    for cell in cells:
        spans = {"colspan", "rowspan"} & cell.attributes.keys()
        if cell.tag not in {"td", "th"} or (spans and not names_section):
            raise unknown(cell, place)
    return [blocks(cell, place) for cell in cells]


def _division(element: Element, place: Place) -> list[Block]:
    if "admonition" in element.classes:
        kind = next(iter(element.classes & _NOTE_KINDS), None)
        title = element.find("p", "admonition-title")
        if kind is None or title is None:
            raise unknown(element, place)
        rest = Element("div", children=[child for child in element.children if child is not title], line=element.line)
        return [{"k": "box", "kind": kind, "t": tidy(inline(title.children, place)), "b": blocks(rest, place)}]
    # Any other division is only a frame: what is in it passes through.
    return blocks(element, place)


def _figure(element: Element, place: Place) -> list[Block]:
    drawing, caption = element.find("svg"), element.find("figcaption")
    described = drawing.find("desc") if drawing else None
    if drawing is None or described is None:
        raise unknown(element, place)
    return [
        {
            "k": "figure",
            "svg": drawing.source,
            "alt": " ".join(described.text().split()),
            "caption": tidy(inline(caption.children, place)) if caption else [],
        }
    ]


def _details(element: Element, place: Place) -> list[Block]:
    """What a reader can open on screen stands open in print; a summary that repeats its table's caption goes."""
    summary, caption = element.find("summary"), element.find("caption")
    rest = Element("div", children=[child for child in element.children if child is not summary], line=element.line)
    made = blocks(rest, place)
    if summary is None or (caption is not None and summary.text().strip() == caption.text().strip()):
        return made
    return [{"k": "p", "i": [{"k": "strong", "i": tidy(inline(summary.children, place))}]}, *made]


def _navigation(element: Element, place: Place) -> list[Block]:
    """Letters and sections to jump to have no use on paper; the guide has page numbers."""
    if not element.classes & _SKIPPED:
        raise unknown(element, place)
    return []


def _section(element: Element, place: Place) -> list[Block]:
    """The list of a page's sources; products draw it as footnotes or as a list."""
    if "kallista" not in element.classes:
        return blocks(element, place)
    found = [item for item in element.walk() if item.tag == "li"]
    return [{"k": "notes", "items": [_source(item, place) for item in found]}]


def _source(item: Element, place: Place) -> Block:
    """A source as a note shows it: its text up to the links, and its address."""
    links = [child for child in item.children if isinstance(child, Element) and child.tag == "a"]
    shown = [child for child in item.children if child not in links and child != " · "]
    outside = next((link for link in links if link.attributes.get("rel") == "external"), None)
    return {
        "key": item.attributes.get("data-kalla", ""),
        "i": tidy(inline(shown, place)),
        "url": outside.attributes["href"] if outside else "",
    }


def _nothing(element: Element, place: Place) -> list[Block]:
    """What a page says only to readers without scripts has no meaning in print."""
    del element, place
    return []


_BLOCKS: Mapping[str, Callable[[Element, Place], list[Block]]] = {
    "p": _paragraph,
    "h2": _heading,
    "h3": _heading,
    "h4": _heading,
    "ul": _list,
    "ol": _list,
    "dl": _definitions,
    "table": _table,
    "div": _division,
    "figure": _figure,
    "details": _details,
    "nav": _navigation,
    "section": _section,
    "noscript": _nothing,
    "pre": lambda element, _: [{"k": "pre", "s": element.text().rstrip("\n")}],
    "blockquote": lambda element, place: [{"k": "quote", "b": blocks(element, place)}],
    "hr": lambda *_: [{"k": "line"}],
}
