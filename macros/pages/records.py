"""Pages of single records: group, norm, example, form of cooperation and success factor."""

from collections.abc import Iterator
from dataclasses import dataclass

from macros.compare.evidence import judgement
from macros.drawing import draw
from macros.facts.cells import Cell, cell, criteria_for, unknown_labels
from macros.facts.figure_words import figure_text, figure_year
from macros.facts.standing import ended, standing
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import sort_key
from macros.model import KINDS, Grupp, Kind
from macros.model.base import Bas
from macros.model.fields import fields
from macros.model.kvar import Aterkallad
from macros.ord import words
from macros.pages.compare_with import compare_with
from macros.pages.linked_data import linked_data
from macros.pages.page import Page, moved_page
from macros.pages.related import Group, naming, record_link, related

# Kinds of pages that stand where something was.
GONE = frozenset({"flyttad", "aterkallad"})
# Kinds whose records have a page each.
RECORD_KINDS = tuple(kind.name for kind in KINDS.values() if kind.page_folder)


@dataclass(frozen=True)
class Judgement:
    """A characteristic or factor of a group, with its evidence."""

    name: str
    address: str
    cell: Cell


@dataclass(frozen=True)
class Card:
    """An example on its group's page."""

    address: str
    name: str
    summary: str


def record_pages(bank: Kunskapsbank) -> Iterator[Page]:
    """The page of every record of the kinds that have one, and of each address that moved or was taken back."""
    for kind in RECORD_KINDS:
        for identifier in bank.records(kind):
            yield record_page(bank, kind, identifier)
        for old, new in bank.moved.get(kind, {}).items():
            link, source = record_link(bank, kind, new), f"{KINDS[kind].page_folder}/{old}.md"
            yield moved_page(source, link.address, link.name, KINDS[kind].file_of(old))
        for old, withdrawn in bank.withdrawn.get(kind, {}).items():
            # Its day and reason are there: with faults nothing is built.
            if withdrawn:
                yield withdrawn_page(f"{KINDS[kind].page_folder}/{old}.md", withdrawn, KINDS[kind].file_of(old))


def record_page(bank: Kunskapsbank, kind: str, identifier: str) -> Page:
    """The page of one record."""
    record = bank.posts(kind)[identifier]
    own = KINDS[kind]
    rows = [(criterion, cell(record, criterion)) for _, criterion in criteria_for(bank, kind)]
    told = [row for row in rows if row[1].status != "saknas"]
    first = own.key_facts or tuple(criterion.falt for criterion, _ in rows)
    body = draw(
        f"sidor/{own.template}.md",
        post=record,
        viktigast=[row for row in told if row[0].falt in first],
        fler=[row for row in told if row[0].falt not in first],
        okant=unknown_labels(bank, kind, record),
        texter=_texts(own, record),
        siffror=[(figure, figure_text(figure), figure_year(bank, figure)) for figure in getattr(record, "siffror", ())],
        **(_group_values(bank, identifier, record) if isinstance(record, Grupp) else {}),
        **(_judged_values(bank, identifier, own.judged_in) if own.judged_in else {}),
    )
    texts = words()["relationer"]
    # A group's examples stand as cards on its page already, the nearest records among those to compare with.
    on_page = (texts["projekt_fran_grupp"], texts["samma_omrade"])
    meta = {
        "andrad": record.andrad,
        "granskad": record.granskad,
        "sokord": list(record.sokord),
        "post": identifier,
        "foljs": f"/data/v1/{own.folder}/{identifier}",
        "relaterat": [
            _plain(group) for group in related(bank, kind, identifier, texts) if group.heading not in on_page
        ],
        "jamfor_med": compare_with(bank, kind, identifier),
        "jsonld": linked_data(own, record, own.page_of(identifier)),
    }
    source = f"{own.page_folder}/{identifier}.md"
    return Page(source, record.namn, record.sammanfattning, body, kind, own.file_of(identifier), meta)


def _texts(kind: Kind, record: Bas) -> list[tuple[str, str]]:
    """The texts that stand by themselves in a record, each under its field's title."""
    texts = [field for field in fields(kind.model) if field.shape == "text" and not field.is_fact]
    return [(field.title, value) for field in texts if (value := getattr(record, field.name))]


def _plain(group: Group) -> dict[str, object]:
    """A group of related links as front matter can hold it."""
    links = [{"adress": link.address, "namn": link.name, "not": link.note} for link in group.links]
    return {"rubrik": group.heading, "lankar": links}


def withdrawn_page(source: str, withdrawn: Aterkallad, edit: str) -> Page:
    """The page at the address of what was taken back: when, and why."""
    texts = words()["sida"]
    body = draw("sidor/aterkallad.md", aterkallad=withdrawn)
    return Page(source, texts["aterkallad"], texts["aterkallad_om"], body, "aterkallad", edit)


def _group_values(bank: Kunskapsbank, identifier: str, record: Grupp) -> dict[str, object]:
    yes_no = words()["ja_nej"]
    marks = sorted(bank.kannetecken.items(), key=lambda item: item[1].ordning)
    factors = sorted(bank.framgangsfaktor.items(), key=lambda item: item[1].ordning)
    projects = [(name, bank.projekt[name]) for name in naming(bank, "projekt", "grupper").get(identifier, ())]
    return {
        "lage": standing(record),
        "slut": ended(record),
        "exempel": [
            Card(KINDS["projekt"].page_of(name), found.namn, found.sammanfattning)
            for name, found in sorted(projects, key=lambda item: sort_key(item[1].namn))
        ],
        "kannetecken": [
            Judgement(mark.namn, "", judgement(record.kannetecken[mark_id], yes_no))
            for mark_id, mark in marks
            if mark_id in record.kannetecken
        ],
        "faktorer": [
            Judgement(
                factor.namn,
                KINDS["framgangsfaktor"].page_of(factor_id),
                judgement(record.framgangsfaktorer[factor_id], yes_no),
            )
            for factor_id, factor in factors
            if factor_id in record.framgangsfaktorer
        ],
    }


def _judged_values(bank: Kunskapsbank, identifier: str, field: str) -> dict[str, object]:
    """The groups where a factor is judged."""
    yes_no = words()["ja_nej"]
    shown = [
        Judgement(group.namn, KINDS["grupp"].page_of(name), judgement(getattr(group, field)[identifier], yes_no))
        for name, group in bank.grupp.items()
        if identifier in getattr(group, field)
    ]
    return {"grupper": [item for item in shown if item.cell.status == "kand"]}
