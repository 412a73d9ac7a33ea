"""Every PDF of a build: what decides it, and how the values are made that it is typeset from.

Values take long to make, and most products are as they were; so each is planned first, with a mark of all that its
values come from, and made when that is new.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from macros.kept import digest
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.ord import words
from macros.pages.comparisons import comparison_tables, read_tables
from macros.pages.print_plan import is_in_short
from macros.pages.print_products import (
    CONTRIBUTING,
    ENGLISH,
    FORMS,
    ONE_PAGE,
    PLAIN,
    SHEETS,
    SHORT,
    WHOLE,
    section_file,
    volume_file,
)
from macros.printing.book import Section, section_guide, short_guide, whole_guide
from macros.printing.checklists import booklet_job, checklist_job, easy_job, one_page_job
from macros.printing.comparison_sheets import comparison_job
from macros.printing.content import Content
from macros.printing.edition import Edition
from macros.printing.shapes import Values
from macros.printing.sheets import sheet_job
from macros.printing.site_pages import Chapter
from macros.printing.typesetting import Job


@dataclass(frozen=True)
class Planned:
    """A PDF before it is made: its name, a mark of all that its values come from, and what makes them."""

    name: str
    mark: str
    make: Callable[[], Job]


def planned_jobs(content: Content, bank: Kunskapsbank) -> Iterator[Planned]:
    """Every PDF, before its values are made; the longest books first."""
    terms = digest(repr(bank.begrepp))
    if content.plan.whole:
        whole = [section for section in content.sections() if section.address != CONTRIBUTING]
        yield book(WHOLE, whole, _edition(whole, content), partial(whole_guide, bank=bank), terms)
    short = content.sections(is_in_short)
    if short:
        yield book(SHORT, short, _edition(short, content), partial(short_guide, bank=bank), terms)
    for section in content.sections():
        yield from _section_jobs(section, content)
    easy = [chapter for address, chapter in content.chapters.items() if address.startswith(PLAIN)]
    if easy:
        make = partial(easy_job, easy, "lattlast.pdf", content.edition_of(easy), tried=content.is_tried)
        yield _planned("lattlast.pdf", make, easy, content.edition_of(easy), str(content.is_tried))
    yield from _page_jobs(content, bank)


def _planned(
    name: str, make: Callable[[], Job], chapters: Iterable[Chapter], edition: Edition, *others: str
) -> Planned:
    return Planned(name, digest(name, repr(edition), *(chapter.mark for chapter in chapters), "", *others), make)


MakeValues = Callable[[Sequence[Section], Edition], Values]


def book(name: str, sections: Sequence[Section], edition: Edition, values: MakeValues, *others: str) -> Planned:
    """A guide, whose `values` come from its sections and from what `others` mark."""
    chapters = [chapter for section in sections for chapter in section.chapters]
    titles = [f"{section.title}\0{section.address}\0{len(section.chapters)}" for section in sections]
    return _planned(name, lambda: Job(name, "bok.typ", values(sections, edition)), chapters, edition, *titles, *others)


def _edition(sections: Iterable[Section], content: Content) -> Edition:
    return content.edition_of(chapter for section in sections for chapter in section.chapters)


def _section_jobs(section: Section, content: Content) -> Iterator[Planned]:
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
        yield book(
            file, [made], content.edition_of(chapters), lambda sections, edition: section_guide(sections[0], edition)
        )


def _page_jobs(content: Content, bank: Kunskapsbank) -> Iterator[Planned]:
    """The PDFs that belong to one page."""
    for kind in SHEETS:
        for identifier in bank.records(kind):
            chapter = content.chapters[KINDS[kind].page_of(identifier)]
            edition = content.edition_of([chapter])
            make = partial(sheet_job, bank, kind, identifier, chapter, edition)
            yield _planned(f"{kind} {identifier}", make, [chapter], edition, bank.mark)
    for name, table in {**comparison_tables(bank), **read_tables(bank)}.items():
        chapter = content.chapters[f"/jamfor/{name}/"]
        shown = [content.chapters[column.address] for column in table.columns if column.address in content.chapters]
        edition = content.edition_of(shown)
        for size in ("a4", "a3"):
            make = partial(comparison_job, chapter, table, size, edition)
            yield _planned(f"{name} {size}", make, [chapter], edition, bank.mark)
    for address, chapter in content.chapters.items():
        stem = address.strip("/").rpartition("/")[2]
        if stem.startswith("checklista-"):
            yield _of_page(checklist_job, chapter, stem, content)
    if ONE_PAGE in content.chapters:
        yield _of_page(one_page_job, content.chapters[ONE_PAGE], "pa-en-sida", content)
    for address, stem in {ENGLISH: "in-english", **FORMS}.items():
        if address in content.chapters:
            yield _of_page(booklet_job, content.chapters[address], stem, content)


def _of_page(job: Callable[[Chapter, str, Edition], Job], chapter: Chapter, stem: str, content: Content) -> Planned:
    name, edition = f"{stem}.pdf", content.edition_of([chapter])
    return _planned(name, partial(job, chapter, name, edition), [chapter], edition)
