"""Which records are near enough to compare, and why; and which pairs get a page of their own.

Nearness counts shared values under the criteria that have fixed values, so it can be told in words.
Each record names at most `NEAREST` others, and only the `MOST_PAIRS` nearest pairs have pages, which can
be listed on one page; any others are compared where the reader chooses.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from macros.facts.cells import cell, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.model.base import Bas

NEAREST = 3
MOST_PAIRS = 100
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

# The parts of a record's values by field.
Fields = Mapping[str, frozenset[str]]


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
    return _all_nearest(bank, kind)[identifier]


@lru_cache(16)
def _all_nearest(bank: Kunskapsbank, kind: str) -> Mapping[str, tuple[Near, ...]]:
    """The nearest records of every record of a kind: each value knows its holders, so that only sharers are met."""
    records = bank.records(kind)
    criteria = [criterion for _, criterion in criteria_for(bank, kind) if criterion.falt in REASONS]
    held = {key: {row.falt: cell(record, row).parts for row in criteria} for key, record in records.items()}
    holders: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for key, fields in held.items():
        for field, parts in fields.items():
            for part in parts:
                holders[field, part].append(key)
    sort = {key: getattr(record, "slag", None) for key, record in records.items()}
    made = {}
    for key, fields in held.items():
        points: Counter[str] = Counter()
        for field, parts in fields.items():
            for part in parts:
                for other in holders[field, part]:
                    points[other] += REASONS[field]
        del points[key]
        scores = ((shared + (SAME_SORT if sort[other] == sort[key] else 0), other) for other, shared in points.items())
        best = nsmallest(NEAREST, ((-score, other) for score, other in scores))
        made[key] = tuple(Near(other, _shared(fields, held[other]), -score) for score, other in best)
    return made


def _shared(mine: Fields, theirs: Fields) -> Mapping[str, tuple[str, ...]]:
    return {field: tuple(sorted(parts & theirs[field])) for field, parts in mine.items() if parts & theirs[field]}


def known_in_both(bank: Kunskapsbank, first: Bas, second: Bas) -> int:
    """How many criteria both groups have known facts under."""
    rows = (criterion for _, criterion in criteria_for(bank, "grupp"))
    return sum(cell(first, row).status == cell(second, row).status == "kand" for row in rows)


def pairs(bank: Kunskapsbank) -> tuple[Pair, ...]:
    """Pairs of groups of the same kind that are near and have enough known in common to compare, by identifier."""
    found: dict[tuple[str, str], Pair] = {}
    scores: dict[tuple[str, str], int] = {}
    for identifier, record in bank.grupp.items():
        for near in nearest(bank, "grupp", identifier):
            other = bank.grupp[near.identifier]
            if other.slag == record.slag and known_in_both(bank, record, other) >= LEAST_SHARED_POINTS:
                first, second = sorted((identifier, near.identifier))
                found[first, second] = Pair(first, second, near.shared)
                scores[first, second] = near.score
    kept = nsmallest(MOST_PAIRS, found, key=lambda key: (-scores[key], key))
    return tuple(found[key] for key in sorted(kept))
