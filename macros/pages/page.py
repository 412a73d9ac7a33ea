"""A generated page, as a Markdown file with front matter; and the page where something stood that has moved."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field

import yaml

from macros.addresses import address_of
from macros.drawing import draw
from macros.model.plain import Json
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
        """The page as a Markdown file with front matter."""
        head = yaml.dump(self._head(), Dumper=_DUMPER, allow_unicode=True, sort_keys=False)
        return f"---\n{head}---\n{self.body}"

    @property
    def read(self) -> tuple[str, Json]:
        """What the Markdown file says when it is read: its text and its front matter, as plain data of their own."""
        return self.body.lstrip("\n"), json.loads(json.dumps(self._head(), ensure_ascii=False))

    def _head(self) -> Json:
        """The front matter; the text is never read as a template."""
        return {
            "title": self.title,
            "sammanfattning": self.summary,
            "description": self.summary,
            "slag": self.kind,
            "render_macros": False,
            **self.meta,
        }


def moved_page(source: str, address: str, name: str, edit: str | None = None) -> Page:
    """The page at an old address, which leads to the new one."""
    body = draw("sidor/flyttad.md", adress=address, namn=name)
    return Page(source, name, words()["sida"]["flyttad"], body, "flyttad", edit, {"flyttad_till": address})
