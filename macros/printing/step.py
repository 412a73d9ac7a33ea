"""The step after the build that makes every printed product and lists them on `/skriv-ut/`."""

import logging
import shutil
from base64 import b64decode, b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from macros.guidance.pages import guidance_pages
from macros.kept import Kept
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.ord import words
from macros.pages.comparisons import comparison_tables, read_tables
from macros.pages.easy import is_any_tried, reading_order
from macros.pages.print_plan import Plan, is_in_short, plan_of
from macros.pages.print_products import (
    AGENDA,
    ASSESSMENT,
    CONTRIBUTING,
    ENGLISH,
    FOLDER,
    FORMS,
    MEETINGS,
    ONE_PAGE,
    PLAIN,
    SHEETS,
    SHORT,
    TEMPLATE,
    TEMPLATES,
    TOOLBOX,
    WHOLE,
    Product,
    is_in_guide,
    is_printed,
    page_products,
    section_file,
    the_guide,
    volume_file,
)
from macros.places import data_folder
from macros.printing.book import Section, section_guide, short_guide, whole_guide
from macros.printing.checklists import booklet_job, checklist_job, easy_job, one_page_job, one_page_too_long
from macros.printing.comparison_sheets import comparison_job
from macros.printing.convert import Block
from macros.printing.edition import Edition, edition
from macros.printing.english_guide import english_guide, write_english_list
from macros.printing.file_links import label_links
from macros.printing.inline import Source
from macros.printing.listing import Printed, lend_list, write_list
from macros.printing.sheets import sheet_job, too_long
from macros.printing.site_pages import BuiltSite, Chapter, Part
from macros.printing.typesetting import Job, make_all, overflow
from macros.printing.word_document import agenda, filled_in, handed_out

CACHE = Path(".cache") / FOLDER
# What each fills one A4 and no more.
_ONE_PAGE_EACH = frozenset({"blad.typ", "en-sida.typ"})
_log = logging.getLogger("kunskapsbank")


@dataclass(frozen=True)
class Content:
    """What is printed: the parts of the site with their chapters by address, the edition, and which books there are."""

    parts: Sequence[Part]
    chapters: Mapping[str, Chapter]
    edition: Edition
    plan: Plan = field(default_factory=Plan)

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


def write_prints(site: Path, bank: Kunskapsbank, *, hurry: bool = False) -> None:
    """Writes every printed product under `/utskrift/` and lists them. A sheet that is too long is told and goes on.

    In a `hurry` guides that were made before are shown as they are.
    """
    kept = Kept("tryck")
    content = printed_content(site, bank, kept)
    in_word = documents(content, kept)
    english = english_guide(site, page_sources(bank), bank, kept) if content.plan.english else None
    kept.save()
    jobs = [*([english] if english else ()), *jobs_of(content, bank)]
    made = make_all(jobs, CACHE, hurry=hurry)
    for job, done in zip(jobs, made, strict=True):
        if job.template in _ONE_PAGE_EACH and done.pages != 1:
            _log.warning(_too_long(job))
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    days = {job.name: date(*job.values["meta"]["date"]) for job in jobs}
    printed = {each.name: Printed(each.name, each.content, each.pages, days[each.name]) for each in made}
    printed |= {name: Printed(name, file, None, content.edition.day) for name, file in in_word.items()}
    for each in printed.values():
        (folder / each.file).write_bytes(each.content)
    write_list(site, _listed(content, printed))
    write_english_list(site, printed)
    label_links(site, printed)


def _too_long(job: Job) -> str:
    if job.template == "en-sida.typ":
        return one_page_too_long(overflow(job), f"{ONE_PAGE.strip('/')}.md")
    return too_long(job, overflow(job), _record_source(job))


def lend_prints(site: Path, shown: Path) -> None:
    """Takes over the prints of a site that was built before, and their list."""
    if (shown / FOLDER).is_dir():
        shutil.copytree(shown / FOLDER, site / FOLDER)
    lend_list(site, shown)


def _record_source(job: Job) -> str:
    """The record behind a sheet, as it is written."""
    folder, identifier = job.values["record"]
    record: Path = data_folder() / folder / f"{identifier}.yml"
    return record.read_text("utf-8")


def printed_content(folder: Path, bank: Kunskapsbank, kept: Kept | None = None) -> Content:
    """What is printed of a built site. Raises UnknownElementError for what print has no form for."""
    site = BuiltSite(folder, page_sources(bank), {TOOLBOX: TEMPLATES}, kept)
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
    records: list[Any] = [record for kind in KINDS for record in bank.records(kind).values()]
    changed = [chapter.changed for chapter in chapters.values() if chapter.changed]
    changed += [record.andrad for record in records if hasattr(record, "andrad")]
    return Content(parts, chapters, edition(changed, site.public_address()), plan_of(site.addresses()))


def page_sources(bank: Kunskapsbank) -> dict[str, Source]:
    """The files that guidance and records are written in, by the address of their page."""
    found = {page.address: Path("docs") / page.source for page in guidance_pages(Path("docs"))}
    for name, kind in KINDS.items():
        for identifier in bank.records(name) if kind.page_folder else ():
            found[kind.page_of(identifier)] = data_folder() / kind.folder / f"{identifier}.yml"
    return {address: Source(path.as_posix(), path.read_text("utf-8")) for address, path in found.items()}


def jobs_of(content: Content, bank: Kunskapsbank) -> Iterator[Job]:
    """Every PDF; the longest books first."""
    if content.plan.whole:
        whole = [section for section in content.sections() if section.address != CONTRIBUTING]
        yield Job(WHOLE, "bok.typ", whole_guide(whole, _edition(whole, content), bank))
    short = content.sections(is_in_short)
    if short:
        yield Job(SHORT, "bok.typ", short_guide(short, _edition(short, content), bank))
    for section in content.sections():
        yield from _section_jobs(section, content)
    easy = [chapter for address, chapter in content.chapters.items() if address.startswith(PLAIN)]
    if easy:
        tried = is_any_tried(bank, guidance_pages(Path("docs")))
        yield easy_job(easy, "lattlast.pdf", content.edition_of(easy), tried=tried)
    yield from _page_jobs(content, bank)


def _edition(sections: Iterable[Section], content: Content) -> Edition:
    return content.edition_of(chapter for section in sections for chapter in section.chapters)


def _section_jobs(section: Section, content: Content) -> Iterator[Job]:
    """The guide to a section, and the volumes of its records when they are many."""
    books: dict[tuple[str, int] | None, list[Chapter]] = {}
    for chapter in section.chapters:
        books.setdefault(content.plan.volumes.get(chapter.address), []).append(chapter)
    for volume, chapters in books.items():
        title, file = section.title, section_file(section.address)
        if volume:
            title = words()["utskrift"]["namn"]["del"].format(namn=title, nummer=volume[1])
            file = volume_file(volume)
        made = Section(title, section.address, chapters)
        yield Job(file, "bok.typ", section_guide(made, content.edition_of(chapters)))


def _page_jobs(content: Content, bank: Kunskapsbank) -> Iterator[Job]:
    """The PDFs that belong to one page."""
    for kind in SHEETS:
        for identifier in bank.records(kind):
            chapter = content.chapters[KINDS[kind].page_of(identifier)]
            yield sheet_job(bank, kind, identifier, chapter, content.edition_of([chapter]))
    for name, table in {**comparison_tables(bank), **read_tables(bank)}.items():
        chapter = content.chapters[f"/jamfor/{name}/"]
        shown = [content.chapters[column.address] for column in table.columns if column.address in content.chapters]
        for size in ("a4", "a3"):
            yield comparison_job(chapter, table, size, content.edition_of(shown))
    for address, chapter in content.chapters.items():
        stem = address.strip("/").rpartition("/")[2]
        if stem.startswith("checklista-"):
            yield checklist_job(chapter, f"{stem}.pdf", content.edition_of([chapter]))
    if ONE_PAGE in content.chapters:
        chapter = content.chapters[ONE_PAGE]
        yield one_page_job(chapter, "pa-en-sida.pdf", content.edition_of([chapter]))
    for address, stem in {ENGLISH: "in-english", **FORMS}.items():
        if address in content.chapters:
            chapter = content.chapters[address]
            yield booklet_job(chapter, f"{stem}.pdf", content.edition_of([chapter]))


def documents(content: Content, kept: Kept | None = None) -> dict[str, bytes]:
    """The Word files that the pages behind them are there for; those made of the same values before are `kept`."""
    made: dict[str, partial[bytes]] = {}
    for address, page in content.chapters.items():
        stem = FORMS.get(address, address.strip("/").rpartition("/")[2])
        if stem.startswith(TEMPLATE) or address == ASSESSMENT:
            made[f"{stem}.docx"] = partial(filled_in, page.title, page.summary, page.blocks, content.edition)
        elif address == ONE_PAGE:
            whole = partial(handed_out, page.title, page.summary, page.blocks, content.edition, dense=True)
            made[f"{stem}.docx"] = whole
    points = _agenda_points(content.chapters[MEETINGS].blocks) if MEETINGS in content.chapters else []
    if points:
        made["dagordning.docx"] = partial(agenda, points, words()["utskrift"]["dagordning"]["text"], content.edition)
    return {name: _made(make, kept) for name, make in made.items()}


def _made(make: "partial[bytes]", kept: Kept | None) -> bytes:
    """A file, kept as text under the values that it is made of."""
    if kept is None:
        return make()
    values = (make.func.__name__, repr(make.args), repr(make.keywords))
    return b64decode(kept.get(lambda: b64encode(make()).decode("ascii"), *values))


def _agenda_points(blocks: Sequence[Block]) -> list[list[Block]]:
    """The points of the agenda: the first list under its heading."""
    inside = False
    for block in blocks:
        if block["k"] == "h":
            inside = block["id"] == f"{MEETINGS}#{AGENDA}"
        elif inside and block["k"] in {"ul", "ol"}:
            points: list[list[Block]] = block["items"]
            return points
    return []


def _listed(content: Content, printed: Mapping[str, Printed]) -> dict[Product, Printed]:
    """The products in reading order, each once, with the file that was made."""
    titles = {address: chapter.title for address, chapter in content.chapters.items()}
    listed: dict[Product, Printed] = {}
    for part in content.parts:
        titles[part.address] = part.title
        for address in part.addresses:
            for product in page_products(address, part.address, titles, content.plan):
                if product.file in printed:
                    listed.setdefault(product, printed[product.file])
    english = the_guide()
    return {**listed, english: printed[english.file]} if english.file in printed else listed
