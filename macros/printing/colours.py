"""The site's colours in light, for what is printed: the style sheet is the only place where they are set."""

import re
from collections.abc import Mapping
from functools import cache

from macros.pages.contrast import COLOURS

# `--namn: #rrggbb;`, or the light half of `--namn: light-dark(#rrggbb, #rrggbb);`.
_COLOUR = re.compile(r"--([\w-]+): (?:light-dark\()?(#[0-9a-f]{6})\b")
_NAMED = re.compile(r"var\(--([\w-]+)\)")


@cache
def paper_colours() -> Mapping[str, str]:
    """The light colours by name, each as `#rrggbb`."""
    return dict(_COLOUR.findall(COLOURS.read_text("utf-8")))


def in_colour(css: str) -> str:
    """A style sheet with its named colours written out. Raises KeyError for a name that is not a colour."""
    return _NAMED.sub(lambda found: paper_colours()[found[1]], css)


def as_typst() -> bytes:
    """The colours as a file that the templates of print import: a dictionary `farg` of Typst's own colours."""
    lines = (f'  {name}: rgb("{colour}"),\n' for name, colour in paper_colours().items())
    return f"#let farg = (\n{''.join(lines)})\n".encode()
