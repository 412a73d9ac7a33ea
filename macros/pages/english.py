"""The English pages: made as the Swedish ones are, from the English knowledge base, at addresses of their own."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from macros.addresses import address_of
from macros.guidance.anchors import heading_anchors
from macros.guidance.pages import GuidancePage
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import ENGLISH, speaking
from macros.loading.link_results import Tried
from macros.pages.page import Page
from macros.pages.records import GONE
from macros.pages.site import Remembered, generated_pages
from macros.translation.addresses import Twins, english_address, twins_of
from macros.translation.bank import in_english
from macros.translation.guidance import TRANSLATES


@dataclass(frozen=True)
class EnglishPages:
    """The pages made from data, and which pages exist in both languages."""

    pages: tuple[Page, ...]
    twins: Twins


def english_pages(
    bank: Kunskapsbank,
    guidance: Iterable[GuidancePage],
    tried: Mapping[str, Tried] = MappingProxyType({}),
    remembered: Remembered = list,
) -> EnglishPages:
    """The English pages of the Swedish knowledge base and of the guidance under `docs/en/`."""
    guidance = tuple(guidance)
    with speaking(ENGLISH):
        made = generated_pages(in_english(bank), guidance, (), tried, remembered)
    moved = [(page, english_address(page.address)) for page in made if page.kind not in GONE]
    pages = [(page, replace(page, source=_source(address))) for page, address in moved if address]
    pairs = [(page.address, english.address, english.title) for page, english in pages]
    pairs += [
        (address_of(str(page.meta[TRANSLATES])), page.address, page.title)
        for page in guidance
        if page.language == ENGLISH and page.meta.get(TRANSLATES)
    ]
    return EnglishPages(tuple(english for _, english in pages), replace(twins_of(pairs), anchors=_anchors(guidance)))


def _anchors(guidance: Iterable[GuidancePage]) -> Mapping[str, Mapping[str, str]]:
    """By Swedish address the English anchor of each Swedish one, where the pages have as many headings."""
    by_source = {page.source: page for page in guidance}
    found = {}
    for page in by_source.values():
        swedish = by_source.get(str(page.meta.get(TRANSLATES, "")))
        if page.language == ENGLISH and swedish is not None:
            ours, theirs = ([anchor for _, anchor in heading_anchors(each.body)] for each in (swedish, page))
            found[swedish.address] = dict(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else {}
    return found


def _source(address: str) -> str:
    """The place among the Markdown files of a page at an address."""
    return f"{address.strip('/')}/index.md"
