from macros.compare.nearest import LEAST_SHARED_POINTS, NEAREST, known_in_both, nearest, pairs
from macros.kunskapsbank import Kunskapsbank


def test_the_nearest_records_share_something_that_can_be_told(bank: Kunskapsbank) -> None:
    for identifier in bank.grupp:
        found = nearest(bank, "grupp", identifier)
        assert len(found) <= NEAREST
        assert all(near.shared and near.identifier != identifier for near in found)


def test_bebo_and_belok_are_a_pair_with_their_reasons(bank: Kunskapsbank) -> None:
    found = {pair.stem: pair for pair in pairs(bank)}
    assert found["bebo-och-belok"].shared["finansiering"]


def test_pairs_grow_with_the_number_of_groups_and_not_with_its_square(bank: Kunskapsbank) -> None:
    assert 0 < len(pairs(bank)) <= NEAREST * len(bank.grupp)


def test_pairs_are_of_one_kind_and_have_enough_to_compare(bank: Kunskapsbank) -> None:
    for pair in pairs(bank):
        first, second = bank.grupp[pair.first], bank.grupp[pair.second]
        assert first.slag == second.slag
        assert known_in_both(bank, first, second) >= LEAST_SHARED_POINTS
