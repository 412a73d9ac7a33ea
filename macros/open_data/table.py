"""A table and its description by CSV on the Web (CSVW)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from macros.model.plain import Json
from macros.open_data.csv_text import csv_text, harmless, separator
from macros.open_data.published import LICENCE

CONTEXT = ["http://www.w3.org/ns/csvw", {"@language": "sv"}]
DIALECT = {"encoding": "utf-8", "delimiter": ",", "header": True, "lineTerminators": ["\r\n", "\n"]}
Cell = str | list[str]


@dataclass(frozen=True)
class Column:
    """A column: its name, its heading for people, what it holds, and how to read it from a record or statement."""

    name: str
    title: str
    description: str
    read: Callable[[Any], Cell]
    datatype: str = "string"
    listed: bool = False
    nulls: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """A table: its file, title, columns and key, its rows, and the sign between the values of a list."""

    file: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    separator: str

    @property
    def text(self) -> str:
        """The table as CSV."""
        return csv_text([column.name for column in self.columns], (self._line(row) for row in self.rows))

    def _line(self, row: tuple[Cell, ...]) -> list[str]:
        return [self._cell(cell, column) for cell, column in zip(row, self.columns, strict=True)]

    def _cell(self, cell: Cell, column: Column) -> str:
        text = self.separator.join(cell) if isinstance(cell, list) else cell
        return text if column.datatype in {"integer", "number"} else harmless(text)

    def description(self) -> Json:
        """The table in CSVW."""
        return {
            "url": self.file,
            "dc:title": self.title,
            "dc:license": {"@id": LICENCE},
            "dialect": DIALECT,
            "tableSchema": {
                "columns": [self._described(column) for column in self.columns],
                "primaryKey": list(self.key),
            },
        }

    def _described(self, column: Column) -> Json:
        return {
            "name": column.name,
            "titles": column.name,
            "dc:title": column.title,
            "dc:description": column.description,
            "datatype": column.datatype,
            **({"separator": self.separator} if column.listed else {}),
            **({"null": list(column.nulls)} if column.nulls else {}),
            **({"required": True} if column.name == self.key[0] else {}),
        }


def text_of(value: object) -> str:
    """A plain value as a cell: nothing for nothing, numbers with a point, whole ones without decimals."""
    if value is None:
        return ""
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def make_table(
    file: str, title: str, columns: Iterable[Column], key: tuple[str, ...], things: Iterable[object]
) -> Table:
    """The table of some things, with a sign between values that none of them holds."""
    made = tuple(columns)
    rows = tuple(tuple(column.read(thing) for column in made) for thing in things)
    parts = (part for row in rows for cell in row if isinstance(cell, list) for part in cell)
    return Table(file, title, made, key, rows, separator(parts))


def metadata(*tables: Table) -> Json:
    """The CSVW description of a table, or of statements together with the records that they belong to."""
    if len(tables) == 1:
        return {"@context": CONTEXT, **tables[0].description()}
    first, second = (table.description() for table in tables)
    reference = {"columnReference": "post", "reference": {"resource": tables[1].file, "columnReference": "id"}}
    first["tableSchema"]["foreignKeys"] = [reference]
    return {"@context": CONTEXT, "tables": [first, second]}
