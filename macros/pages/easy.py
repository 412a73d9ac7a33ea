"""Easy-to-read pages (lättläst): one for each record that has such a text, and the ways between twins.

A twin is the ordinary page that an easy page follows: its record's page, or what `foljer` in its front matter names.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from macros.addresses import EASY_KINDS, EASY_START, easy_address
from macros.drawing import draw
from macros.guidance.pages import GuidancePage
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import long_date, sort_key
from macros.model import KINDS, Grupp, Projekt
from macros.model.base import UNKNOWN
from macros.model.lattlast import Lattlast, Provlasning
from macros.ord import words
from macros.pages.page import Page

KIND = "lattlast"


@dataclass(frozen=True)
class EasyWays:
    """The easy page of each ordinary page, and the ordinary pages of each easy one, by address."""

    easy: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    ordinary: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, address: str, meta: Mapping[str, object]) -> "EasyWay":
        """The ways from one page to its twin; a page that has none is led to the start of the easy pages."""
        found = meta.get("provlast")
        day = long_date(date.fromisoformat(found["datum"])) if isinstance(found, Mapping) else ""
        return EasyWay(self.easy.get(address, EASY_START), next(iter(self.ordinary.get(address, ())), ""), day)


@dataclass(frozen=True)
class EasyWay:
    """Where a page leads: to its easy page, or from an easy page to the ordinary one; the day it was tried."""

    easy: str
    ordinary: str
    provlast: str


def easy_records(bank: Kunskapsbank, kind: str) -> Iterator[tuple[str, Grupp | Projekt, Lattlast]]:
    """The records of a kind that have an easy text, by name, each with that text."""
    for name, record in sorted(bank.posts(kind).items(), key=lambda item: sort_key(item[1].namn)):
        if isinstance(record, Grupp | Projekt) and record.lattlast:
            yield name, record, record.lattlast


def reading_order(addresses: Iterable[str]) -> list[str]:
    """Easy pages as they are read on paper: the pages of records right after the page that lists them."""
    addresses = list(addresses)
    lists = {f"{EASY_START}{KINDS[kind].easy_list}/": f"{EASY_START}{KINDS[kind].page_folder}/" for kind in EASY_KINDS}
    below = {page: [each for each in addresses if each.startswith(top) and each != page] for page, top in lists.items()}
    placed = {each for found in below.values() for each in found}
    return [each for page in addresses if page not in placed for each in (page, *below.get(page, ()))]


def easy_pages(bank: Kunskapsbank) -> Iterator[Page]:
    """The easy page of every record that has a text for it."""
    for kind in EASY_KINDS:
        for identifier, record, text in easy_records(bank, kind):
            yield easy_page(kind, identifier, record, text)


def easy_page(kind: str, identifier: str, record: Grupp | Projekt, text: Lattlast) -> Page:
    """The easy page of one record."""
    texts = words()["lattlast"]
    meta = {"andrad": record.andrad, "lattlast": "ja", "provlast": tried(text.provlast)}
    return Page(
        f"{easy_address(kind, identifier).strip('/')}.md",
        texts["titel"].format(namn=record.namn),
        texts["om"][kind].format(namn=record.namn),
        draw("sidor/lattlast-post.md", text=text.text),
        KIND,
        KINDS[kind].file_of(identifier),
        meta,
    )


def tried(found: Provlasning | str) -> dict[str, str] | str:
    """What is known of whether a reader has tried a text, as front matter holds it."""
    return {"datum": found.datum, "av": found.av} if isinstance(found, Provlasning) else UNKNOWN


def is_any_tried(bank: Kunskapsbank, guidance: Iterable[GuidancePage]) -> bool:
    """Whether a reader whom it is for has tried any of the easy texts."""
    records = (text.provlast for kind in EASY_KINDS for _, _, text in easy_records(bank, kind))
    pages = (page.meta.get("provlast", UNKNOWN) for page in guidance)
    return any(found != UNKNOWN for found in (*records, *pages))


def easy_ways(bank: Kunskapsbank, guidance: Iterable[GuidancePage]) -> EasyWays:
    """The ways between ordinary pages and easy ones. The first easy page that follows a page is its twin."""
    easy: dict[str, str] = {}
    ordinary: dict[str, tuple[str, ...]] = {}
    for kind in EASY_KINDS:
        for identifier, _, _ in easy_records(bank, kind):
            own = KINDS[kind].page_of(identifier)
            easy[own] = easy_address(kind, identifier)
            ordinary[easy[own]] = (own,)
    for page in guidance:
        if page.follows:
            ordinary[page.address] = page.follows
            for address in page.follows:
                easy.setdefault(address, page.address)
    return EasyWays(easy, ordinary)
