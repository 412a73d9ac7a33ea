"""The profile of the self-assessment, and that its statements are whole."""

from macros.kunskapsbank import Kunskapsbank
from macros.tools.profile import edition, level, parts, spread, weakest


def test_the_five_characteristics_come_before_the_five_factors(bank: Kunskapsbank) -> None:
    found = parts(bank)
    assert [part.slag for _, part in found] == ["kannetecken"] * 5 + ["framgangsfaktor"] * 5
    assert {name for name, part in found if part.slag == "kannetecken"} == set(bank.kannetecken)
    assert [name for name, part in found if part.slag == "framgangsfaktor"] == [
        "gemensamma-fragor",
        "aktivt-deltagande",
        "kontinuitet",
        "finansieringsmodell",
        "overenskommelse-om-beslut",
    ]


def test_identifiers_of_statements_are_never_shared(bank: Kunskapsbank) -> None:
    every = [each.id for part in bank.skattning.values() for each in part.pastaenden]
    assert len(every) == len(set(every)) >= 20
    assert edition(bank) == max(each.sedan for part in bank.skattning.values() for each in part.pastaenden)


def test_a_part_is_as_good_as_its_lowest_statement() -> None:
    assert level([4, 2, None]) == 2
    assert level([None, None]) is None


def test_the_two_weakest_come_first_and_the_best_never() -> None:
    assert weakest({"a": 3, "b": 1, "c": 1, "d": None, "e": 4}) == ["b", "c"]
    assert weakest({"a": 4, "b": None}) == []


def test_people_disagree_by_the_levels_between_them() -> None:
    assert spread([1, 4, None]) == 3
    assert spread([None, 2]) == 0
