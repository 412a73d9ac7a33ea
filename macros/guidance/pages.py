"""The hand-written pages: their places, front matter and Markdown, as pages of the site are made from them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from macros.addresses import address_of
from macros.language.speaking import ENGLISH, SWEDISH
from macros.loading.text import read_text
from macros.model.kvar import MOVED_KEY, WITHDRAWN_KEY
from macros.translation.addresses import FOLDER

GONE_KEYS = frozenset({MOVED_KEY, WITHDRAWN_KEY})
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class GuidancePage:
    """A hand-written page: its place under `docs/`, front matter and Markdown."""

    source: str
    meta: Mapping[str, object]
    body: str

    @property
    def address(self) -> str:
        """The root-relative address of the page."""
        return address_of(self.source)

    @property
    def title(self) -> str:
        """Its heading."""
        return str(self.meta.get("title", ""))

    @property
    def follows(self) -> tuple[str, ...]:
        """The addresses of the ordinary pages that an easy-to-read page follows."""
        found = self.meta.get("foljer") if self.meta.get("lattlast") else None
        return tuple(address_of(str(each["sida"])) for each in found) if isinstance(found, list) else ()

    @property
    def language(self) -> str:
        """The language that its folder is for."""
        return ENGLISH if self.source.startswith(FOLDER) else SWEDISH


def guidance_pages(docs: Path) -> tuple[GuidancePage, ...]:
    """Every page of guidance under `docs`, by path; not those that have moved or were taken back."""
    return tuple(page for page in markdown_files(docs) if not GONE_KEYS & set(page.meta))


def markdown_files(docs: Path) -> tuple[GuidancePage, ...]:
    """Every Markdown file under `docs`, by path, also those of pages that have moved or were taken back."""
    pages = []
    for path in sorted(docs.rglob("*.md")):
        if any(part.startswith(".") for part in path.relative_to(docs).parts):
            continue
        found = _FRONT_MATTER.match(read_text(path, path.name)[0])
        # The safe loader, in C where there is one.
        meta = yaml.load(found[1], Loader=_LOADER) if found else {}  # noqa: S506
        pages.append(GuidancePage(path.relative_to(docs).as_posix(), meta, found[2] if found else ""))
    return tuple(pages)
