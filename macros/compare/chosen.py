"""The comparison of records that a reader chooses: which kinds can be chosen, and the table of a choice.

A choice of groups shows the evidence for characteristics and success factors too, but only in the
sections where something is known about one of the chosen.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from macros.compare.evidence import EVIDENCE, evidence_rows, group_rows
from macros.compare.table import Column, Row, Table, columns_of, row
from macros.facts.cells import criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kind

LEAST, MOST = 2, 6
# Records are chosen in a list of boxes up to this many; more are found by typing.
MOST_BOXES = 40
# Sections that are left out when nothing is known in them about any of the chosen.
SHOWN_WHEN_KNOWN = frozenset(EVIDENCE.values())


# The kinds whose records can be chosen, in the order in which they are offered.
COMPARABLE: Mapping[str, Kind] = {kind.name: kind for kind in KINDS.values() if kind.is_comparable}


def all_columns(bank: Kunskapsbank, kind: str) -> tuple[Column, ...]:
    """Every record of a kind, in the order of the whole tables."""
    return columns_of(kind, bank.posts(kind))


def all_rows(bank: Kunskapsbank, kind: str, identifiers: Sequence[str], yes_no: Mapping[str, str]) -> tuple[Row, ...]:
    """Every row that a comparison of some records of a kind can have."""
    records = [bank.records(kind)[identifier] for identifier in identifiers]
    judged_in = COMPARABLE[kind].judged_in
    if judged_in:
        return group_rows(bank, judged_in, identifiers, yes_no)
    rows = [row(identifier, criterion, records) for identifier, criterion in criteria_for(bank, kind)]
    if kind == "grupp":
        groups = [bank.grupp[identifier] for identifier in identifiers]
        rows += [found for field in EVIDENCE for found in evidence_rows(bank, field, groups, yes_no)]
    return tuple(rows)


def chosen_table(bank: Kunskapsbank, kind: str, identifiers: Sequence[str], yes_no: Mapping[str, str]) -> Table:
    """The table of the chosen records, in the order of the choice."""
    chosen = {identifier: bank.posts(kind)[identifier] for identifier in identifiers}
    columns = {column.identifier: column for column in columns_of(kind, chosen)}
    rows = all_rows(bank, kind, identifiers, yes_no)
    return Table(kind, tuple(columns[identifier] for identifier in identifiers), tuple(_relevant(rows)))


def _relevant(rows: Iterable[Row]) -> list[Row]:
    rows = list(rows)
    known = {found.section for found in rows if any(cell.status == "kand" for cell in found.cells)}
    return [found for found in rows if found.section not in SHOWN_WHEN_KNOWN or found.section in known]


@lru_cache(16)
def ambiguous(bank: Kunskapsbank, kind: str) -> frozenset[str]:
    """Identifiers of a kind that a record of another comparable kind has too."""
    others = (name for other in COMPARABLE if other != kind for name in bank.records(other))
    return frozenset(bank.records(kind)) & frozenset(others)
