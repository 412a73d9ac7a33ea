"""The computed sentences name criteria so that a reader can tell them apart and the sentence is Swedish."""

import itertools

import pytest

from macros.compare.chosen import COMPARABLE, all_columns, all_rows, chosen_table
from macros.compare.relation import relation
from macros.compare.summary import sentences
from macros.compare.table import Row
from macros.facts.cells import Cell, Entry
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words

TEXTS = words()["jamfor"]["sammandrag"]


def a_row(name: str, in_sentence: str | None = None, *, proper_name: bool = False) -> Row:
    cells = (Cell("kand", (Entry("1989", ("1989",)),)), Cell("kand", (Entry("2001", ("2001",)),)))
    return Row("x", name, "", "tid", "tal", cells, relation("tal", cells), proper_name, in_sentence)


def test_a_heading_may_have_other_words_in_a_sentence() -> None:
    assert a_row("Bildad", "startår").running_name == "startår"
    assert a_row("Område").running_name == "område"
    assert a_row("BeBo", proper_name=True).running_name == "BeBo"


@pytest.mark.parametrize("kind", COMPARABLE)
def test_no_two_criteria_have_one_name_in_a_sentence(kind: str, bank: Kunskapsbank) -> None:
    identifiers = [column.identifier for column in all_columns(bank, kind)]
    names = [row.running_name for row in all_rows(bank, kind, identifiers, words()["ja_nej"])]
    assert len(names) == len(set(names)), sorted(names)


def test_no_pair_of_groups_both_shares_and_differs_in_one_name(bank: Kunskapsbank) -> None:
    """BeBo and Big Buyers share the success factor of a financing model, but not the sources of the money."""
    told = sentences(chosen_table(bank, "grupp", ("bebo", "big-buyers"), words()["ja_nej"]), TEXTS)
    differs = told[0]
    assert "skiljer" in differs, "differences come first"
    assert "finansieringsmodell (ja)" in " ".join(told[1:])
    assert "finansieringskällor" in differs
    assert "finansiering" not in differs.rstrip(".").replace(" och ", ", ").split(", ")


def test_no_sentence_about_groups_holds_a_heading_that_is_no_noun(bank: Kunskapsbank) -> None:
    identifiers = [column.identifier for column in all_columns(bank, "grupp")]
    for pair in itertools.combinations(identifiers, 2):
        for sentence in sentences(chosen_table(bank, "grupp", pair, words()["ja_nej"]), TEXTS):
            parts = sentence.rstrip(".").replace(" och ", ", ").replace(" om ", ", ").split(", ")
            assert not {"bildad", "avslutad", "utvärderad", "håller ihop arbetet", "permanent"} & set(parts), sentence
