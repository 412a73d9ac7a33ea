"""What a list of records can be filtered by: domain, country, kind, financing, period and yes or no.

Which records each option holds is decided here, so that the browser only intersects lists.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from macros.facts.cells import cell, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.model import Kriterium
from macros.model.base import Bas, facts
from macros.ord import Words, words

# Fields with fixed values, in the order in which the filters stand.
FIELDS = ("omraden", "land", "slag", "finansiering", "metod", "upphandlingsforfarande", "kop", "varaktig")
FIXED_VALUES = frozenset({"val", "vallista", "janej"})
# The year that places a record in a period.
YEARS = ("bildad", "utgiven", "start")
YEARS_IN_PERIOD = 10
UNKNOWN_OPTION = "saknas"


@dataclass(frozen=True)
class Option:
    """One choice of a filter: what stands in the address, its words, and the records that it holds."""

    identifier: str
    name: str
    records: tuple[str, ...]


@dataclass(frozen=True)
class Filter:
    """A filter with its options; a record can be in several."""

    identifier: str
    name: str
    options: tuple[Option, ...]


def filters(bank: Kunskapsbank, kind: str, identifiers: Sequence[str], texts: Words) -> tuple[Filter, ...]:
    """The filters that divide some records of a kind; `texts` is the area jamfor.filter of the words."""
    records = {identifier: bank.records(kind)[identifier] for identifier in identifiers}
    criteria = {criterion.falt: criterion for _, criterion in criteria_for(bank, kind)}
    found = [
        _by_value(field, criteria[field], records, texts)
        for field in FIELDS
        if field in criteria and criteria[field].vardeslag in FIXED_VALUES
    ]
    found += [_by_period(criteria[field], records, texts) for field in YEARS if field in criteria]
    return tuple(each for each in found if len(each.options) > 1)


def _by_value(field: str, criterion: Kriterium, records: Mapping[str, Bas], texts: Words) -> Filter:
    """The values of a criterion, in the vocabulary's order and words."""
    held = {identifier: cell(record, criterion).parts for identifier, record in records.items()}
    values = [(value.id, value.namn, value.namn) for value in criterion.varden] or [
        (answer, str(words()["ja_nej"][answer]).lower(), name) for answer, name in texts["janej"].items()
    ]
    options = [(option, name, [key for key, parts in held.items() if part in parts]) for option, part, name in values]
    return _filter(field, criterion.namn, options, [key for key, parts in held.items() if not parts], texts)


def _by_period(criterion: Kriterium, records: Mapping[str, Bas], texts: Words) -> Filter:
    """Decades, by the first year that a source gives."""
    years = {
        key: min((int(fact.varde) for fact in facts(getattr(record, criterion.falt))), default=None)
        for key, record in records.items()
    }
    known = sorted({year // YEARS_IN_PERIOD * YEARS_IN_PERIOD for year in years.values() if year is not None})
    options = [
        (
            str(start),
            texts["period"].format(fran=start, till=start + YEARS_IN_PERIOD - 1),
            [key for key, year in years.items() if year is not None and start <= year < start + YEARS_IN_PERIOD],
        )
        for start in known
    ]
    name = texts["period_namn"].format(punkt=criterion.namn.lower())
    return _filter("period", name, options, [key for key, year in years.items() if year is None], texts)


def _filter(
    identifier: str,
    name: str,
    options: Sequence[tuple[str, str, list[str]]],
    unknown: list[str],
    texts: Words,
) -> Filter:
    rows = [*options, (UNKNOWN_OPTION, texts["saknas"], unknown)]
    return Filter(identifier, name, tuple(Option(key, words, tuple(keys)) for key, words, keys in rows if keys))
