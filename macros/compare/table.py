"""A comparison table: records, criteria and a cell for each pair, ready for a template to draw."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from macros.compare.relation import Relation, relation
from macros.facts.cells import Cell, cell, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import sort_key
from macros.model import KINDS, Kriterium
from macros.model.base import Bas, Post


@dataclass(frozen=True)
class Column:
    """A compared record: identifier, name and address of its page."""

    identifier: str
    name: str
    address: str


@dataclass(frozen=True)
class Row:
    """A criterion over all compared records."""

    identifier: str
    name: str
    explanation: str
    section: str
    kind_of_value: str
    cells: tuple[Cell, ...]
    relation: Relation
    proper_name: bool = False
    in_sentence: str | None = None

    @property
    def running_name(self) -> str:
        """The name as it stands inside a sentence: headings such as ”Bildad” need other words there."""
        if self.in_sentence:
            return self.in_sentence
        return self.name if self.proper_name else self.name[:1].lower() + self.name[1:]


@dataclass(frozen=True)
class Table:
    """Records across, criteria down; `records_down` says that a page should turn it."""

    kind: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    @property
    def records_down(self) -> bool:
        """The longer side goes down the page, since pages scroll down."""
        return len(self.columns) > len(self.rows)

    @property
    def known(self) -> tuple[tuple[int, int], ...]:
        """For each record how many of the criteria that apply to it are known, and how many apply."""
        columns = [[row.cells[place].status for row in self.rows] for place in range(len(self.columns))]
        return tuple((column.count("kand"), len(column) - column.count("ej")) for column in columns)


def columns_of(kind: str, records: Mapping[str, Post]) -> tuple[Column, ...]:
    """Columns for records of a kind, by `ordning` where they have one, otherwise by name."""
    order = sorted(records.items(), key=lambda item: (getattr(item[1], "ordning", 0), sort_key(item[1].namn)))
    return tuple(Column(identifier, record.namn, KINDS[kind].page_of(identifier)) for identifier, record in order)


def table(bank: Kunskapsbank, kind: str, records: Mapping[str, Post]) -> Table:
    """The table of some records of one kind over all criteria of that kind."""
    columns = columns_of(kind, records)
    rows = tuple(
        row(identifier, criterion, [records[column.identifier] for column in columns])
        for identifier, criterion in criteria_for(bank, kind)
    )
    return Table(kind, columns, rows)


def row(identifier: str, criterion: Kriterium, records: Sequence[Bas]) -> Row:
    """One criterion over some records."""
    cells = tuple(cell(record, criterion) for record in records)
    return Row(
        identifier,
        criterion.namn,
        criterion.forklaring,
        criterion.avdelning,
        criterion.vardeslag,
        cells,
        relation(criterion.vardeslag, cells),
        in_sentence=criterion.i_mening,
    )


def narrowed(made: Table, identifiers: Sequence[str]) -> Table:
    """The table with some of its columns, in the order given; how their cells relate is told anew."""
    place_of = {column.identifier: place for place, column in enumerate(made.columns)}
    places = [place_of[identifier] for identifier in identifiers]

    def kept(row: Row) -> Row:
        cells = tuple(row.cells[place] for place in places)
        return replace(row, cells=cells, relation=relation(row.kind_of_value, cells))

    return replace(made, columns=tuple(made.columns[place] for place in places), rows=tuple(map(kept, made.rows)))
