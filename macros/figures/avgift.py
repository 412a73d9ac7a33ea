"""A yearly fee by the member's size, one line for each period: a fixed part, a part for each inhabitant, a ceiling.

The three numbers of each period are marked in a record (`figur: avgift`); what a member of some size paid is our
own calculation: fixed + inhabitants × part, at most the ceiling.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from macros.figures.siffror import picked
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import number
from macros.model.base import Siffra
from macros.ord import words

# Sizes of municipalities in the table, and the step of the scale.
SIZES = (5_000, 10_000, 25_000, 50_000, 100_000, 150_000, 200_000)
_STEP = 50_000
_PLOT, _TOP, _LEGEND = 200, 8, 26


@dataclass(frozen=True)
class Fee:
    """The fee of a period in kronor: fixed part, part for each inhabitant, ceiling; and the sources of the three."""

    period: str
    fixed: float
    each: float
    ceiling: float
    sources: tuple[str, ...]

    def of(self, inhabitants: float) -> float:
        """The fee of a member with so many inhabitants."""
        return min(self.fixed + inhabitants * self.each, self.ceiling)

    @property
    def knee(self) -> float:
        """The number of inhabitants from which the ceiling holds."""
        return (self.ceiling - self.fixed) / self.each


def fees(bank: Kunskapsbank) -> tuple[Fee, ...]:
    """The fee of each period that has all three numbers, oldest first."""
    periods: dict[str, dict[str, Siffra]] = {}
    for found in picked(bank, "avgift"):
        periods.setdefault(found.number.avser or "", {})[found.number.roll or ""] = found.number
    complete = {period: parts for period, parts in periods.items() if {"fast", "per invånare", "tak"} <= parts.keys()}
    return tuple(
        Fee(
            period,
            parts["fast"].varde,
            parts["per invånare"].varde,
            parts["tak"].varde,
            tuple(dict.fromkeys(key for part in parts.values() for key in part.kallor)),
        )
        for period, parts in sorted(complete.items())
    )


def values(bank: Kunskapsbank) -> Mapping[str, object]:
    """A line a period over the number of inhabitants, and the fee at some sizes."""
    texts = words()["figurer"]["avgift"]
    periods = fees(bank)
    widest = max((math.ceil(fee.knee * 1.2 / _STEP) * _STEP for fee in periods), default=_STEP)
    highest = max((fee.ceiling for fee in periods), default=1)
    top = _TOP + _LEGEND * len(periods) + _LEGEND

    def across(inhabitants: float) -> float:
        return round(100 * inhabitants / widest, 2)

    def down(kronor: float) -> float:
        return round(top + _PLOT * (1 - kronor / highest), 1)

    drawn = [
        {
            "period": fee.period,
            "y": _TOP + order * _LEGEND + 8,
            "look": "streckad" if order < len(periods) - 1 else "",
            "start": down(fee.of(0)),
            "kna": across(fee.knee),
            "tak": down(fee.ceiling),
            "hogst": texts["hogst"].format(belopp=number(fee.ceiling)),
        }
        for order, fee in enumerate(periods)
    ]
    rows = [
        {"invanare": number(size), "avgifter": [f"{number(round(fee.of(size)))}\u00a0kr" for fee in periods]}
        for size in SIZES
        if size <= widest
    ]
    told = ". ".join(
        texts["period"].format(ar=fee.period, fast=number(fee.fixed), tak=number(fee.ceiling)) for fee in periods
    )
    return {
        "linjer": drawn,
        "topp": top,
        "botten": top + _PLOT,
        "hojd": top + _PLOT + 30,
        "skala": [(across(size), number(size)) for size in range(0, widest + 1, _STEP * 2)],
        "perioder": [(fee.period, fee.sources) for fee in periods],
        "rader": rows,
        "texter": texts,
        "kallor": list(dict.fromkeys(key for fee in periods for key in fee.sources)),
        "lang": texts["lang"].format(rader=told),
    }
