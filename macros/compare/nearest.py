"""Which records are near enough to compare, and why; and which pairs get a page of their own.

Nearness counts shared values under the criteria that have fixed values, so it can be told in words.
Each record names at most `NEAREST` others, so pair pages grow with the number of records and not
with its square.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from macros.facts import cell, criteria_for
from macros.kunskapsbank import Kunskapsbank

NEAREST = 3
LEAST_SHARED_POINTS = 6
SAME_SORT = 4
# Criteria whose shared values are a reason to compare, with their weight.
REASONS = {
    "omraden": 3,
    "finansiering": 2,
    "arbetsformer": 1,
    "metod": 2,
    "upphandlingsforfarande": 1,
    "kop": 1,
    "varaktig": 1,
}


@dataclass(frozen=True)
class Near:
    """A record near another: its identifier and the shared values by field."""

    identifier: str
    shared: Mapping[str, tuple[str, ...]]
    score: int


@dataclass(frozen=True)
class Pair:
    """Two groups with a comparison page of their own, in order of identifier."""

    first: str
    second: str
    shared: Mapping[str, tuple[str, ...]]

    @property
    def stem(self) -> str:
        """The last part of the page's address."""
        return f"{self.first}-och-{self.second}"


def nearest(bank: Kunskapsbank, kind: str, identifier: str) -> tuple[Near, ...]:
    """The records of the same kind that share most with a record, nearest first."""
    records = bank.records(kind)
    record: Any = records[identifier]
    candidates = (_near(bank, kind, record, other, key) for key, other in records.items() if key != identifier)
    found = [near for near in candidates if near.shared]
    found.sort(key=lambda near: (-near.score, near.identifier))
    return tuple(found[:NEAREST])


def _near(bank: Kunskapsbank, kind: str, record: Any, other: Any, other_id: str) -> Near:
    shared: dict[str, tuple[str, ...]] = {}
    score = 0
    for _, criterion in criteria_for(bank, kind):
        if criterion.falt not in REASONS:
            continue
        common = cell(record, criterion).parts & cell(other, criterion).parts
        if common:
            shared[criterion.falt] = tuple(sorted(common))
            score += REASONS[criterion.falt] * len(common)
    same_sort = getattr(record, "slag", None) == getattr(other, "slag", None)
    return Near(other_id, shared, score + (SAME_SORT if same_sort else 0))


def known_in_both(bank: Kunskapsbank, first: Any, second: Any) -> int:
    """How many criteria both groups have known facts under."""
    rows = (criterion for _, criterion in criteria_for(bank, "grupp"))
    return sum(cell(first, row).status == cell(second, row).status == "kand" for row in rows)


def pairs(bank: Kunskapsbank) -> tuple[Pair, ...]:
    """Pairs of groups of the same kind that are near and have enough known in common to compare."""
    found: dict[tuple[str, str], Pair] = {}
    for identifier, record in bank.grupp.items():
        for near in nearest(bank, "grupp", identifier):
            other = bank.grupp[near.identifier]
            if other.slag == record.slag and known_in_both(bank, record, other) >= LEAST_SHARED_POINTS:
                first, second = sorted((identifier, near.identifier))
                found[first, second] = Pair(first, second, near.shared)
    return tuple(found[key] for key in sorted(found))
