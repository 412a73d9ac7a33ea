"""All generated pages of the site, and the links between pages."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from macros.addresses import address_of
from macros.guidance.pages import GONE_KEYS, GuidancePage, markdown_files
from macros.history.entries import Entry
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import SWEDISH, spoken
from macros.language.swedish import sort_key
from macros.loading.link_results import Tried
from macros.model.kvar import MOVED_KEY, Aterkallad
from macros.pages.accessibility import statement_page
from macros.pages.changes import changes_page
from macros.pages.comparisons import comparison_pages
from macros.pages.easy import easy_pages
from macros.pages.field_reference import reference_pages
from macros.pages.indexes import index_pages
from macros.pages.lists import IndexEntry, a_to_o_pages, glossary_pages, source_pages, source_uses
from macros.pages.needs import needs_page
from macros.pages.page import Page, moved_page
from macros.pages.records import GONE, record_pages, withdrawn_page
from macros.pages.rules import rules_page
from macros.pages.style import style_page

_LINK = re.compile(r"\]\((/[\w/-]*?\.md)(?:#[\w-]+)?\)|href=\"(/[\w/-]*/)(?:#[\w-]+)?\"")


# Gives pages that are made when they are asked for, or the same pages from an earlier build.
Remembered = Callable[[Iterable[Page]], list[Page]]


def left_behind(docs: Path) -> tuple[Page, ...]:
    """A page for each address of guidance that has moved or was taken back."""
    files = markdown_files(docs)
    titles = {page.address: page.title for page in files}
    gone = (page for page in files if GONE_KEYS & set(page.meta))
    return tuple(
        moved_page(page.source, address, titles.get(address) or address, f"docs/{page.source}")
        if (address := address_of(str(page.meta.get(MOVED_KEY, "")).lstrip("/"))) != "/"
        else withdrawn_page(page.source, Aterkallad.model_validate(page.meta), f"docs/{page.source}")
        for page in gone
    )


def generated_pages(
    bank: Kunskapsbank,
    guidance: Iterable[GuidancePage],
    history: Sequence[Entry] = (),
    tried: Mapping[str, Tried] = MappingProxyType({}),
    remembered: Remembered = list,
) -> tuple[Page, ...]:
    """Every generated page. The lists that index everything come last, since they read the others.

    They are in the language of now, at their Swedish places: `macros.pages.english` moves them.
    `history` is newest first; `tried` tells when each external address was last tried.
    `remembered` is given those that are made from records and history alone, and may have them from an earlier build.
    """
    guidance = tuple(page for page in guidance if page.language == spoken())
    made = remembered(_of_records(bank, history))
    glossary = glossary_pages(bank)
    entries = [IndexEntry(page.title, page.address, "vagledning") for page in guidance]
    entries += [IndexEntry(page.title, page.address, page.kind) for page in (*made, *glossary) if page.kind not in GONE]
    bodies = [page.body for page in guidance] + [page.body for page in (*made, *glossary) if page.kind not in GONE]
    sources = source_pages(bank, source_uses(zip(entries, bodies, strict=True), bank.kalla), tried)
    entries += [IndexEntry(page.title, page.address, page.kind) for page in sources if page.kind not in GONE]
    return (*made, *glossary, *sources, *a_to_o_pages(bank, entries))


def _of_records(bank: Kunskapsbank, history: Sequence[Entry]) -> Iterator[Page]:
    yield from record_pages(bank)
    yield from index_pages(bank)
    yield from comparison_pages(bank)
    yield needs_page(bank)
    if spoken() == SWEDISH:
        yield from _swedish_alone(bank, history)


def _swedish_alone(bank: Kunskapsbank, history: Sequence[Entry]) -> Iterator[Page]:
    """The pages for contributors, on the site itself and in easy Swedish, which have no other language."""
    yield from easy_pages(bank)
    yield from (Page(page.source, page.title, page.summary, page.markdown, "falt") for page in reference_pages(bank))
    yield statement_page()
    yield style_page(bank)
    yield rules_page()
    yield changes_page(bank, history)


def links_to(guidance: Iterable[GuidancePage]) -> Mapping[str, tuple[IndexEntry, ...]]:
    """For each address the guidance pages whose text links to it."""
    found: dict[str, dict[str, IndexEntry]] = defaultdict(dict)
    for page in guidance:
        for link in _LINK.finditer(page.body):
            target = address_of(link[1].lstrip("/")) if link[1] else link[2]
            if target != page.address:
                found[target][page.address] = IndexEntry(page.title, page.address, "vagledning")
    return {
        target: tuple(sorted(uses.values(), key=lambda entry: sort_key(entry.name))) for target, uses in found.items()
    }
