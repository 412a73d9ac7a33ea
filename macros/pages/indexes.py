"""Index pages of the sections: cards and a short table of the records in each."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from macros.compare.parts import parts_among
from macros.facts import Cell, cell, criteria_for, labels
from macros.kunskapsbank import Kunskapsbank
from macros.model import Grupp, Projekt
from macros.model.base import facts
from macros.ord import words
from macros.pages import sections as lists
from macros.pages.lists import filter_field
from macros.pages.page import Page, draw
from macros.pages.sections import MOST_CARDS
from macros.pages.standing import label
from macros.swedish import listing, sort_key

CONTRASTS = frozenset(
    {
        "inkopscentral",
        "forskningsprogram",
        "utvecklingssamarbete",
        "branschsamverkan",
        "inkopsforening",
        "kommunnatverk",
    }
)


@dataclass(frozen=True)
class Section:
    """An index page: its source, texts (key in `sidor`), kind, which records, and table columns."""

    source: str
    texts: str
    kind: str
    folder: str
    fields: tuple[str, ...]
    compare: str
    include: Callable[[Any], bool] = lambda _record: True


@dataclass(frozen=True)
class Card:
    """A record on an index page."""

    identifier: str
    name: str
    summary: str
    label: str
    cells: tuple[Cell, ...]


def is_swedish(group: Any) -> bool:
    """Whether a group works in Sweden."""
    return bool(group.land == "sverige")


def is_abroad(group: Any) -> bool:
    """Whether a group works in another country or several."""
    return not is_swedish(group)


SECTIONS = (
    Section(
        "grupper/index.md", "grupper", "grupp", "grupper", ("bildad", "finansiering", "bindning"), "grupper", is_swedish
    ),
    Section(
        "grupper/utomlands/index.md",
        "utomlands",
        "grupp",
        "grupper",
        ("land", "finansiering", "bindning"),
        "utomlands",
        is_abroad,
    ),
    Section("normer/index.md", "normer", "norm", "normer", ("anvandning", "utgivare"), "normer"),
    Section("exempel/index.md", "exempel", "projekt", "exempel", ("metod", "start", "uppmatt"), "exempel"),
    Section(
        "samverkansformer/index.md",
        "samverkansformer",
        "samverkansform",
        "samverkansformer",
        ("bindning", "kop"),
        "samverkansformer",
    ),
    Section(
        "framgangsfaktorer/index.md",
        "framgangsfaktorer",
        "framgangsfaktor",
        "framgangsfaktorer",
        (),
        "framgangsfaktorer",
    ),
)


def index_pages(bank: Kunskapsbank) -> Iterator[Page]:
    """The index page of every section."""
    for section in SECTIONS:
        yield from index_page(bank, section)


def records_of(bank: Kunskapsbank, section: Section) -> Mapping[str, Any]:
    """The records that a section lists."""
    return {identifier: record for identifier, record in bank.records(section.kind).items() if section.include(record)}


def index_page(bank: Kunskapsbank, section: Section) -> Iterator[Page]:
    """One section's index page; when the records are many it leads to pages of them by area or kind."""
    texts = words()["sidor"][section.texts]
    criteria = [criterion for _, criterion in criteria_for(bank, section.kind) if criterion.falt in section.fields]
    criteria.sort(key=lambda criterion: section.fields.index(criterion.falt))
    kinds = {
        value.id: value.namn
        for _, row in criteria_for(bank, section.kind)
        if row.falt == "slag"
        for value in row.varden
    }
    ordered = sorted(records_of(bank, section).items(), key=lambda item: _order(item[1]))
    cards = [
        Card(
            identifier,
            record.namn,
            record.sammanfattning,
            _label(bank, record, kinds),
            tuple(cell(record, criterion) for criterion in criteria),
        )
        for identifier, record in ordered
    ]
    field = filter_field(section.texts)
    values = {"texter": texts, "kriterier": criteria, "avsnitt": section, "filter": field}
    meta = {"filtreras": bool(field), "sokord": texts["sokord"], "oversikt": section.texts, "jamforbar": True}
    if len(cards) <= MOST_CARDS:
        body = draw("sidor/oversikt.md", kort=cards, **values)
        yield Page(section.source, texts["titel"], texts["sammanfattning"], body, "lista", None, meta)
        return
    by_identifier = {card.identifier: card for card in cards}
    names = {card.identifier: card.name for card in cards}
    parts = []
    for part in parts_among(bank, section.kind, names, MOST_CARDS):
        held = [by_identifier[identifier] for identifier in part.identifiers]
        body = draw("sidor/oversikt.md", kort=held, **values)
        parts.append(lists.Section(part.stem, part.name, body, [(card.identifier, card.name) for card in held]))
    folder = f"{section.source.removesuffix('index.md')}urval"
    made = lists.LongList(section.source, texts, folder, parts, meta=meta)
    yield from made.pages(draw("sidor/oversikt-avsnitt.md", val=made.menu(), kort=cards, **values))


def _label(bank: Kunskapsbank, record: Any, kinds: Mapping[str, str]) -> str:
    """What a card says above its summary: the kind, whether a group is alive; of an example group, areas and year."""
    if isinstance(record, Projekt):
        groups = [bank.grupp[name].namn for name in record.grupper]
        areas = [labels(bank.kriterium["omrade"])[name] for name in record.omraden]
        years = [str(fact.varde) for fact in (*facts(record.start)[:1], *facts(record.slut)[-1:])]
        return ", ".join(part for part in (listing(groups), *areas, "–".join(dict.fromkeys(years))) if part)
    kind = kinds.get(getattr(record, "slag", ""), "")
    state = label(record) if isinstance(record, Grupp) else ""
    return ", ".join(part for part in (kind, state) if part)


def _order(record: Any) -> tuple[bool, int, str]:
    """Contrasts last, then by `ordning` where there is one, then by name."""
    return getattr(record, "slag", "") in CONTRASTS, getattr(record, "ordning", 0), sort_key(record.namn)
