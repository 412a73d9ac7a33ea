"""Whole tables that are too wide are divided: no part too large, no record left out, each part with its address."""

from typing import Any

import pytest

from macros.compare.evidence import EVIDENCE
from macros.compare.parts import LEAST, MOST_ACROSS, MOST_DOWN, Part, most_records, parts_of, table_of
from macros.compare.relation import relation
from macros.compare.table import Table, table
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.pages.comparisons import comparison_tables, divided, read_tables, table_pages


def _times(bank: Kunskapsbank, kind: str, count: int) -> tuple[Kunskapsbank, Table]:
    """A bank with `count` records of a kind, copies of the real ones, and their table."""
    real: list[tuple[str, Any]] = list(bank.records(kind).items())
    copies: dict[str, Any] = {}
    for number in range(count):
        name, record = real[number % len(real)]
        copies[f"{name}-{number:03}"] = record.model_copy(update={"namn": f"{record.namn} {number:03}"})
    larger = bank.with_records(**{kind: copies})
    return larger, table(larger, kind, copies)


@pytest.mark.parametrize("kind", ["grupp", "norm", "projekt", "samverkansform"])
@pytest.mark.parametrize("count", [16, 31, 200])
def test_no_part_is_too_large_and_no_record_is_left_out(kind: str, count: int, bank: Kunskapsbank) -> None:
    larger, made = _times(bank, kind, count)
    most = most_records(len(made.rows))
    parts = parts_of(larger, kind, made)
    if count <= most:
        assert parts == ()
        return
    assert all(0 < len(part.identifiers) <= most for part in parts)
    assert {one for part in parts for one in part.identifiers} == {column.identifier for column in made.columns}
    for told in ([part.stem for part in parts], [part.name for part in parts]):
        assert sorted(set(told)) == sorted(told)
        assert all(told)


def test_a_table_as_large_as_may_be_is_whole_and_one_record_more_divides_it(bank: Kunskapsbank) -> None:
    for kind, most in (("grupp", MOST_ACROSS), ("norm", MOST_DOWN)):
        larger, made = _times(bank, kind, most)
        assert parts_of(larger, kind, made) == ()
        larger, made = _times(bank, kind, most + 1)
        assert len(parts_of(larger, kind, made)) > 1


def test_what_is_read_never_has_more_columns_than_the_rule(bank: Kunskapsbank) -> None:
    for name, made in read_tables(bank).items():
        across = len(made.rows) if made.records_down else len(made.columns)
        assert across <= MOST_ACROSS, name


def test_a_record_stands_under_each_of_its_areas(bank: Kunskapsbank) -> None:
    made = comparison_tables(bank)["grupper"]
    by_stem = {part.stem: part for part in divided(bank, made)}
    few = set(by_stem["ovriga"].identifiers)
    for column in made.columns:
        for area in bank.grupp[column.identifier].omraden:
            held = [one.identifier for one in made.columns if area in bank.grupp[one.identifier].omraden]
            assert column.identifier in (by_stem[area].identifiers if len(held) >= LEAST else few)


def test_the_cells_of_a_part_are_those_of_the_whole_and_how_they_relate_is_their_own(bank: Kunskapsbank) -> None:
    made = comparison_tables(bank)["grupper"]
    places = {column.identifier: place for place, column in enumerate(made.columns)}
    for part in divided(bank, made):
        shown = table_of(made, part)
        assert [column.identifier for column in shown.columns] == list(part.identifiers)
        for row, whole in zip(shown.rows, made.rows, strict=True):
            assert row.cells == tuple(whole.cells[places[one]] for one in part.identifiers)
            assert row.relation == relation(row.kind_of_value, row.cells)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("grupper", "grupp"), ("normer", "norm"), ("exempel", "projekt"), ("samverkansformer", "samverkansform")],
)
def test_a_part_keeps_its_address_when_there_are_more_records_or_leads_to_the_whole(
    name: str, kind: str, bank: Kunskapsbank
) -> None:
    before: set[str] = set()
    for count in (31, 60, 120, 240):
        larger, made = _times(bank, kind, count)
        pages = list(table_pages(larger, name, made, words()["jamfor"]))
        now = {page.address for page in pages}
        assert before <= now
        assert len(now) == len(pages)
        for page in pages:
            if page.kind == "flyttad":
                assert page.meta["flyttad_till"] == pages[0].address
        before = now


def test_evidence_is_divided_by_its_groups(bank: Kunskapsbank) -> None:
    for name in ("kannetecken", "framgangsfaktorer"):
        made = comparison_tables(bank)[name]
        assert made.kind in EVIDENCE
        assert divided(bank, made) == () or isinstance(divided(bank, made)[0], Part)
