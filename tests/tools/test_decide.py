"""Every combination of answers that a reader can give leads to exactly one outcome, and all of the guide is of use."""

from collections import Counter

import pytest

from macros.kunskapsbank import Kunskapsbank
from macros.model import Vagval
from macros.tools.decide import all_answers, decide, holds, kept, next_question
from macros.tools.draw import GUIDE
from macros.tools.tree import Row, rows


@pytest.fixture(scope="module")
def guide(bank: Kunskapsbank) -> Vagval:
    return bank.vagval[GUIDE]


@pytest.fixture(scope="module")
def answers(guide: Vagval) -> list[dict[str, str]]:
    found = list(all_answers(guide))
    assert len(found) > 500
    assert len({tuple(each.items()) for each in found}) == len(found)
    return found


def test_every_outcome_is_reached_and_every_rule_decides(guide: Vagval, answers: list[dict[str, str]]) -> None:
    decisions = [decide(guide, each) for each in answers]
    assert set(Counter(made.outcome.id for made in decisions)) == {outcome.id for outcome in guide.utfall}
    assert set(Counter(made.rule.id for made in decisions)) == {rule.id for rule in guide.regler}


def test_nothing_recommended_is_ruled_out(guide: Vagval, answers: list[dict[str, str]]) -> None:
    for each in answers:
        made = decide(guide, each)
        forms = {*made.outcome.former, *made.outcome.andra}
        assert not forms & {rule.form for rule in guide.uteslutningar if holds(rule.om, each)}, each


def test_only_not_knowing_gives_too_little(guide: Vagval, answers: list[dict[str, str]]) -> None:
    for each in answers:
        if decide(guide, each).outcome.id == "for-lite-underlag":
            assert "vet-inte" in each.values(), each


def test_knowing_nothing_asks_for_three_things(guide: Vagval) -> None:
    all_unknown: dict[str, str] = {}
    while (question := next_question(guide, all_unknown)) is not None:
        all_unknown[question.id] = "vet-inte"
    made = decide(guide, all_unknown)
    assert made.outcome.id == "for-lite-underlag"
    assert len(made.wanted) == 3


@pytest.mark.long
def test_what_would_change_the_answer_does(guide: Vagval, answers: list[dict[str, str]]) -> None:
    tried = 0
    for each in answers:
        for change in decide(guide, each).changes:
            tried += 1
            assert decide(guide, {**each, change.question: change.answer}).outcome.id == change.outcome
    assert tried > 100


def test_an_answer_to_a_question_that_is_not_asked_does_not_count(guide: Vagval) -> None:
    assert kept(guide, {"vad-vill-ni": "kunskap", "minst-tva-andra": "nej", "gammal": "ja"}) == {
        "vad-vill-ni": "kunskap"
    }
    assert kept(guide, {"vad-vill-ni": "kanske"}) == {}


def test_the_case_of_4s_gives_a_group_and_a_precommercial_procurement(guide: Vagval) -> None:
    case = {
        "vad-vill-ni": "arbete",
        "finns-pa-marknaden": "nej",
        "utveckling": "prova",
        "minst-tva-andra": "ja",
        "om-tre-ar": "ja",
        "nagon-haller-ihop": "ja",
    }
    assert decide(guide, case).outcome.former == ("bestallargrupp", "forkommersiell-upphandling")


def _drawn_outcome(drawn: list[Row], answers: dict[str, str]) -> str:
    """The outcome that a reader finds by following the drawn tree."""
    place = 0
    while drawn[place].kind != "utfall":
        if drawn[place].kind == "hanvisning":
            place = next(n for n, row in enumerate(drawn) if row.kind == "fraga" and row.number == drawn[place].number)
        depth, answer = drawn[place].depth, answers[drawn[place].name]
        place += 1
        while drawn[place].depth != depth + 1 or answer not in drawn[place].answers:
            place += 1
            assert drawn[place].depth > depth, answers
    return drawn[place].name


def test_the_drawn_tree_says_what_the_rules_say(guide: Vagval, answers: list[dict[str, str]]) -> None:
    drawn = rows(guide)
    for each in answers:
        assert _drawn_outcome(drawn, each) == decide(guide, each).outcome.id, each
