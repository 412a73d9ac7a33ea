"""Values for the comparison sheets, A4 and A3 lying down, with the table attached as CSV and JSON."""

import csv
import io
import json

from macros.compare.table import Row, Table
from macros.facts.cells import Cell, Entry
from macros.ord import words
from macros.printing.book import ACROSS_A3, ACROSS_A4, chapter_values
from macros.printing.edition import Edition, meta
from macros.printing.inline import plain
from macros.printing.shapes import Block
from macros.printing.site_pages import Chapter
from macros.printing.typesetting import Job

_ACROSS = {"a4": ACROSS_A4, "a3": ACROSS_A3}
# A cell that starts with one of these would be read as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t")


def comparison_job(chapter: Chapter, table: Table, size: str, edition: Edition) -> Job:
    """The job that makes the sheet of one comparison on a paper size (a4, a3)."""
    stem = chapter.address.removeprefix("/jamfor/").strip("/").replace("/", "-")
    shown = chapter_values(chapter, frozenset(), edition, _ACROSS[size])
    texts = words()["utskrift"]
    values = {
        "meta": meta(chapter.title, chapter.summary, edition),
        "paper": size,
        "chapter": {**shown, "blocks": _whole(shown["blocks"])},
        "attached": {
            "csv": {"name": f"{stem}.csv", "text": texts["bilaga_csv"].format(namn=chapter.title)},
            "json": {"name": f"{stem}.json", "text": texts["bilaga_json"].format(namn=chapter.title)},
        },
        "words": {
            "sources": words()["sida"]["kallor"],
            "edition": edition.text,
            "site": texts["webbplats"],
            "address": edition.public + chapter.address,
            "more": texts["blad"]["more"],
        },
    }
    files = {"tabell.csv": as_csv(table).encode("utf-8-sig"), "tabell.json": as_json(table, chapter.title).encode()}
    return Job(f"jamforelse-{stem}-{size}.pdf", "jamforelse.typ", values, files)


def _whole(blocks: list[Block]) -> list[Block]:
    """The page's blocks up to the links to other comparisons, which a sheet on a table does not need."""
    ends = [place for place, block in enumerate(blocks) if block["k"] == "h" and _is_more(block)]
    return blocks[: ends[0]] if ends else blocks


def _is_more(block: Block) -> bool:
    return plain(block["i"]) == str(words()["jamfor"]["fler"])


def as_csv(table: Table) -> str:
    """The table as CSV with semicolons, as Swedish spreadsheets read it: criteria down, records across."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([words()["jamfor"]["kriterium"], *(_safe(column.name) for column in table.columns)])
    writer.writerows([_safe(row.name), *(_safe(_cell_text(cell)) for cell in row.cells)] for row in table.rows)
    return out.getvalue()


def as_json(table: Table, title: str) -> str:
    """The table as JSON, with the year, sources and comment of every fact."""
    content = {
        "titel": title,
        "poster": [{"id": column.identifier, "namn": column.name, "sida": column.address} for column in table.columns],
        "rader": [_row(row, table) for row in table.rows],
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _row(row: Row, table: Table) -> dict[str, object]:
    cells = {column.identifier: _cell(cell) for column, cell in zip(table.columns, row.cells, strict=True)}
    return {"id": row.identifier, "namn": row.name, "forklaring": row.explanation, "celler": cells}


def _cell(cell: Cell) -> object:
    if cell.status != "kand":
        return words()["sida"]["saknas" if cell.status == "saknas" else "ej"]
    return [_entry(entry) for entry in cell.entries]


def _entry(entry: Entry) -> dict[str, object]:
    shown = {
        "varde": entry.text,
        "avser": entry.year,
        "kallor": list(entry.sources),
        "kommentar": entry.comment,
        "egen_tolkning": "ja" if entry.own_reading else None,
    }
    return {key: value for key, value in shown.items() if value}


def _cell_text(cell: Cell) -> str:
    if cell.status != "kand":
        return str(_cell(cell))
    return "; ".join(f"{entry.text} ({entry.year})" if entry.year else entry.text for entry in cell.entries)


def _safe(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
