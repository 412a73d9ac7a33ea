"""Bars in rows: words above each bar, so that a figure is whole and its letters as large at every width.

Across, places are shares of the figure's width in per cent; down they are pixels. Nothing is scaled, so a figure
that fits the smallest screen fits them all.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.figures.text import lines

SIZE, LINE, BAR, GAP = 15, 20, 14, 12
# The room for words on a screen of 320 px, when the page's margins and the figure's frame are taken off.
ROOM = 250
_HEADING_ROOM = 12


@dataclass(frozen=True)
class Part:
    """A piece of a bar: where it starts and how wide it is, in per cent of the width, and its look (a CSS class)."""

    start: float
    width: float
    look: str


@dataclass(frozen=True)
class Bar:
    """A row: its words, its parts from left to right, and the places of dots on it, in per cent."""

    label: str
    parts: Sequence[Part]
    dots: Sequence[float] = ()


@dataclass(frozen=True)
class Group:
    """Bars under a heading, which may be empty."""

    heading: str
    bars: Sequence[Bar]


def drawn(groups: Sequence[Group], key: Mapping[str, str], top: int = 0) -> Mapping[str, object]:
    """Where everything stands: lines of text, bars, the key to the looks (look -> words), and the whole height.

    `top` is room kept above the bars, below the key.
    """
    texts: list[dict[str, object]] = []
    bars: list[dict[str, object]] = []
    keys = [{"look": look, "text": text, "y": 4 + number * 24} for number, (look, text) in enumerate(key.items())]
    start = 4 + len(keys) * 24 + (GAP if keys else 0)
    down = start + top
    for group in groups:
        if group.heading:
            down += _HEADING_ROOM
            down = _text(texts, group.heading, "stapelrubrik", down)
        for bar in group.bars:
            down = _text(texts, bar.label, "text", down)
            if not bar.parts:
                down += 4
                continue
            parts = [{"x": round(p.start, 2), "bredd": round(p.width, 2), "look": p.look} for p in bar.parts]
            bars.append({"y": down + 2, "delar": parts, "punkter": [round(dot, 2) for dot in bar.dots]})
            down += 2 + BAR + GAP
    return {
        "nyckel": keys,
        "texter_i_rad": texts,
        "staplar": bars,
        "start": start,
        "hojd": down,
        "rad": LINE,
        "hog": BAR,
    }


def _text(texts: list[dict[str, object]], text: str, look: str, down: int) -> int:
    """Adds a text below `down`; gives where it ends."""
    broken = lines(text, ROOM, SIZE)
    texts.append({"klass": look, "rader": broken, "y": down + SIZE})
    return down + LINE * len(broken)
