"""A generated page, as a Markdown file with front matter; and the page where something stood that has moved."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from macros.addresses import address_of
from macros.drawing import draw
from macros.ord import words

_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)


@dataclass(frozen=True)
class Page:
    """A page: `source` is its place among the Markdown files, `edit` the data file behind it."""

    source: str
    title: str
    summary: str
    body: str
    kind: str
    edit: str | None = None
    meta: Mapping[str, object] = field(default_factory=dict)

    @property
    def address(self) -> str:
        """The root-relative address of the page."""
        return address_of(self.source)

    @property
    def markdown(self) -> str:
        """The page as a Markdown file with front matter; its text is never read as a template."""
        meta = {
            "title": self.title,
            "sammanfattning": self.summary,
            "description": self.summary,
            "slag": self.kind,
            "render_macros": False,
            **self.meta,
        }
        head = yaml.dump(dict(meta), Dumper=_DUMPER, allow_unicode=True, sort_keys=False)
        return f"---\n{head}---\n{self.body}"


def moved_page(source: str, address: str, name: str, edit: str | None = None) -> Page:
    """The page at an old address, which leads to the new one."""
    body = draw("sidor/flyttad.md", adress=address, namn=name)
    return Page(source, name, words()["sida"]["flyttad"], body, "flyttad", edit, {"flyttad_till": address})
