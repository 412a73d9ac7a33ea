"""What one build knows of its pages: made in one step when the files are known, then asked for page by page.

The engine calls for each page by itself and passes nothing of ours on; so `hook` holds the value of the build that
goes on, and nothing else.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path

from macros.engine.context import FORM_PAGE, Translation, form_query, page_context, translation_of
from macros.engine.made_before import Inputs, MadePages, RunMacros, guidance_mark
from macros.engine.of_others import OfOthers
from macros.engine.rendered import RenderedPages, WarningCount
from macros.guidance.pages import GuidancePage, guidance_pages
from macros.history.entries import Entry, by_record, history_of
from macros.history.in_words import told
from macros.kept import Kept, digest
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import ENGLISH, spoken
from macros.loading.link_results import read_results
from macros.model.plain import Meta
from macros.ord import words
from macros.pages.contact import CONTACT_ADDRESS, CONTACT_PAGE, is_reachable, without_ways
from macros.pages.easy import EasyWays, easy_ways
from macros.pages.english import english_pages
from macros.pages.lists import IndexEntry
from macros.pages.navigation import Menu, menu
from macros.pages.page import Page
from macros.pages.print_list import own_links, print_links
from macros.pages.print_plan import Plan, plan_of
from macros.pages.records import GONE
from macros.pages.site import generated_pages, left_behind, links_to
from macros.pages.translated_menus import entries_in_language, in_language
from macros.places import data_folder
from macros.translation.addresses import Twins, is_english
from macros.translation.bank import in_english
from macros.translation.guidance import TRANSLATES, age
from macros.translation.html import finished, marks


@dataclass
class Build:
    """A build: the generated pages, of which `left` stand where something was, and what is known of every page.

    `edit` is the file behind each page, by its place among the Markdown files; `extra` the site's settings.
    """

    bank: Kunskapsbank
    extra: Meta
    guidance: Mapping[str, GuidancePage]
    pages: Sequence[Page]
    left: Sequence[Page]
    twins: Twins
    history: Mapping[tuple[str, str], Sequence[Entry]]
    edit: Mapping[str, str]
    linked: Mapping[str, tuple[IndexEntry, ...]]
    plan: Plan
    easy: EasyWays
    rendered: RenderedPages
    english: Kept
    # A mark of what decides, beside a page itself, what an English page becomes.
    english_mark: str
    # None once a page is made anew by itself: then macros are run again, since what they read may have changed.
    macros: RunMacros | None
    made: MadePages
    inputs: Inputs
    sections: dict[str, list[Menu]] = field(default_factory=dict)
    # The generated pages by their place among the Markdown files.
    generated: dict[str, Page] = field(default_factory=dict)

    def source(self, source: str, text: str) -> str:
        """What the engine is to read of a page of guidance."""
        return self.macros.source(source, text) if self.macros else text

    def markdown(self, source: str, markdown: str) -> str:
        """A page's Markdown, its macros run, without ways to nowhere."""
        if self.macros:
            self.macros.keep(source, markdown)
        if source == CONTACT_PAGE.strip("/") or is_reachable(self.extra):
            return markdown
        return without_ways(markdown, (CONTACT_ADDRESS, self.twins.english.get(CONTACT_ADDRESS, CONTACT_ADDRESS)))

    def menus(self, swedish: Callable[[], Sequence[Menu]]) -> list[Menu]:
        """The navigation in the language of now. It is made when the first page is drawn: all titles are known then."""
        if spoken() not in self.sections:
            self.sections[spoken()] = in_language(swedish(), self.twins)
        return self.sections[spoken()]

    def context(self, source: str, address: str, title: str, meta: Meta, menus: Sequence[Menu]) -> dict[str, object]:
        """What the template shows beside the text of the page that `source` holds, in the language of now."""
        # An English page stands where its Swedish twin does: in the menus, among what leads to it.
        place = self.twins.swedish.get(address, address)
        edit = self.edit.get(source, "")
        linked = entries_in_language(self.linked.get(place, ()), self.twins)
        page = page_context(meta, address, edit, self.extra, linked)
        if FORM_PAGE in self.edit and meta.get("post"):
            page = replace(page, form=form_query(edit))
        if meta.get("foljs") and meta.get("post"):
            mine = self.history.get((meta["slag"], meta["post"]), ())
            bank = in_english(self.bank) if spoken() == ENGLISH else self.bank
            page = replace(page, history=tuple(told(bank, mine)))
        shown = menu(menus, place)
        # What stands where something was has no sheet of its own.
        gone = meta.get("slag") in GONE
        return {
            "ord": words(),
            "sida": page,
            "huvudmeny": shown,
            "tvilling": self.twins.of(address),
            "latt": self.easy.of(place, meta),
            "oversattning": self._translation(source),
            "utskrifter": () if gone else print_links(address, title, shown, self.plan),
            "egna_filer": () if gone else own_links(address, title, shown, self.plan),
        }

    def _translation(self, source: str) -> Translation | None:
        """How a page of guidance in another language stands to the Swedish one; None for every other page."""
        mine = self.guidance.get(source)
        if mine is None or TRANSLATES not in mine.meta:
            return None
        other = self.guidance.get(str(mine.meta[TRANSLATES]))
        return translation_of(age(mine.meta, mine.body, (other.meta, other.body) if other else None), mine.body)

    def finished(self, html: str, address: str) -> str:
        """A drawn page: an English one gets its links to English pages, and its marks of what is not English."""
        if not is_english(address):
            return html
        twins = self.twins
        made: str = self.english.get(lambda: finished(html, address, twins), html, address, self.english_mark)
        return made

    def save(self) -> None:
        """Writes what is kept for the next build."""
        self.rendered.save()
        self.english.save()
        if self.inputs.are_the_same():
            for kept in (self.made, self.macros):
                if kept is not None:
                    kept.save()


def build_of(docs: Path, bank: Kunskapsbank, extra: Meta, inputs: Inputs, warnings: WarningCount) -> Build:
    """The build of the guidance in `docs` and the records; Swedish is spoken meanwhile.

    `inputs` were marked before the records were read.
    """
    guidance, left, tried = guidance_pages(docs), left_behind(docs), read_results(data_folder())
    history = history_of(data_folder())
    made = MadePages(Kept("utkast"), inputs.mark)
    english = english_pages(bank, guidance, tried, made)
    pages = (*generated_pages(bank, guidance, history, tried, made), *english.pages, *left)
    edit = {page.source: f"docs/{page.source}" for page in guidance} | {page.source: page.edit or "" for page in pages}
    return Build(
        bank,
        extra,
        {page.source: page for page in guidance},
        pages,
        left,
        english.twins,
        by_record(history),
        edit,
        links_to(guidance),
        plan_of([*(page.address for page in guidance), *(page.address for page in pages)]),
        easy_ways(bank, guidance),
        RenderedPages(Kept("sidor"), OfOthers(bank, edit, inputs.settings), warnings),
        Kept("engelska"),
        digest(english.twins.mark, *marks().values()),
        RunMacros(Kept("makron"), inputs.mark, guidance_mark(guidance)),
        made,
        inputs,
        generated={page.source: page for page in pages},
    )


def newest_change(bank: Kunskapsbank) -> int:
    """The newest `andrad` of the records, in seconds since 1970 (UTC midnight)."""
    days = [record.andrad for records in (bank.grupp, bank.norm, bank.projekt) for record in records.values()]
    newest = max((date.fromisoformat(day) for day in days), default=date(2000, 1, 1))
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())
