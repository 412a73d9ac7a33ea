"""Who paid for the groups, and when: one row a group, one piece for each period that a source tells of."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.figures.staplar import Bar, Group, Part, drawn
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import listing, sort_key
from macros.model import Grupp
from macros.model.base import facts
from macros.ord import words

_YEARS = re.compile(r"\d{4}")
_STEP = 5
_EDGE = 4
_STATE, _MEMBERS = "statligt-stod", "medlemmarna"


@dataclass(frozen=True)
class Period:
    """What a source says of one group in some years: who paid, in words, and how the piece is drawn."""

    group: str
    first: int
    last: int
    payers: str
    look: str
    sources: tuple[str, ...]

    @property
    def years(self) -> str:
        """The years as they are written."""
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


def periods(bank: Kunskapsbank) -> tuple[Period, ...]:
    """Every dated fact of who pays, by group and year; facts without a year cannot be placed and are left out."""
    found = [period for group in bank.grupp.values() for period in _of_group(bank, group)]
    return tuple(sorted(found, key=lambda period: (sort_key(period.group), period.first)))


def values(bank: Kunskapsbank) -> Mapping[str, object]:
    """One row a group, on one scale of years, and the same as a table."""
    texts, found = words()["figurer"]["betalare"], periods(bank)
    first = min((period.first for period in found), default=0) // _STEP * _STEP
    last = max((period.last for period in found), default=1) + 1

    def across(year: int) -> float:
        return _EDGE + (100 - 2 * _EDGE) * (year - first) / max(last - first, 1)

    bars = []
    for name in dict.fromkeys(period.group for period in found):
        own = [period for period in found if period.group == name]
        # A piece lasts to the end of its last year, or to where the next begins.
        starts = [period.first for period in own[1:]] + [last]
        ends = [min(period.last + 1, start) for period, start in zip(own, starts, strict=True)]
        parts = [
            Part(across(period.first), across(end) - across(period.first), period.look)
            for period, end in zip(own, ends, strict=True)
        ]
        told = ", ".join(f"{period.payers} {period.years}" for period in own)
        bars.append(Bar(f"{name}: {told}", parts))
    looks = [look for look in texts["nyckel"] if look in {period.look for period in found}]
    return {
        **drawn([Group("", bars)], {look: texts["nyckel"][look] for look in looks}, top=24),
        "ar": [(year, round(across(year), 2)) for year in range(first, last + 1, _STEP)],
        "rader": found,
        "texter": texts,
        "kallor": [],
        "lang": texts["lang"].format(rader=". ".join(bar.label for bar in bars)),
    }


def _of_group(bank: Kunskapsbank, group: Grupp) -> Iterator[Period]:
    labels = {value.id: value.namn for value in bank.kriterium["finansiering"].varden}
    for fact in facts(group.finansiering):
        years = [int(year) for year in _YEARS.findall(str(fact.avser or ""))]
        if years:
            payers = listing([labels[value] for value in fact.varde])
            yield Period(group.namn, years[0], years[-1], payers, _look(fact.varde), tuple(fact.kallor))


def _look(payers: tuple[str, ...]) -> str:
    """Full for the state alone, pale for the members alone, striped for both, outlined for others."""
    state, members = _STATE in payers, _MEMBERS in payers
    if state and members:
        return "randig"
    return "fyllning" if state else "tunn" if members else "kontur"
