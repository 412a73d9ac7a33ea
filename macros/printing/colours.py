"""The site's colours in light, for what is printed: the style sheet is the only place where they are set."""

import re
from collections.abc import Mapping
from functools import cache

from macros.site.colours import COLOURS, colours

_NAMED = re.compile(r"var\(--([\w-]+)\)")


@cache
def paper_colours() -> Mapping[str, str]:
    """The light colours by name, each as `#rrggbb`."""
    return {name: each.light for name, each in colours(COLOURS.read_text("utf-8")).items() if each.is_solid}


def in_colour(css: str) -> str:
    """A style sheet with its named colours written out. Raises KeyError for a name that is not a colour."""
    return _NAMED.sub(lambda found: paper_colours()[found[1]], css)


def as_typst() -> bytes:
    """The colours as a file that the templates of print import: a dictionary `farg` of Typst's own colours."""
    lines = (f'  {name}: rgb("{colour}"),\n' for name, colour in paper_colours().items())
    return f"#let farg = (\n{''.join(lines)})\n".encode()
