"""Computed sentences on what compared records share, where they differ, and what is unknown.

The browser makes the same sentences for a reader's own choice; a test compares the two on every pair.
"""

from collections.abc import Sequence

from macros.compare.folding import folded
from macros.compare.relation import shared_parts
from macros.compare.table import Row, Table
from macros.language.swedish import listing
from macros.ord import Words

MAX_NAMED = 5
# Words, relation, and whether the sentence tells the shared values.
_SENTENCES = (
    ("skiljer", "skiljer", False),
    ("delvis", "delvis", True),
    ("gemensamt", "gemensamt", True),
    ("delvis_okant", "delvis-okant", False),
)


def sentences(table: Table, texts: Words) -> tuple[str, ...]:
    """Sentences for a table, made from the words in `texts` (area jamfor.sammandrag): differences first.

    What is alike or unknown for all is told by the lines above the table and not here.
    """
    rows = folded(table.rows).rows
    found = [
        texts[key].format(punkter=named(of, texts, values=values), detaljer=named(of, texts, values=values))
        for key, relation, values in _SENTENCES
        if (of := [row for row in rows if row.relation == relation])
    ]
    shared = any(row.relation in {"gemensamt", "delvis"} for row in table.rows)
    return tuple(found if shared else [*found, texts["inget_gemensamt"]])


def named(rows: Sequence[Row], texts: Words, *, values: bool = False) -> str:
    """Names of criteria as running text: with what is shared, or cut after some with a count of the rest."""
    names = [row.running_name + (f" ({listing(shared_parts(row.cells))})" if values else "") for row in rows]
    rest = len(names) - MAX_NAMED
    if values or rest <= 1:
        return listing(names)
    return listing([*names[:MAX_NAMED], texts["till"].format(antal=rest)])
