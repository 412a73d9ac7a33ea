"""What the search answers of a record is what its page says: known or not, year, sources and our own reading."""

from typing import Any

import pytest

from macros.compare.chosen import COMPARABLE
from macros.facts.cells import cell, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.search.answers import NOT_APPLICABLE, UNKNOWN, AnswerMaker
from tests.search.conftest import document


@pytest.fixture(scope="module")
def answers(bank: Kunskapsbank) -> Any:
    found = [(kind, key) for kind in COMPARABLE for key in bank.records(kind)]
    pages = [document(COMPARABLE[kind].page_of(key).lstrip("/"), key) for kind, key in found]
    shown = words()["sok"]["skript"]["svar"]["falt"]
    return AnswerMaker(bank, pages, shown, lambda text: tuple(text.lower().split())).make()


@pytest.mark.parametrize("kind", COMPARABLE)
def test_every_fact(kind: str, bank: Kunskapsbank, answers: Any) -> None:
    sources = [key for key, _ in answers["kallor"]]
    criteria = [criterion for _, criterion in criteria_for(bank, kind)]
    records: Any = bank.records(kind)
    assert [name for name, _ in answers["slag"][kind]["falt"]][: len(criteria)] == [each.namn for each in criteria]
    for record, (_, _, row) in zip(records.values(), answers["slag"][kind]["poster"], strict=True):
        for criterion, answer in zip(criteria, row, strict=False):
            expected = cell(record, criterion)
            if expected.status != "kand":
                assert answer == (UNKNOWN if expected.status == "saknas" else NOT_APPLICABLE)
                continue
            told = [[*entry, *[[], 0, 0][len(entry) - 1 :]] for entry in answer]
            said = [(text, [sources[place] for place in places], year, own) for text, places, year, own in told]
            wanted = [(e.text, list(e.sources), e.year or 0, int(e.own_reading)) for e in expected.entries]
            assert said == wanted, criterion.namn
