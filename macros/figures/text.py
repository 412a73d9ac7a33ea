"""Text in figures: SVG does not break lines, so it is done here by an estimate of width."""

from textwrap import wrap

# Width of a letter as a share of the font size: wide for the site's typeface, so that text never runs out.
LETTER = 0.5


def width(text: str, size: float) -> float:
    """The estimated width of a text at font size `size`."""
    return len(text) * size * LETTER


def lines(text: str, room: float, size: float) -> list[str]:
    """The text in lines that fit `room` at font size `size`, both in the figure's units."""
    return wrap(text, max(int(room / (size * LETTER)), 4), break_long_words=False)
