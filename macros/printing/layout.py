"""What blocks need before they are drawn in a product: where links lead, parts of tables, figures' style."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import Any

from macros.printing.colours import in_colour
from macros.printing.inline import plain
from macros.printing.shapes import Block

TYPST = Path(__file__).resolve().parents[2] / "overrides" / "typst"
# The narrowest and the widest column of a table, as shares of an average column.
_NARROWEST, _WIDEST = 0.55, 2.4
_NESTED = (list, tuple, dict)
# A table with no more than this is not divided between pages.
_SHORT_ROWS, _SHORT_TEXT = 9, 1400


def anchors(value: object) -> Iterator[str]:
    """Every place in some blocks that a link can lead to, as an address with an anchor."""
    if isinstance(value, str):
        return
    if isinstance(value, Mapping):
        if value.get("id"):
            yield value["id"]
        for part in value.values():
            yield from anchors(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from anchors(part)


def prepared(blocks: Sequence[Block], known: Collection[str], chapter: str, public: str) -> list[Block]:
    """Blocks ready to draw in a product that holds the places `known`.

    A link inside the product gets a label, and a page reference when it leads to another chapter than
    `chapter`. Other links keep their address: on the site's public address when it has one (`public`).
    """
    made = [_prepare(block, known, chapter, public) for block in blocks]
    for before, block in pairwise(made):
        # A caption that repeats the heading straight above it says nothing more.
        if block.get("k") == "table" and before.get("k") == "h" and plain(block["caption"]) == plain(before["i"]):
            block["caption"] = []
    return made


def outside(value: object) -> dict[str, str]:
    """Links in prepared blocks that lead out of the product: the address printed, and the link's words."""
    found: dict[str, str] = {}
    _note_outside(value, found)
    return found


def _note_outside(value: object, found: dict[str, str]) -> None:
    """Notes the links of some prepared blocks; of an address that stands there twice, the first words."""
    if isinstance(value, dict):
        if value.get("k") == "a" and value.get("shown"):
            found.setdefault(value["shown"], plain(value["i"]))
        value = value.values()
    elif not isinstance(value, list):
        return
    for part in value:
        if not isinstance(part, str):
            _note_outside(part, found)


def _prepare(value: object, known: Collection[str], chapter: str, public: str) -> Any:
    # Most of what stands in a block is text, and is asked for first.
    if not isinstance(value, _NESTED):
        return value
    if not isinstance(value, dict):
        return [_prepare(part, known, chapter, public) for part in value]
    made = {key: _prepare(part, known, chapter, public) for key, part in value.items()}
    if made.get("k") == "a":
        return {**made, **_target(made, known, chapter, public)}
    if made.get("k") == "table":
        found = list(_marks(made["head"]))
        notes = any(mark["k"] == "noter" for mark in found)
        links = [mark for mark in found if mark["k"] == "a"]
        # A note can only stand where it is read, so a head that holds one is not repeated.
        return {**made, "weights": weights(made), "repeat": not notes, "head-links": links, "whole": _is_short(made)}
    if made.get("k") == "figure":
        return {**made, "svg": styled(made["svg"])}
    return made


def _marks(value: object) -> Iterator[Block]:
    """Links and notes in some blocks."""
    if isinstance(value, dict):
        if value.get("k") in {"a", "noter"}:
            yield value
        else:
            yield from _marks(list(value.values()))
    elif isinstance(value, list):
        for part in value:
            yield from _marks(part)


def _target(link: Block, known: Collection[str], chapter: str, public: str) -> dict[str, object]:
    to, is_term = link["to"], link["term"]
    # A heading that print leaves out (the index A–Ö, say) is reached through its page.
    label = next((place for place in (to, to.partition("#")[0]) if place in known), "")
    if label:
        return {"lab": label, "ref": not is_term and label.partition("#")[0] != chapter}
    if to.startswith("/"):
        return {"url": public + to if public else "", "shown": "" if is_term else public + to}
    shown = to.removeprefix("mailto:")
    return {"url": to, "shown": "" if is_term or shown == plain(link["i"]) else shown}


def weights(table: Block) -> list[float]:
    """The shares of a table's columns, by the square root of how much text each holds."""
    rows = [*table["head"], *table["rows"]]
    count = max((len(row) for row in rows), default=1)
    lengths = [[len(text_of(row[column])) for row in rows if column < len(row)] for column in range(count)]
    sizes = [sqrt(max(*column, 3 * sum(column) / len(column), 1)) for column in lengths]
    mean = sum(sizes) / count
    return [round(min(max(size / mean, _NARROWEST), _WIDEST), 2) for size in sizes]


def _is_short(table: Block) -> bool:
    """Whether a table is kept on one page."""
    lengths = [len(text_of(cell)) for row in table["rows"] for cell in row]
    return len(table["rows"]) <= _SHORT_ROWS and sum(lengths) <= _SHORT_TEXT


def text_of(blocks: Sequence[Block]) -> str:
    """The words of some blocks."""
    return " ".join(plain(block.get("i", ())) or text_of(block.get("b", ())) for block in blocks)


def split(table: Block, most: int) -> list[Block]:
    """A wide table as tables with the same first column and at most `most` other columns, evenly filled."""
    columns = max(len(row) for row in [*table["head"], *table["rows"]]) - 1
    if columns <= most:
        return [table]
    parts = -(-columns // most)
    size = -(-columns // parts)
    made = []
    for start in range(1, columns + 1, size):
        chosen = range(start, min(start + size, columns + 1))

        def pick(row: list[list[Block]], chosen: range = chosen) -> list[list[Block]]:
            return [row[0], *(row[column] for column in chosen if column < len(row))]

        part = {**table, "head": [pick(row) for row in table["head"]], "rows": [pick(row) for row in table["rows"]]}
        made.append(part)
    return made


# Of figures without one, in their own pixels: their letters come out about as large as those of the text.
_FIGURE_WIDTH = 640
# The width of a sheet's text as a share of the height that is left for a figure and its caption.
_SHEET = 0.8
# A drawing that is scaled as a whole has its own width.
_VIEW = re.compile(r'\sviewBox="0 0 ([\d.]+) ')
_HEIGHT = re.compile(r'\sheight="([\d.]+)"')


@cache
def _figure_style() -> str:
    return in_colour((TYPST / "figur.css").read_text("utf-8"))


def styled(svg: str) -> str:
    """A figure with the colours and type of print: the site styles it from a sheet that a PDF does not have."""
    opening, end, rest = svg.partition(">")
    # A figure that is as wide as its screen gets a width of its own on paper, so wide that a sheet holds its height.
    tall, drawn = _HEIGHT.search(opening), _VIEW.search(opening)
    wide = max(_FIGURE_WIDTH, round(float(tall[1]) * _SHEET)) if tall else _FIGURE_WIDTH
    opening = opening.replace('width="100%"', f'width="{drawn[1] if drawn else wide}"')
    return f"{opening}{end}<style>{_figure_style()}</style>{rest}"
