"""Totalmetoden's sums against published figures, and against what must be true of any case."""

import random

import pytest

from macros.tools.draw import RATES, YEARS, case
from macros.tools.returns import Measure, factor, internal_rate, net_present_value, steps

# The nusummefaktorer published in ekl-119: years down, rates 0-10 and 15 per cent across.
PUBLISHED = """
2 2.00 1.97 1.94 1.91 1.89 1.86 1.83 1.81 1.78 1.76 1.74 1.63
3 3.00 2.94 2.88 2.83 2.78 2.72 2.67 2.62 2.58 2.53 2.49 2.28
4 4.00 3.90 3.81 3.72 3.63 3.55 3.47 3.39 3.31 3.24 3.17 2.85
5 5.00 4.85 4.71 4.58 4.45 4.33 4.21 4.10 3.99 3.89 3.79 3.35
6 6.00 5.80 5.60 5.42 5.24 5.08 4.92 4.77 4.62 4.49 4.36 3.78
7 7.00 6.73 6.47 6.23 6.00 5.79 5.58 5.39 5.21 5.03 4.87 4.16
8 8.00 7.65 7.33 7.02 6.73 6.46 6.21 5.97 5.75 5.53 5.33 4.49
9 9.00 8.57 8.16 7.79 7.44 7.11 6.80 6.52 6.25 6.00 5.76 4.77
10 10.00 9.47 8.98 8.53 8.11 7.72 7.36 7.02 6.71 6.42 6.14 5.02
15 15.00 13.87 12.85 11.94 11.12 10.38 9.71 9.11 8.56 8.06 7.61 5.85
20 20.00 18.05 16.35 14.88 13.59 12.46 11.47 10.59 9.82 9.13 8.51 6.26
"""


def test_all_published_factors_agree_to_two_decimals() -> None:
    rows = [line.split() for line in PUBLISHED.split("\n") if line]
    assert [int(row[0]) for row in rows] == list(YEARS)
    tried = 0
    for years, *values in rows:
        for rate, value in zip(RATES, values, strict=True):
            assert f"{factor(rate / 100, 0, int(years)):.2f}" == value, (years, rate)
            tried += 1
    assert tried == 132


def test_published_examples() -> None:
    # ekl-119: LED lighting, 50 000 kr, 6 500 kr a year, 20 years, 6 per cent (74 555 there, from the rounded factor).
    led = Measure("led", 50_000, 6_500, 20)
    assert factor(0.06, 0, 20) == pytest.approx(11.46992, abs=1e-5)
    assert net_present_value([led], 0.06, 0) + 50_000 == pytest.approx(74_554.49, abs=0.01)
    assert internal_rate([led], 0) == pytest.approx(0.1154, abs=5e-5)
    # fastighetsklimat.se: annuity factors, the inverse of nusummefaktorer, of 20 years at 3 and 7 per cent.
    assert 1 / factor(0.03, 0, 20) == pytest.approx(0.0672157, abs=1e-7)
    assert 1 / factor(0.07, 0, 20) == pytest.approx(0.0943929, abs=1e-7)
    assert 4_018_000 / factor(0.03, 0, 20) == pytest.approx(270_073, abs=1)
    assert 4_018_000 / factor(0.07, 0, 20) == pytest.approx(379_271, abs=1)
    # Two cases of the textbook kind; a residual value is a payment in the last year.
    assert internal_rate([Measure("", 100_000, 30_000, 6)], 0) == pytest.approx(0.19905, abs=5e-6)
    rate = 0.19938
    assert 1.5 * factor(rate, 0, 8) + 1 / (1 + rate) ** 8 == pytest.approx(6, abs=1e-3)
    assert 1.5 * factor(0.12, 0, 8) + 1 / 1.12**8 - 6 == pytest.approx(1.855, abs=1e-3)


def test_the_made_up_case() -> None:
    made = steps(case(), 0.05, 0)
    assert made is not None
    assert [round(step.own_rate * 100, 2) for step in made] == [49.08, 18.42, 13.89, 8.13, 5.74, 3.41]
    assert [round(step.rate * 100, 2) for step in made] == [49.08, 26.84, 17.35, 13.50, 10.10, 7.07]
    assert all(step.within for step in made)
    assert made[-1].net_present_value == pytest.approx(752_820, abs=10)
    growing = internal_rate(case(), 0.02)
    assert growing == pytest.approx(0.0921, abs=5e-5)


def test_the_short_rule_for_rising_prices_is_a_little_low() -> None:
    for rate, growth, years in [(0.05, 0.02, 15), (0.06, 0.02, 20), (0.07, 0.03, 40), (0.06, 0.03, 25)]:
        share = factor(rate - growth, 0, years) / factor(rate, growth, years)
        assert 0.98 < share < 1


@pytest.mark.parametrize("measure", [Measure("", 0, 10, 5), Measure("", 10, 0, 5), Measure("", 1e9, 1, 1)])
def test_without_a_root_there_is_no_rate(measure: Measure) -> None:
    assert internal_rate([measure], 0) is None
    assert steps([Measure("ok", 10, 5, 5), measure], 0.05, 0) is None


def test_what_is_true_of_any_case() -> None:
    dice = random.Random(7)  # noqa: S311 - only the same cases at every run
    for _ in range(60):
        growth = dice.choice([0, 0.02, -0.01])
        requirement = dice.choice([0.02, 0.05, 0.09])
        case = [
            Measure(str(n), dice.uniform(1e4, 1e6), dice.uniform(2e3, 1e5), dice.randint(3, 40))
            for n in range(dice.randint(1, 8))
        ]
        made = steps(case, requirement, growth)
        assert made is not None
        assert [step.own_rate for step in made] == sorted((step.own_rate for step in made), reverse=True)
        for step in made:
            assert net_present_value([step.measure], step.own_rate, growth) == pytest.approx(0, abs=1)
            assert (step.rate >= requirement) == (step.net_present_value >= 0)
        rates = [step.rate for step in made]
        assert rates == sorted(rates, reverse=True), "each further measure lowers the package's rate"
        assert [step.within for step in made] == [rate >= requirement for rate in rates]
