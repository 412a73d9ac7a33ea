"""Lists that are too long to read become sections with addresses of their own: the rules, and how such a list is drawn.

The list's own address then leads to the sections and names what each holds, with the anchors that it always had, so
that old links find what they look for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from macros.addresses import address_of
from macros.compare.parts import Part
from macros.drawing import draw
from macros.ord import Words, words
from macros.pages.page import Page, moved_page

# Cards of records, entries with a text of their own (terms, sources), and single lines (the index A–Ö).
MOST_CARDS = 60
MOST_ENTRIES = 300
MOST_LINES = 1500


@dataclass(frozen=True)
class Section:
    """A section of a list: the last part of its address, its name, its content, and what it holds as (anchor, name).

    `within` are the addresses of larger sections that have been divided to give this one.
    """

    stem: str
    name: str
    body: str
    entries: Sequence[tuple[str, str]]
    within: Sequence[str] = ()


def left_where(folder: str, divided: Iterable[Section | Part], address: str, title: str) -> Iterator[Page]:
    """Where sections or parts stood that have been divided since, pages that lead to the whole at `address`."""
    divided = tuple(divided)
    now = {each.stem for each in divided}
    for stem in dict.fromkeys(stem for each in divided for stem in each.within if stem not in now):
        yield moved_page(f"{folder}/{stem}.md", address, title)


@dataclass(frozen=True)
class LongList:
    """A list in sections: its source, its texts, how its pages' addresses begin, and what stands above each section."""

    source: str
    texts: Words
    folder: str
    sections: Sequence[Section]
    above: str = ""
    meta: Mapping[str, object] = field(default_factory=dict)

    def pages(self, lead: str) -> Iterator[Page]:
        """The page at the list's own address with its content (`lead`), one page a section, and what leads to them."""
        meta = {"sokord": self.texts["sokord"], "filtreras": True, **self.meta}
        yield Page(self.source, self.texts["titel"], self.texts["sammanfattning"], lead, "lista", None, meta)
        own = words()["sida"]["avsnitt"]
        whole = {entry for section in self.sections for entry in section.entries}
        for section in self.sections:
            told = {"lista": self.texts["titel"], "del": section.name}
            counts = {"antal": len(section.entries), "alla": len(whole)}
            yield Page(
                f"{self.folder}/{section.stem}.md",
                own["titel"].format(**told),
                own["sammanfattning"].format(**told, **counts),
                f"{self.menu(section)}\n{self.above}\n{section.body}",
                "lista",
                None,
                {**meta, "sokord": []},
            )
        yield from left_where(self.folder, self.sections, address_of(self.source), self.texts["titel"])

    def menu(self, current: Section | None = None) -> str:
        """The ways to the sections, with the one that is shown marked."""
        shown = [("" if section == current else self.address(section), section.name) for section in self.sections]
        return draw("sidor/avsnittsval.html", avsnitt=shown)

    def address(self, section: Section) -> str:
        """The address of a section's page."""
        return f"/{self.folder}/{section.stem}/"

    def named(self) -> str:
        """What every section holds, by name, each leading there; the anchors are those of the undivided list."""
        shown = [(self.address(section), section.name, section.entries) for section in self.sections]
        return draw("sidor/avsnitt.md", avsnitt=shown)
