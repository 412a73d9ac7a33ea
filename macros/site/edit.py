"""Edits in a page as text, so that all that is not edited stays what the templates drew, sign for sign.

The one place that knows how tags are written in finished pages: in small letters, with values in double quotes.
A tree would have to be written out whole again, and its writer has habits of its own.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

_LINK = re.compile(r'(<a\b[^>]*?\shref=")([^"]*)("[^>]*>)(.*?)</a>', re.DOTALL)


class Attribute:
    """An attribute of some elements whose value is like a pattern; all three are regular expressions without groups."""

    def __init__(self, elements: str, names: str, value: str = r'[^"]*') -> None:
        self._tag = re.compile(rf"<(?:{elements})(?=\s)")
        # Begins with plain signs, which are found much faster than a pattern of tags.
        named = "|".join(rf'(?<=\s{name}=")' for name in names.split("|"))
        self._value = re.compile(rf'="(?:{named})({value})(?=")')

    def changed(self, html: str, change: Callable[[str], str]) -> str:
        """The page with what `change` makes of each value; of a tag with several, of the first."""
        made, written, place = [], 0, 0
        while found := self._value.search(html, place):
            before = max(html.rfind(">", written, found.start()) + 1, written)
            if self._tag.search(html, before, found.start()):
                made += [html[written : found.start(1)], change(found[1])]
                written = place = found.end()
            else:
                place = found.start() + 1
        return "".join([*made, html[written:]])


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
