"""The hand-written pages as pages of the site are made from them: what the check has read, without its positions."""

from dataclasses import dataclass
from pathlib import Path

from macros.addresses import address_of
from macros.guidance.guides import read_guides
from macros.language.speaking import ENGLISH, SWEDISH
from macros.model.kvar import MOVED_KEY, WITHDRAWN_KEY
from macros.model.plain import PlainMap, fields_of
from macros.translation.addresses import FOLDER

GONE_KEYS = frozenset({MOVED_KEY, WITHDRAWN_KEY})


@dataclass(frozen=True)
class GuidancePage:
    """A hand-written page: its place under `docs/`, front matter and Markdown."""

    source: str
    meta: PlainMap
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
        return tuple(address_of(str(fields_of(each)["sida"])) for each in found) if isinstance(found, tuple) else ()

    @property
    def language(self) -> str:
        """The language that its folder is for."""
        return ENGLISH if self.source.startswith(FOLDER) else SWEDISH


def guidance_pages(docs: Path) -> tuple[GuidancePage, ...]:
    """Every page of guidance under `docs`, by path; not those that have moved or were taken back."""
    return tuple(page for page in markdown_files(docs) if not GONE_KEYS & set(page.meta))


def markdown_files(docs: Path) -> tuple[GuidancePage, ...]:
    """Every Markdown file under `docs`, by path, also those of pages that have moved or were taken back."""
    guides, _ = read_guides(docs)
    return tuple(
        GuidancePage(guide.src, guide.parsed.fields, "\n".join(line for _, line in guide.body())) for guide in guides
    )
