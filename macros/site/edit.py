"""Edits in a page as text, so that all that is not edited stays what the templates drew, sign for sign.

The one place that knows how tags are written in finished pages: in small letters, with values in double quotes.
A tree would have to be written out whole again, and its writer has habits of its own.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

# An address from the root of the site, and not from another host; what ends a tag follows, and begins none.
_FROM_ROOT = re.compile(r'="/(?!/)(?:(?<=\shref="/)|(?<=\ssrc="/))(?=[^<>]*>)')
_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)("[^>]*>)(.*?)</a>', re.DOTALL)


class Attribute:
    """An attribute of some elements whose value is like a pattern; all three are regular expressions without groups."""

    def __init__(self, elements: str, names: str, value: str = r'[^"]*') -> None:
        self._written = re.compile(rf'(<(?:{elements})(?=\s)[^>]*?\s(?:{names})=")({value})(?=")')

    def changed(self, html: str, change: Callable[[str], str]) -> str:
        """The page with what `change` makes of each value; of a tag with several, of the first."""
        return self._written.sub(lambda found: found[1] + change(found[2]), html)


def without_root(html: str, up: str) -> str:
    """The page with `up`, the way to the root of the site, in place of the root in every address."""
    return _FROM_ROOT.sub(f'="{up}', html)


@dataclass(frozen=True)
class Link:
    """A link as it is written: its tag before and after the address, the address, and what stands in it."""

    before: str
    target: str
    after: str
    inside: str

    def has(self, attribute: str) -> bool:
        """Whether its tag has an attribute."""
        return f" {attribute}=" in self.before + self.after

    def with_attribute(self, name: str, value: str) -> "Link":
        """The link with one more attribute, last."""
        return replace(self, after=f'{self.after[:-1]} {name}="{value}">')


def with_links(html: str, change: Callable[[Link], Link]) -> str:
    """The page with what `change` makes of each link."""

    def changed(found: re.Match[str]) -> str:
        made = change(Link(found[1], found[2], found[3], found[4]))
        return f"{made.before}{made.target}{made.after}{made.inside}</a>"

    return _LINK.sub(changed, html)
