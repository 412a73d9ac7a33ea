"""Two or three computed sentences on what compared records share, where they differ, what is unknown."""

from collections.abc import Mapping, Sequence
from typing import Any

from macros.compare.relation import shared_parts
from macros.compare.table import Row, Table
from macros.swedish import listing

MAX_NAMED = 5


def sentences(table: Table, texts: Mapping[str, Any]) -> tuple[str, ...]:
    """Sentences for a table, made from the words in `texts` (area jamfor.sammandrag)."""
    found = []
    shared = [row for row in table.rows if row.relation == "gemensamt"]
    if shared:
        details = (f"{_lower(row.name)} ({listing(shared_parts(row.cells))})" for row in shared)
        found.append(texts["gemensamt_detalj"].format(detaljer=listing(details)))
    else:
        found.append(texts["inget_gemensamt"])
    for relation in ("delvis", "skiljer"):
        rows = [row for row in table.rows if row.relation == relation]
        if rows:
            found.append(texts[relation].format(punkter=named(rows)))
    unknown = [row for row in table.rows if row.relation in {"delvis-okant", "okant"}]
    if unknown:
        found.append(texts["okant"].format(punkter=named(unknown)))
    return tuple(found)


def named(rows: Sequence[Row]) -> str:
    """Names of criteria as running text, cut after some with a count of the rest."""
    names = [_lower(row.name) for row in rows]
    rest = len(names) - MAX_NAMED
    if rest <= 1:
        return listing(names)
    return listing([*names[:MAX_NAMED], f"{rest} punkter till"])


def _lower(name: str) -> str:
    return name[:1].lower() + name[1:]


