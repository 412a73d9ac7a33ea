"""The site's colours, read from the one style sheet that sets them."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

COLOURS = Path(__file__).resolve().parents[2] / "overrides" / "assets" / "css" / "farger.css"
_VALUE = r"#\w+|rgb\([^)]*\)"
_COLOUR = re.compile(rf"--([\w-]+): (?:light-dark\(({_VALUE}), ({_VALUE})\)|(#\w+));")


class Colour(NamedTuple):
    """A colour as the style sheet writes it, in light and in dark; the same in both where it is set once."""

    light: str
    dark: str

    @property
    def is_solid(self) -> bool:
        """Whether it covers what is behind it, as shadows do not."""
        return self.light.startswith("#")


def colours(css: str) -> Mapping[str, Colour]:
    """The colours that a style sheet sets, by name."""
    return {found[1]: Colour(found[2] or found[4], found[3] or found[4]) for found in _COLOUR.finditer(css)}
