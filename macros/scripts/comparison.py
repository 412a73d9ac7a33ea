"""What the browser needs to know of a kind to compare a reader's own choice of its records, as plain data."""

from collections.abc import Iterable

from macros.compare.chosen import (
    COMPARABLE,
    LEAST,
    MOST,
    MOST_BOXES,
    SHOWN_WHEN_KNOWN,
    all_columns,
    all_rows,
    ambiguous,
)
from macros.compare.filters import Filter, filters
from macros.compare.summary import MAX_NAMED
from macros.compare.table import Column, Row
from macros.facts.cells import Cell, Entry
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kalla
from macros.model.base import UNKNOWN
from macros.model.plain import Json
from macros.ord import Words, words, words_of

# Kinds that are named in an explanation when they stand in an address, but are never compared.
NOT_COMPARABLE = tuple(kind.name for kind in KINDS.values() if kind.is_movable and not kind.is_comparable)
Exported = Json


def base(bank: Kunskapsbank) -> Exported:
    """The words, the limits, and for every kind that can be compared the names of its records by identifier."""
    texts = words()
    own = texts["jamfor"]
    return {
        "ord": {
            **own["skript"],
            "relation": own["relation"],
            "sammandrag": own["sammandrag"],
            "avdelningar": {**texts["avdelningar"], **own["avdelningar"]},
            "saknas": texts["sida"]["saknas"],
            "ej": texts["sida"]["ej"],
            "tolkning": texts["sida"]["tolkning"],
            "kalla": texts["sida"]["kalla"],
            "kallor": texts["sida"]["kallor"],
            "oppnaKalla": texts["sida"]["oppna_kalla"],
            "iRegistret": texts["sida"]["i_registret"],
            "kriterium": own["kriterium"],
            "namn": texts["sida"]["namn"],
            "legend": _legend(texts),
            "rad": own["rad"],
            "kant": own["kant"],
            "hopp": own["hopp"],
            **{name: texts["verktyg"]["gemensamt"][name] for name in ("antal_val", "inget_val")},
        },
        "minst": LEAST,
        "hogst": MOST,
        "rutor": MOST_BOXES,
        "namnda": MAX_NAMED,
        "slag": {
            kind: {
                **{name: words_of(kind)[name] for name in ("rubrik", "en", "flera")},
                "tabeller": [_whole_table(each.name, own) for each in found.lists],
            }
            for kind, found in COMPARABLE.items()
        },
        "namn": {kind: {key: record.namn for key, record in bank.posts(kind).items()} for kind in COMPARABLE},
        "andra": {kind: own["ojamforbara"][kind] for kind in NOT_COMPARABLE},
        "platser": {"jamfor": "/jamfor/", "kallor": "/kallor/"},
        "data": {},
    }


def _legend(texts: Words) -> list[list[str]]:
    """The four values: their class, the word shown and what it means."""
    shown = {**texts["ja_nej"], "saknas": texts["sida"]["saknas"], "ej": texts["sida"]["ej"]}
    return [[kind, shown[kind], meaning] for kind, meaning in texts["jamfor"]["legend"].items()]


def _whole_table(name: str, own: Words) -> Exported:
    return {"adress": f"/jamfor/{name}/", "namn": own["slag"][name]["titel"]}


def dataset(bank: Kunskapsbank, kind: str) -> Exported:
    """Everything about one kind that a comparison of its records shows."""
    columns = all_columns(bank, kind)
    identifiers = [column.identifier for column in columns]
    rows = all_rows(bank, kind, identifiers, words()["ja_nej"])
    made = filters(bank, kind, identifiers, words()["jamfor"]["filter"])
    return {
        "slag": kind,
        "poster": [_record(column) for column in columns],
        "punkter": [_criterion(row) for row in rows],
        "celler": {
            identifier: [_cell(row.cells[number]) for row in rows] for number, identifier in enumerate(identifiers)
        },
        "filter": [_filter(each) for each in made],
        "fragor": questions(kind, rows),
        "kallor": {key: _source(bank.kalla[key]) for key in _cited(rows)},
        "tvetydiga": sorted(ambiguous(bank, kind)),
    }


def questions(kind: str, rows: Iterable[Row]) -> list[Exported]:
    """The ready questions about a kind, each with the criteria that answer it."""
    rows = tuple(rows)
    return [
        {
            "namn": question["namn"],
            "punkter": [
                row.identifier
                for row in rows
                if row.section in question["avdelningar"] or any(part in row.identifier for part in question["ord"])
            ],
        }
        for question in words()["jamfor"]["fragor"].get(kind, ())
    ]


def _record(column: Column) -> Exported:
    return {"id": column.identifier, "namn": column.name, "adress": column.address}


def _criterion(row: Row) -> Exported:
    return {
        "id": row.identifier,
        "namn": row.name,
        "iText": row.running_name,
        "forklaring": row.explanation,
        "avdelning": row.section,
        "vardeslag": row.kind_of_value,
        **({"baraKand": 1} if row.section in SHOWN_WHEN_KNOWN else {}),
    }


def _cell(cell: Cell) -> Exported | None:
    """A cell: nothing when unknown, `ej` when not applicable, otherwise its sort value and facts."""
    if cell.status == "saknas":
        return None
    if cell.status == "ej":
        return {"ej": 1}
    return {"s": cell.sort, "u": [_entry(entry) for entry in cell.entries]}


def _entry(entry: Entry) -> Exported:
    shown = {
        "t": entry.text,
        "d": list(entry.parts) if entry.parts != (entry.text,) else None,
        "ar": entry.year,
        "k": list(entry.sources),
        "c": entry.comment,
        "o": 1 if entry.own_reading else None,
        "j": entry.yes_no,
    }
    return {name: value for name, value in shown.items() if value}


def _filter(made: Filter) -> Exported:
    return {
        "id": made.identifier,
        "namn": made.name,
        "val": [
            {"id": option.identifier, "namn": option.name, "poster": list(option.records)} for option in made.options
        ],
    }


def _cited(rows: Iterable[Row]) -> list[str]:
    found = (key for row in rows for cell in row.cells for entry in cell.entries for key in entry.sources)
    return list(dict.fromkeys(found))


def _source(source: Kalla) -> Exported:
    """A source as the list at a page's foot words it."""
    texts = words()["sida"]
    publisher = texts["utgivare_saknas"] if source.utgivare == UNKNOWN else source.utgivare
    year = texts["ar_saknas"] if source.ar == UNKNOWN else str(source.ar)
    year += f" ({source.arkommentar})" if source.arkommentar else ""
    place = f", {source.lage}" if source.lage else ""
    shown = {"titel": source.titel, "text": f"{publisher}, {year}{place}."}
    return shown if source.adress == UNKNOWN else {**shown, "adress": source.adress}
