"""What a table tells in one line instead of rows: what is shown alike for all, unknown for all, or applies to none.

The browser has the same rules in `overrides/assets/js/jamfor-logik.js`; a test compares the two on every pair.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from macros.compare.table import Row
from macros.facts.cells import Cell

# The lines that stand above a table, in their order.
ALIKE, UNKNOWN_TO_ALL, APPLIES_TO_NONE = "lika", "okant", "ej"


@dataclass(frozen=True)
class Section:
    """The rows of a table under one heading (`section`)."""

    section: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Folded:
    """A table's rows as they are shown: sections with rows, and the rows that a line takes the place of."""

    sections: tuple[Section, ...]
    alike: tuple[Row, ...]
    unknown: tuple[Row, ...]
    not_applicable: tuple[Row, ...]

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows that are drawn, in the order of the sections."""
        return tuple(row for section in self.sections for row in section.rows)

    @property
    def alike_cells(self) -> tuple[tuple[Row, Cell], ...]:
        """What is alike for all, each row with the one cell that tells it."""
        return tuple((row, shared_cell(row)) for row in self.alike)


def folded(rows: Sequence[Row]) -> Folded:
    """Rows that say different things by section; the others for the lines. A table is never all lines."""
    lines: dict[str, list[Row]] = {"": [], ALIKE: [], UNKNOWN_TO_ALL: [], APPLIES_TO_NONE: []}
    for row in rows:
        lines[line_of(row)].append(row)
    if not lines[""]:
        return Folded(by_section(rows), (), (), ())
    return Folded(
        by_section(lines[""]), tuple(lines[ALIKE]), tuple(lines[UNKNOWN_TO_ALL]), tuple(lines[APPLIES_TO_NONE])
    )


def by_section(rows: Sequence[Row]) -> tuple[Section, ...]:
    """Rows in sections, in the order in which the sections first appear."""
    first = {section: place for place, section in reversed(list(enumerate(row.section for row in rows)))}
    ordered = sorted(rows, key=lambda row: first[row.section])
    return tuple(Section(name, tuple(found)) for name, found in groupby(ordered, key=lambda row: row.section))


def line_of(row: Row) -> str:
    """The line that a row belongs to; empty for one that is drawn.

    A value that is the same but of another year, or with another comment, is drawn: the line would hide that.
    """
    if len(row.cells) < 2:  # noqa: PLR2004 - one record has nothing to be like
        return ""
    if row.relation == "okant":
        # Where the question does not apply to one of them, it is not unknown for all.
        return "" if any(cell.status == "ej" for cell in row.cells) else UNKNOWN_TO_ALL
    if row.relation == "ej":
        return APPLIES_TO_NONE
    shown = {_shown(cell) for cell in row.cells}
    return ALIKE if row.relation == "gemensamt" and len(shown) == 1 else ""


def _shown(cell: Cell) -> tuple[tuple[object, ...], ...]:
    return tuple((entry.text, entry.year, entry.comment, entry.own_reading) for entry in cell.entries)


def shared_cell(row: Row) -> Cell:
    """The one cell of a row that is alike for all, with the sources of every record."""
    entries = (
        replace(alike[0], sources=tuple(dict.fromkeys(key for entry in alike for key in entry.sources)))
        for alike in zip(*(cell.entries for cell in row.cells), strict=True)
    )
    return replace(row.cells[0], entries=tuple(entries))
