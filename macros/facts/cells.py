"""One shape for everything that tables show: the cell of a record under a criterion.

The record page, the comparison tables, the pair pages and the open data all read cells, so a fact
looks the same wherever it stands.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import listing, number
from macros.model import Kind, Kriterium
from macros.model.base import NOT_APPLICABLE, UNKNOWN, Bas, Uppgift, facts
from macros.ord import words

Status = Literal["kand", "saknas", "ej"]


@dataclass(frozen=True)
class Entry:
    """One fact as shown: its words, its parts (for choices), year, sources, comment."""

    text: str
    parts: tuple[str, ...]
    year: str | None = None
    sources: tuple[str, ...] = ()
    comment: str | None = None
    own_reading: bool = False
    yes_no: str | None = None
    place: str | None = None


@dataclass(frozen=True)
class Cell:
    """What a record says under a criterion: known facts, unknown or not applicable."""

    status: Status
    entries: tuple[Entry, ...] = ()
    sort: float | str | None = None

    @property
    def parts(self) -> frozenset[str]:
        """What the cell holds, for comparing: the choices, or the whole text."""
        return frozenset(part for entry in self.entries for part in entry.parts)


def criteria_for(bank: Kunskapsbank, kind: str) -> tuple[tuple[str, Kriterium], ...]:
    """The criteria of a kind of record as (identifier, criterion), in their order."""
    found = [(identifier, criterion) for identifier, criterion in bank.kriterium.items() if kind in criterion.galler]
    return tuple(sorted(found, key=lambda pair: (pair[1].ordning, pair[0])))


def labels(criterion: Kriterium) -> Mapping[str, str]:
    """The words shown for the allowed values of a criterion."""
    return {value.id: value.namn for value in criterion.varden}


def cell(record: Bas, criterion: Kriterium) -> Cell:
    """The cell of a record under a criterion whose field the record has."""
    value = getattr(record, criterion.falt)
    if value == NOT_APPLICABLE:
        return Cell("ej")
    if value in (None, (), UNKNOWN):
        return Cell("saknas")
    found = facts(value)
    if found:
        return Cell("kand", tuple(_entry(fact, criterion) for fact in found), _sort_value(found[-1].varde, criterion))
    text, parts = _words(value, criterion)
    return Cell("kand", (Entry(text, parts),), text.lower())


def _entry(fact: Uppgift[Any], criterion: Kriterium) -> Entry:
    text, parts = _words(fact.varde, criterion)
    yes_no = fact.varde if criterion.vardeslag == "janej" else None
    return Entry(text, parts, fact.avser, fact.kallor, fact.kommentar, fact.egen_tolkning == "ja", yes_no, fact.plats)


def _words(value: Any, criterion: Kriterium) -> tuple[str, tuple[str, ...]]:
    """The value as shown and its comparable parts."""
    names = labels(criterion)
    if criterion.vardeslag in {"val", "vallista"}:
        values: Iterable[str] = value if isinstance(value, tuple) else (value,)
        shown = tuple(names.get(item, item) for item in values)
        return listing(shown), shown
    if criterion.vardeslag == "janej":
        answer = str(words()["ja_nej"][value])
        return answer, (answer.lower(),)
    if criterion.vardeslag == "tal":
        return number(value), (number(value),)
    return str(value), (str(value),)


def _sort_value(value: Any, criterion: Kriterium) -> float | str:
    if criterion.vardeslag in {"tal", "artal"}:
        return float(value)
    return _words(value, criterion)[0].lower()


def unknown_labels(bank: Kunskapsbank, kind: str, record: Bas) -> tuple[str, ...]:
    """The criteria under which nothing is known about a record, named as inside a sentence."""
    return tuple(
        criterion.i_mening or criterion.namn.lower()
        for _, criterion in criteria_for(bank, kind)
        if cell(record, criterion).status == "saknas"
    )


def labels_of_kind(bank: Kunskapsbank, kind: Kind) -> Mapping[str, Mapping[str, str]]:
    """The words shown for the allowed values, by field and value."""
    return {
        criterion.falt: {value.id: value.namn for value in criterion.varden}
        for criterion in sorted(bank.kriterium.values(), key=lambda each: each.ordning)
        if criterion.varden and kind.name in criterion.galler
    }
