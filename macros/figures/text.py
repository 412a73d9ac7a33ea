"""Text in figures: SVG does not break lines, so it is done here by an estimate of width."""

from textwrap import wrap


def lines(text: str, width: float, size: float) -> list[str]:
    """The text in lines that fit `width` at font size `size`, both in the figure's units.

    The estimate is half the font size a letter, which is wide for the site's typeface.
    """
    return wrap(text, max(int(width / (size * 0.5)), 4), break_long_words=False)
