import pytest

from macros.compare.chosen import COMPARABLE, ambiguous
from macros.compare.nearest import REASONS, Near
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.pages.compare_with import compare_with, reason

TEXTS = words()["jamfor"]["med"]


def test_every_reason_for_nearness_has_words() -> None:
    assert set(REASONS) <= set(TEXTS["skal"])


@pytest.mark.parametrize("kind", [kind for kind in COMPARABLE if kind != "framgangsfaktor"])
def test_every_offer_but_the_readers_own_gives_a_reason(kind: str, bank: Kunskapsbank) -> None:
    offered = 0
    for identifier in bank.records(kind):
        *links, own = compare_with(bank, kind, identifier)
        assert all(link["skal"] and link["adress"].startswith(f"/jamfor/?valda={identifier},") for link in links)
        assert own["adress"] == f"/jamfor/?valda={identifier}"
        offered += len(links)
    assert offered > len(bank.records(kind))


def test_a_long_list_of_shared_values_is_cut_with_a_count() -> None:
    near = Near("x", {"arbetsformer": ("a", "b", "c", "d", "e"), "omraden": ("f",)}, 6)
    assert reason(near, TEXTS) == "samma arbetsformer: a, b, c och 2 till; samma område: f"


def test_a_name_that_two_kinds_share_is_told_apart_in_the_address(bank: Kunskapsbank) -> None:
    clashing = bank.with_records(norm={**bank.norm, "bebo": bank.norm["totalmetodiken"]})
    assert ambiguous(clashing, "grupp") == {"bebo"}
    assert compare_with(clashing, "grupp", "belok")[0]["adress"] == "/jamfor/?valda=belok,bebo&slag=grupp"
