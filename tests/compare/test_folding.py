"""What is alike or unknown for all is told in one line, and nothing that differs is hidden by one."""

import itertools

import pytest

from macros.compare.chosen import COMPARABLE, all_columns, all_rows, chosen_table
from macros.compare.folding import folded, line_of, shared_cell
from macros.compare.relation import relation
from macros.compare.table import Row
from macros.facts.cells import Cell, Entry
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.pages.comparisons import comparison_tables

UNKNOWN, NOT_APPLICABLE = Cell("saknas"), Cell("ej")


def known(text: str, year: str | None = None, comment: str | None = None, source: str = "a") -> Cell:
    return Cell("kand", (Entry(text, (text,), year, (source,), comment),))


def a_row(*cells: Cell, section: str = "om") -> Row:
    return Row("x", "X", "", section, "val", cells, relation("val", cells))


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ((known("ja"), known("ja")), "lika"),
        ((known("ja", "2010"), known("ja", "2010")), "lika"),
        ((known("ja", "2010"), known("ja", "2020")), ""),
        ((known("ja"), known("ja", comment="bara delvis")), ""),
        ((known("ja"), known("nej")), ""),
        ((known("ja"), UNKNOWN), ""),
        ((known("ja"), NOT_APPLICABLE), ""),
        ((UNKNOWN, UNKNOWN), "okant"),
        ((NOT_APPLICABLE, UNKNOWN), ""),
        ((NOT_APPLICABLE, NOT_APPLICABLE), "ej"),
        ((known("ja"),), ""),
    ],
)
def test_a_row_is_a_line_only_when_nothing_is_lost(cells: tuple[Cell, ...], line: str) -> None:
    assert line_of(a_row(*cells)) == line


def test_the_line_keeps_the_sources_of_every_record() -> None:
    row = a_row(known("ja", source="a"), known("ja", source="b"), known("ja", source="a"))
    assert shared_cell(row).entries == (Entry("ja", ("ja",), None, ("a", "b")),)


def test_a_section_stands_once_where_it_first_appears() -> None:
    differ = (known("ja"), known("nej"))
    rows = [a_row(*differ, section=section) for section in ("om", "tid", "om")]
    assert [each.section for each in folded(rows).sections] == ["om", "tid"]


def test_a_table_is_never_all_lines() -> None:
    assert len(folded([a_row(UNKNOWN, UNKNOWN)]).rows) == 1


@pytest.mark.parametrize("kind", COMPARABLE)
def test_no_drawn_row_of_any_pair_says_the_same_in_every_cell(kind: str, bank: Kunskapsbank) -> None:
    identifiers = [column.identifier for column in all_columns(bank, kind)]
    for pair in itertools.combinations(identifiers, 2):
        made = chosen_table(bank, kind, pair, words()["ja_nej"])
        shown = folded(made.rows)
        assert len(shown.rows) + len(shown.alike) + len(shown.unknown) + len(shown.not_applicable) == len(made.rows)
        if len(shown.rows) < len(made.rows):
            told = [row for row in shown.rows if len({cell.status for cell in row.cells}) == 1]
            assert not [row.name for row in told if row.relation in {"okant", "ej"}]


@pytest.mark.parametrize("kind", COMPARABLE)
def test_no_two_rows_of_a_table_have_one_name(kind: str, bank: Kunskapsbank) -> None:
    identifiers = [column.identifier for column in all_columns(bank, kind)]
    names = [row.name for row in all_rows(bank, kind, identifiers, words()["ja_nej"])]
    assert sorted(set(names)) == sorted(names)


def test_no_two_rows_of_a_whole_table_have_one_name(bank: Kunskapsbank) -> None:
    for name, made in comparison_tables(bank).items():
        names = [row.name for row in made.rows]
        assert sorted(set(names)) == sorted(names), name
