"""The hand-written pages: their places, front matter and Markdown, as pages of the site are made from them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from macros.addresses import address_of
from macros.language.speaking import ENGLISH, SWEDISH
from macros.loading.text import read_text
from macros.model.kvar import MOVED_KEY, WITHDRAWN_KEY
from macros.own_files import plain_yaml
from macros.translation.addresses import FOLDER

GONE_KEYS = frozenset({MOVED_KEY, WITHDRAWN_KEY})
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
        pages.append(_page(path.relative_to(docs).as_posix(), read_text(path, path.name)[0]))
    return tuple(pages)


@lru_cache(maxsize=4096)
def _page(source: str, text: str) -> GuidancePage:
    """A page as its file says; a build asks many times."""
    found = _FRONT_MATTER.match(text)
    meta = plain_yaml(found[1]) if found else {}
    return GuidancePage(source, meta, found[2] if found else "")
