"""What is printed of a built site: its parts with their chapters, the edition, and which books there are."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from macros.guidance.pages import guidance_pages
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.ord import words
from macros.pages.easy import is_any_tried, reading_order
from macros.pages.print_plan import Plan, plan_of
from macros.pages.print_products import CONTRIBUTING, PLAIN, TEMPLATES, TOOLBOX, is_in_guide, is_printed
from macros.places import data_folder
from macros.printing.book import Section
from macros.printing.edition import Edition, edition
from macros.printing.inline import Source
from macros.printing.site_pages import Chapter, Part, PrintedPages
from macros.site.pages import BuiltSite


@dataclass(frozen=True)
class Content:
    """What is printed: the parts of the site with their chapters by address, the edition, and which books there are."""

    parts: Sequence[Part]
    chapters: Mapping[str, Chapter]
    edition: Edition
    plan: Plan = field(default_factory=Plan)
    # The files that the pages are written in, by the pages' addresses.
    sources: Mapping[str, Source] = field(default_factory=dict)
    # Whether a reader whom it is for has tried any of the easy texts.
    is_tried: bool = False

    def edition_of(self, chapters: Iterable[Chapter]) -> Edition:
        """The edition of some chapters: the newest change in them, so that what has not changed is not made anew."""
        changed = [chapter.changed for chapter in chapters if chapter.changed]
        return edition(changed, self.edition.public) if changed else self.edition

    def sections(self, wanted: Callable[[str], bool] = is_in_guide) -> list[Section]:
        """The parts with those of their chapters whose address is wanted, without parts that have none."""
        made = [
            Section(part.title, part.address, [self.chapters[each] for each in part.addresses if wanted(each)])
            for part in self.parts
        ]
        return [section for section in made if section.chapters]


def printed_content(built: BuiltSite, bank: Kunskapsbank) -> Content:
    """What is printed of a built site. Raises UnknownElementError for what print has no form for."""
    docs = Path("docs")
    guidance = guidance_pages(docs)
    sources = page_sources({page.address: docs / page.source for page in guidance}, bank)
    site = PrintedPages(built, sources, {TOOLBOX: TEMPLATES})
    parts = [
        Part(part.title, part.address, [address for address in part.addresses if is_printed(address)])
        for part in site.parts()
    ]
    contributing = site.below(CONTRIBUTING)
    if contributing:
        parts.append(Part(words()["utskrift"]["bidra"], CONTRIBUTING, contributing))
    easy = reading_order(site.below(PLAIN))
    if easy:
        parts.append(Part(words()["lattlast"]["namn"], PLAIN, easy))
    chapters = {address: site.chapter(address) for part in parts for address in part.addresses}
    records = [record for kind in KINDS for record in bank.records(kind).values()]
    changed = [chapter.changed for chapter in chapters.values() if chapter.changed]
    changed += [record.andrad for record in records if hasattr(record, "andrad")]
    tried = is_any_tried(bank, guidance)
    return Content(
        parts, chapters, edition(changed, site.public_address()), plan_of(site.addresses()), sources, is_tried=tried
    )


def page_sources(guidance: Mapping[str, Path], bank: Kunskapsbank) -> dict[str, Source]:
    """The files that guidance and records are written in, by the address of their page."""
    found = dict(guidance)
    for name, kind in KINDS.items():
        for identifier in bank.records(name) if kind.page_folder else ():
            found[kind.page_of(identifier)] = data_folder() / kind.folder / f"{identifier}.yml"
    return {address: Source(path.as_posix(), path.read_text("utf-8")) for address, path in found.items()}
