"""Computed sentences on what compared records share, where they differ, and what is unknown.

The browser makes the same sentences for a reader's own choice; a test compares the two on every pair.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from macros.compare.relation import shared_parts
from macros.compare.table import Row, Table
from macros.swedish import listing

MAX_NAMED = 5


def sentences(table: Table, texts: Mapping[str, Any]) -> tuple[str, ...]:
    """Sentences for a table, made from the words in `texts` (area jamfor.sammandrag)."""
    found = []
    shared = _rows(table, "gemensamt")
    found.append(
        texts["gemensamt"].format(detaljer=named(shared, texts, values=True)) if shared else texts["inget_gemensamt"]
    )
    partly = _rows(table, "delvis")
    if partly:
        found.append(texts["delvis"].format(detaljer=named(partly, texts, values=True)))
    for relation, text in (("skiljer", "skiljer"), ("delvis-okant", "delvis_okant"), ("okant", "okant")):
        rows = _rows(table, relation)
        if rows:
            found.append(texts[text].format(punkter=named(rows, texts)))
    return tuple(found)


def _rows(table: Table, relation: str) -> list[Row]:
    return [row for row in table.rows if row.relation == relation]


def named(rows: Sequence[Row], texts: Mapping[str, Any], *, values: bool = False) -> str:
    """Names of criteria as running text: with what is shared, or cut after some with a count of the rest."""
    names = [row.running_name + (f" ({listing(shared_parts(row.cells))})" if values else "") for row in rows]
    rest = len(names) - MAX_NAMED
    if values or rest <= 1:
        return listing(names)
    return listing([*names[:MAX_NAMED], texts["till"].format(antal=rest)])
