"""Index pages of the sections: cards and a short table of the records in each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.compare.parts import parts_among
from macros.drawing import draw
from macros.facts.cells import Cell, cell, criteria_for, labels
from macros.facts.standing import label
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import listing, sort_key
from macros.model import KINDS, Grupp, Kind, Projekt
from macros.model.base import Post, facts
from macros.model.grupp import CONTRASTS
from macros.model.kind import Listing
from macros.ord import words
from macros.pages.lists import filter_field
from macros.pages.page import Page
from macros.pages.sections import MOST_CARDS, LongList, Section


@dataclass(frozen=True)
class Card:
    """A record on an index page."""

    identifier: str
    address: str
    name: str
    summary: str
    label: str
    cells: tuple[Cell, ...]


def index_pages(bank: Kunskapsbank) -> Iterator[Page]:
    """The index page of every listing."""
    for kind in KINDS.values():
        for each in kind.lists:
            yield from index_page(bank, kind, each)


def records_of(bank: Kunskapsbank, kind: Kind, listing: Listing) -> Mapping[str, Post]:
    """The records that a listing holds."""
    return {identifier: record for identifier, record in bank.posts(kind.name).items() if listing.include(record)}


def index_page(bank: Kunskapsbank, kind: Kind, listing: Listing) -> Iterator[Page]:
    """One listing's index page; when the records are many it leads to pages of them by area or kind."""
    texts = words()["sidor"][listing.name]
    criteria = [criterion for _, criterion in criteria_for(bank, kind.name) if criterion.falt in listing.columns]
    criteria.sort(key=lambda criterion: listing.columns.index(criterion.falt))
    kinds = {
        value.id: value.namn for _, row in criteria_for(bank, kind.name) if row.falt == "slag" for value in row.varden
    }
    ordered = sorted(records_of(bank, kind, listing).items(), key=lambda item: _order(item[1]))
    cards = [
        Card(
            identifier,
            kind.page_of(identifier),
            record.namn,
            record.sammanfattning,
            _label(bank, record, kinds),
            tuple(cell(record, criterion) for criterion in criteria),
        )
        for identifier, record in ordered
    ]
    field = filter_field(listing.name)
    values = {"texter": texts, "kriterier": criteria, "slag": kind.name, "jamfor": listing.name, "filter": field}
    meta = {"filtreras": bool(field), "sokord": texts["sokord"], "oversikt": listing.name, "jamforbar": True}
    source = kind.index_of(listing)
    if len(cards) <= MOST_CARDS:
        body = draw("sidor/oversikt.md", kort=cards, **values)
        yield Page(source, texts["titel"], texts["sammanfattning"], body, "lista", None, meta)
        return
    by_identifier = {card.identifier: card for card in cards}
    names = {card.identifier: card.name for card in cards}
    parts = []
    for part in parts_among(bank, kind.name, names, MOST_CARDS):
        held = [by_identifier[identifier] for identifier in part.identifiers]
        body = draw("sidor/oversikt.md", kort=held, **values)
        entries = [(card.identifier, card.name) for card in held]
        parts.append(Section(part.stem, part.name, body, entries, part.within))
    made = LongList(source, texts, f"{source.removesuffix('index.md')}urval", parts, meta=meta)
    yield from made.pages(draw("sidor/oversikt-avsnitt.md", val=made.menu(), kort=cards, **values))


def _label(bank: Kunskapsbank, record: Post, kinds: Mapping[str, str]) -> str:
    """What a card says above its summary: the kind, whether a group is alive; of an example group, areas and year."""
    if isinstance(record, Projekt):
        groups = [bank.grupp[name].namn for name in record.grupper]
        areas = [labels(bank.kriterium["omrade"])[name] for name in record.omraden]
        years = [str(fact.varde) for fact in (*facts(record.start)[:1], *facts(record.slut)[-1:])]
        return ", ".join(part for part in (listing(groups), *areas, "–".join(dict.fromkeys(years))) if part)
    kind = kinds.get(getattr(record, "slag", ""), "")
    state = label(record) if isinstance(record, Grupp) else ""
    return ", ".join(part for part in (kind, state) if part)


def _order(record: Post) -> tuple[bool, int, str]:
    """Contrasts last, then by `ordning` where there is one, then by name."""
    return getattr(record, "slag", "") in CONTRASTS, getattr(record, "ordning", 0), sort_key(record.namn)
