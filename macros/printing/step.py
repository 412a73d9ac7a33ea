"""The step after the build that makes every printed product and lists them on `/skriv-ut/`."""

import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.ord import words
from macros.pages.comparisons import comparison_tables
from macros.pages.site import guidance_pages
from macros.places import data_folder
from macros.printing.book import Section, section_guide, whole_guide
from macros.printing.checklists import booklet_job, checklist_job
from macros.printing.comparison_sheets import comparison_job
from macros.printing.convert import Block
from macros.printing.edition import Edition, edition
from macros.printing.errors import PrintError
from macros.printing.inline import Source
from macros.printing.listing import Printed, write_list
from macros.printing.products import (
    AGENDA,
    AGREEMENT,
    ASSESSMENT,
    CONTRIBUTING,
    ENGLISH,
    FOLDER,
    FORMS,
    MEETINGS,
    PAIRS,
    PLAIN,
    WHOLE,
    Product,
    is_in_whole,
    page_products,
    section_file,
)
from macros.printing.sheets import SHEETS, sheet_job, too_long
from macros.printing.site_pages import BuiltSite, Chapter, Part
from macros.printing.typesetting import Job, make_all, overflow
from macros.printing.word_document import agenda, agreement

CACHE = Path(".cache") / FOLDER
# Set while serving: guides that were made before are shown as they are.
HURRY = "KUNSKAPSBANK_VISAR"


@dataclass(frozen=True)
class Content:
    """What is printed: the parts of the site with their chapters by address, and the edition."""

    parts: Sequence[Part]
    chapters: Mapping[str, Chapter]
    edition: Edition

    def section(self, part: Part) -> Section:
        """The chapters of a part."""
        return Section(part.title, part.address, [self.chapters[address] for address in part.addresses])


def write_prints(site: Path, bank: Kunskapsbank) -> None:
    """Writes every printed product under `/utskrift/` and lists them. Raises PrintError when one does not fit."""
    content = printed_content(site, bank)
    jobs = list(jobs_of(content, bank))
    made = make_all(jobs, CACHE, hurry=bool(os.environ.get(HURRY)))
    complaints = [
        too_long(job, overflow(job), _record_source(job))
        for job, done in zip(jobs, made, strict=True)
        if job.template == "blad.typ" and done.pages != 1
    ]
    if complaints:
        raise PrintError("\n".join(complaints))
    folder = site / FOLDER
    folder.mkdir(exist_ok=True)
    printed = {each.name: Printed(each.name, each.content, each.pages) for each in made}
    printed |= {name: Printed(name, file, None) for name, file in documents(content).items()}
    for each in printed.values():
        (folder / each.file).write_bytes(each.content)
    write_list(site, _listed(content, printed), content.edition)


def _record_source(job: Job) -> str:
    """The record behind a sheet, as it is written."""
    folder, identifier = job.values["record"]
    record: Path = data_folder() / folder / f"{identifier}.yml"
    return record.read_text("utf-8")


def printed_content(folder: Path, bank: Kunskapsbank) -> Content:
    """What is printed of a built site. Raises UnknownElementError for what print has no form for."""
    site = BuiltSite(folder, page_sources(bank))
    parts = [
        Part(part.title, part.address, [address for address in part.addresses if is_in_whole(address)])
        for part in site.parts()
    ]
    contributing = site.below(CONTRIBUTING)
    if contributing:
        parts.append(Part(words()["utskrift"]["bidra"], CONTRIBUTING, contributing))
    chapters = {address: site.chapter(address) for part in parts for address in part.addresses}
    pairs = [address for address in site.linked("/jamfor/", PAIRS) if "/jamfor/" in chapters]
    chapters |= {address: site.chapter(address) for address in pairs}
    records: list[Any] = [record for kind in KINDS for record in bank.records(kind).values()]
    changed = [chapter.changed for chapter in chapters.values() if chapter.changed]
    changed += [record.andrad for record in records if hasattr(record, "andrad")]
    return Content(parts, chapters, edition(changed, site.public_address()))


def page_sources(bank: Kunskapsbank) -> dict[str, Source]:
    """The files that guidance and records are written in, by the address of their page."""
    found = {page.address: Path("docs") / page.source for page in guidance_pages(Path("docs"))}
    for name, kind in KINDS.items():
        for identifier in bank.records(name) if kind.page_folder else ():
            found[f"/{kind.page_folder}/{identifier}/"] = data_folder() / kind.folder / f"{identifier}.yml"
    return {address: Source(path.as_posix(), path.read_text("utf-8")) for address, path in found.items()}


def jobs_of(content: Content, bank: Kunskapsbank) -> Iterator[Job]:
    """Every PDF; the whole guide first, since it takes longest."""
    sections = [content.section(part) for part in content.parts]
    whole = [section for section in sections if section.address != CONTRIBUTING]
    yield Job(WHOLE, "bok.typ", whole_guide(whole, content.edition, bank))
    for section in sections:
        made = Section(section.title, section.address, [*section.chapters, *_pairs_of(section, content)])
        yield Job(section_file(section.address), "bok.typ", section_guide(made, content.edition))
    yield from _page_jobs(content, bank)


def _pairs_of(section: Section, content: Content) -> list[Chapter]:
    """Pairs of groups repeat the tables, so only the guide to comparisons has them."""
    if section.address != "/jamfor/":
        return []
    return [chapter for address, chapter in content.chapters.items() if address.startswith(PAIRS)]


def _page_jobs(content: Content, bank: Kunskapsbank) -> Iterator[Job]:
    """The PDFs that belong to one page."""
    for kind in SHEETS:
        for identifier in bank.records(kind):
            chapter = content.chapters[f"/{KINDS[kind].page_folder}/{identifier}/"]
            yield sheet_job(bank, kind, identifier, chapter, content.edition)
    for name, table in comparison_tables(bank).items():
        for size in ("a4", "a3"):
            yield comparison_job(content.chapters[f"/jamfor/{name}/"], table, size, content.edition)
    for address, chapter in content.chapters.items():
        stem = address.strip("/").rpartition("/")[2]
        if stem.startswith("checklista-"):
            yield checklist_job(chapter, f"{stem}.pdf", content.edition)
    for address, stem in {PLAIN: "lattlast", ENGLISH: "in-english", **FORMS}.items():
        if address in content.chapters:
            yield booklet_job(content.chapters[address], f"{stem}.pdf", content.edition)


def documents(content: Content) -> dict[str, bytes]:
    """The Word files that the pages behind them are there for."""
    made = {}
    if AGREEMENT in content.chapters:
        page = content.chapters[AGREEMENT]
        made["mall-overenskommelse.docx"] = agreement(page.title, page.summary, page.blocks, content.edition)
    if ASSESSMENT in content.chapters:
        page = content.chapters[ASSESSMENT]
        made["sjalvskattning.docx"] = agreement(page.title, page.summary, page.blocks, content.edition)
    points = _agenda_points(content.chapters[MEETINGS].blocks) if MEETINGS in content.chapters else []
    if points:
        made["dagordning.docx"] = agenda(points, words()["utskrift"]["dagordning"]["text"], content.edition)
    return made


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
            for product in page_products(address, part.address, titles):
                if product.file in printed:
                    listed.setdefault(product, printed[product.file])
    return listed
