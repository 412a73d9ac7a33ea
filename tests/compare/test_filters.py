import pytest

from macros.compare.chosen import COMPARABLE, all_columns
from macros.compare.filters import UNKNOWN_OPTION, filters
from macros.facts.cells import cell, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words

TEXTS = words()["jamfor"]["filter"]


@pytest.mark.parametrize("kind", COMPARABLE)
def test_every_filter_holds_every_record_once_or_more_and_only_those_asked_for(kind: str, bank: Kunskapsbank) -> None:
    identifiers = [column.identifier for column in all_columns(bank, kind)][:8]
    for each in filters(bank, kind, identifiers, TEXTS):
        held = [identifier for option in each.options for identifier in option.records]
        assert set(held) == set(identifiers), each.name
        assert all(option.records for option in each.options)


def test_groups_are_filtered_by_domain_country_kind_financing_and_period(bank: Kunskapsbank) -> None:
    made = filters(bank, "grupp", list(bank.grupp), TEXTS)
    assert [each.identifier for each in made] == ["omraden", "land", "slag", "finansiering", "period"]


def test_options_are_worded_as_the_records_are(bank: Kunskapsbank) -> None:
    for each in filters(bank, "grupp", list(bank.grupp), TEXTS):
        criterion = next((row for _, row in criteria_for(bank, "grupp") if row.falt == each.identifier), None)
        for option in each.options:
            if criterion and option.identifier != UNKNOWN_OPTION:
                assert all(option.name in cell(bank.grupp[name], criterion).parts for name in option.records)


def test_a_group_stands_in_the_decade_of_its_first_year(bank: Kunskapsbank) -> None:
    period = filters(bank, "grupp", list(bank.grupp), TEXTS)[-1]
    eighties = next(option for option in period.options if option.identifier == "1980")
    assert eighties.name == "1980–1989"
    assert "bebo" in eighties.records
    # Procura+ was formed in 2004 by one source and in 2015 by another.
    assert [option.identifier for option in period.options if "procura-plus" in option.records] == ["2000"]


def test_a_filter_that_divides_nothing_is_left_out(bank: Kunskapsbank) -> None:
    swedish = [name for name, group in bank.grupp.items() if group.land == "sverige"]
    assert "land" not in [each.identifier for each in filters(bank, "grupp", swedish, TEXTS)]
