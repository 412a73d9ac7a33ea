"""Whole tables that are too wide become tables by area or kind: the one place for the rules of how a table is divided.

A table is divided by the first of its fields that tells its records apart, a part that is still too large by the next,
and what no field divides by name. A record stands under each of its values, so a reader finds it where they look.
The address of a part says what it holds (area, kind, letters), so that it stays when there are more records.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from macros.compare.filters import UNKNOWN_OPTION, filters
from macros.compare.table import Table, narrowed
from macros.kunskapsbank import Kunskapsbank
from macros.language.spans import spans
from macros.language.swedish import listing
from macros.ord import words

# Columns that can be read beside each other. What has no more criteria than this may have its records down the page.
MOST_ACROSS = 15
MOST_DOWN = 30
# A value that fewer records have gets no table of its own: one column is compared with nothing.
LEAST = 2
# So many values are named in the title of a table of values with few records.
MOST_NAMED = 3
_OTHERS = "ovriga"
# The fields that divide records, in order; a kind has some of them.
FIELDS = ("omraden", "slag", "metod")


@dataclass(frozen=True)
class Part:
    """A part of a table: the last part of its address, what it holds in words, and its records in order.

    `within` are the addresses of the parts that have been divided to give this one.
    """

    stem: str
    name: str
    identifiers: tuple[str, ...]
    within: tuple[str, ...] = ()


def most_records(criteria: int) -> int:
    """How many records a table over a number of criteria may hold."""
    return MOST_DOWN if criteria <= MOST_ACROSS else MOST_ACROSS


def parts_of(bank: Kunskapsbank, kind: str, made: Table) -> tuple[Part, ...]:
    """The parts of a table of records of a kind; none when it can be read whole."""
    names = {column.identifier: column.name for column in made.columns}
    return parts_among(bank, kind, names, most_records(len(made.rows)))


def parts_among(bank: Kunskapsbank, kind: str, names: Mapping[str, str], most: int) -> tuple[Part, ...]:
    """The parts of some records of a kind, given by identifier with their names in order; none when they are few."""
    if len(names) <= most:
        return ()
    return tuple(_Divider(bank, kind, names, most).divided(Part("", "", tuple(names)), FIELDS))


def table_of(made: Table, part: Part) -> Table:
    """The part of a table."""
    return narrowed(made, part.identifiers)


@dataclass(frozen=True)
class _Divider:
    """Divides the records of a table: which they are called, and how many a part may hold."""

    bank: Kunskapsbank
    kind: str
    names: Mapping[str, str]
    most: int

    def divided(self, whole: Part, fields: Sequence[str]) -> Iterator[Part]:
        """A part as parts that can be read."""
        if len(whole.identifiers) <= self.most:
            yield whole
        elif not fields:
            yield from self._by_name(whole)
        else:
            found = list(self._by_field(whole, fields[0]))
            for part in found if len(found) > 1 else [whole]:
                yield from self.divided(part, fields[1:])

    def _by_field(self, whole: Part, field: str) -> Iterator[Part]:
        """A part by the values of a field; values that few records have stand together, last.

        When no value has few, what stood together once has gone to parts of its own.
        """
        texts = words()["jamfor"]
        made = {each.identifier: each for each in filters(self.bank, self.kind, whole.identifiers, texts["filter"])}
        options = made[field].options if field in made else ()
        few = [option for option in options if len(option.records) < LEAST or option.identifier == UNKNOWN_OPTION]
        for option in options:
            if option not in few:
                part = _within(whole, option.identifier, option.name, option.records)
                yield part if few else replace(part, within=(*part.within, _joined(whole.stem, _OTHERS)))
        if few:
            held = {identifier for option in few for identifier in option.records}
            named = [option.name for option in few]
            name = listing(named) if len(named) <= MOST_NAMED else texts["del"]["ovriga"]
            yield _within(whole, _OTHERS, name, tuple(one for one in whole.identifiers if one in held))

    def _by_name(self, whole: Part) -> Iterator[Part]:
        """A part by letters, each named after its first and last record."""
        for span in spans({one: self.names[one] for one in whole.identifiers}, self.most):
            first, last = (self.names[one] for one in (span.held[0], span.held[-1]))
            name = words()["jamfor"]["del"]["fran_till"].format(fran=first, till=last) if first != last else first
            made = _within(whole, span.stem, name, span.held)
            yield replace(made, within=(*made.within, *(_joined(whole.stem, stem) for stem in span.within)))


def _within(whole: Part, stem: str, name: str, identifiers: tuple[str, ...]) -> Part:
    """A part of a part: its address and name go on from those of the whole."""
    within = (*whole.within, whole.stem) if whole.stem else whole.within
    return Part(_joined(whole.stem, stem), ", ".join(filter(None, (whole.name, name))), identifiers, within)


def _joined(*stems: str) -> str:
    return "-".join(filter(None, stems))
