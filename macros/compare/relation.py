"""How records relate under one criterion: the one logic for shared, different and unknown.

Free texts are never called equal or different unless they are the same to the letter: two ways of
saying one thing are not two things, so they are only shown beside each other.
"""

from collections.abc import Sequence
from typing import Literal

from macros.facts import Cell
from macros.model import Kriterium

Relation = Literal["gemensamt", "delvis", "skiljer", "egna-ord", "delvis-okant", "okant", "ej"]


def relation(criterion: Kriterium, cells: Sequence[Cell]) -> Relation:
    """The relation between the cells of at least one record under a criterion.

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
        return "delvis-okant" if len(known) < len(applicable) else _between(criterion, known, partly_applicable=True)
    return _between(criterion, known, partly_applicable=False)


def _between(criterion: Kriterium, known: Sequence[Cell], *, partly_applicable: bool) -> Relation:
    same = len({cell.parts for cell in known}) == 1
    if same and not partly_applicable:
        return "gemensamt"
    if criterion.vardeslag == "text":
        return "egna-ord"
    if criterion.vardeslag == "vallista" and shared_parts(known) and not partly_applicable:
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
