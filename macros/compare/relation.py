"""How records relate under one criterion: the one logic for shared, different and unknown.

Free texts are never called equal or different unless they are the same to the letter: two ways of
saying one thing are not two things, so they are only shown beside each other.

The browser has the same rules in `overrides/assets/js/jamfor-logik.js`; a test compares the two on every pair.
"""

from collections.abc import Sequence
from typing import Literal

from macros.facts.cells import Cell

Relation = Literal["gemensamt", "delvis", "skiljer", "egna-ord", "delvis-okant", "okant", "ej"]


def relation(kind_of_value: str, cells: Sequence[Cell]) -> Relation:
    """The relation between the cells of at least one record under a criterion whose values are of a kind.

    gemensamt: all known and the same. delvis: lists that share some values. skiljer: known and not
    the same. egna-ord: free texts. delvis-okant: something is unknown. okant: nothing is known.
    ej: applicable to none.
    """
    applicable = [cell for cell in cells if cell.status != "ej"]
    if not applicable:
        return "ej"
    known = [cell for cell in applicable if cell.status == "kand"]
    if not known:
        return "okant"
    if len(known) < len(cells):
        return (
            "delvis-okant" if len(known) < len(applicable) else _between(kind_of_value, known, partly_applicable=True)
        )
    return _between(kind_of_value, known, partly_applicable=False)


def _between(kind_of_value: str, known: Sequence[Cell], *, partly_applicable: bool) -> Relation:
    same = len({cell.parts for cell in known}) == 1
    if same and not partly_applicable:
        return "gemensamt"
    if kind_of_value == "text":
        return "egna-ord"
    if kind_of_value == "vallista" and shared_parts(known) and not partly_applicable:
        return "delvis"
    return "skiljer"


def shared_parts(cells: Sequence[Cell]) -> tuple[str, ...]:
    """The values that every known cell holds, in the order of the first."""
    known = [cell for cell in cells if cell.status == "kand"]
    if not known:
        return ()
    common = frozenset.intersection(*(cell.parts for cell in known))
    ordered = [part for entry in known[0].entries for part in entry.parts]
    return tuple(dict.fromkeys(part for part in ordered if part in common))


def differs(cells: Sequence[Cell]) -> bool:
    """Whether what is known is not the same in all: a row that stays when only differences are shown.

    Not applicable differs from any value; unknown differs from nothing. Free texts that are not the
    same to the letter stay too, since hiding them would say that they are equal.
    """
    said = {(cell.status, cell.parts) for cell in cells if cell.status != "saknas"}
    return len(said) > 1
