"""Every way to share a cost gives whole kronor that add up, and keeps what it promises."""

import math
import random
from itertools import pairwise

import pytest

from macros.tools.shares import Rule, shares


def test_equal_shares_add_up_to_the_last_krona() -> None:
    assert shares(100, [1, 1, 1], Rule("lika")) == [34, 33, 33]


def test_by_size_as_svenskt_vatten_utveckling_did() -> None:
    # 1.05 kr an inhabitant: 52 500 kr for 50 000.
    assert shares(157_500, [50_000, 100_000], Rule("storlek")) == [52_500, 105_000]


def test_floor_and_cap_move_the_rest_to_the_others() -> None:
    assert shares(100_000, [1_000, 10_000, 89_000], Rule("golv-tak", 10_000, 60_000)) == [10_000, 30_000, 60_000]


def test_partly_fixed() -> None:
    assert shares(100_000, [1, 3], Rule("fast-rorlig", fixed=0.5)) == [37_500, 62_500]


@pytest.mark.parametrize("rule", [Rule("golv-tak", 51, 100), Rule("golv-tak", 0, 49)])
def test_a_floor_too_high_or_a_cap_too_low_is_refused(rule: Rule) -> None:
    assert shares(100, [1, 1], rule) is None


def test_any_case_adds_up_and_larger_never_pays_less() -> None:
    dice = random.Random(3)  # noqa: S311 - only the same cases at every run
    for _ in range(500):
        sizes = [dice.randint(1, 500_000) for _ in range(dice.randint(1, 25))]
        total = dice.randint(0, 3_000_000)
        floor, cap = total // (len(sizes) * 3), max(total // 2, total // len(sizes) + 1)
        rules = [Rule("lika"), Rule("storlek"), Rule("fast-rorlig", fixed=0.3), Rule("golv-tak", floor, cap)]
        for rule in rules:
            paid = shares(total, sizes, rule)
            assert paid is not None
            assert sum(paid) == total
            order = sorted(range(len(sizes)), key=lambda place: sizes[place])
            if rule.model != "lika":
                assert all(paid[a] <= paid[b] + 1 for a, b in pairwise(order))
            if rule.model == "golv-tak":
                assert min(paid) >= floor
                assert max(paid) <= math.ceil(cap)
