"""Contrast between the site's colours, read from the style sheet where they are set.

The pairs are those that the style sheets use. A test holds each to its least ratio; the style page shows them.
"""

from dataclasses import dataclass

from macros.site.colours import colours

TEXT, SIGN = 4.5, 3.0
# Below this, sRGB is a straight line.
LINEAR_UP_TO = 0.04045
# In front, behind, and the least ratio: 4.5 for text, 3 for signs, edges and the focus ring.
PAIRS: tuple[tuple[str, str, float], ...] = (
    ("text", "papper", TEXT),
    ("text", "yta", TEXT),
    ("text", "yta-varm", TEXT),
    ("text-svag", "papper", TEXT),
    ("text-svag", "yta", TEXT),
    ("text-svag", "yta-varm", TEXT),
    ("lank", "papper", TEXT),
    ("lank", "yta", TEXT),
    ("lank", "yta-varm", TEXT),
    ("tall", "papper", TEXT),
    ("tall", "yta", TEXT),
    ("tall", "yta-varm", TEXT),
    ("tall", "tall-yta", TEXT),
    ("text", "tall-yta", TEXT),
    ("papper", "tall", TEXT),
    ("pa-tall", "tall-djup", TEXT),
    ("pa-tall-svag", "tall-djup", TEXT),
    ("ockra-text", "papper", TEXT),
    ("ockra-text", "yta", TEXT),
    ("ockra-text", "ockra-yta", TEXT),
    ("text", "ockra-yta", TEXT),
    ("rost", "yta", TEXT),
    ("rost", "rost-yta", TEXT),
    ("text", "rost-yta", TEXT),
    ("ja", "yta", TEXT),
    ("ja", "papper", TEXT),
    ("lila", "yta", TEXT),
    ("lila", "lila-yta", TEXT),
    ("text", "lila-yta", TEXT),
    ("kant-stark", "papper", SIGN),
    ("kant-stark", "yta", SIGN),
    ("fokus", "papper", SIGN),
    ("fokus", "yta", SIGN),
    ("ockra", "tall-djup", SIGN),
)


@dataclass(frozen=True)
class Pair:
    """Two colours and the contrast between them, in light and in dark."""

    front: str
    back: str
    least: float
    light: float
    dark: float


def contrast(first: str, second: str) -> float:
    """The contrast ratio of WCAG between two solid colours as the style sheet writes them, 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def pairs(css: str) -> tuple[Pair, ...]:
    """Every pair that the site uses. Raises KeyError for a colour that the style sheet does not set."""
    known = colours(css)
    return tuple(
        Pair(
            front,
            back,
            least,
            contrast(known[front].light, known[back].light),
            contrast(known[front].dark, known[back].dark),
        )
        for front, back, least in PAIRS
    )


def _luminance(colour: str) -> float:
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= LINEAR_UP_TO else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
