"""Totalmetoden's sums: internal rate of measures and packages, present value, and the package that meets a requirement.

The method as Belok describes it: measures are ranked by their own internal rate of return, and a common rate
is computed for several at once, each saving stopping at the end of the measure's life. The package, not each
measure, must meet the owner's requirement. Formulas are standard finance.
"""

from collections.abc import Sequence
from dataclasses import dataclass

# Rates below this are no rates to decide by: nearly all of the money is lost.
LOWEST = -0.99
# After so many, low and high are the same number for any rate that a measure has.
_HALVINGS = 64


@dataclass(frozen=True)
class Measure:
    """A measure: what it costs now, what it saves each year at today's price, and its life in whole years."""

    name: str
    investment: float
    saving: float
    life: int


@dataclass(frozen=True)
class Step:
    """The package after one more measure: sums, the package's rate, its net present value, and whether it is within."""

    measure: Measure
    own_rate: float
    investment: float
    saving: float
    rate: float
    net_present_value: float
    within: bool


def factor(rate: float, growth: float, years: int) -> float:
    """The present value of 1 krona a year: the sum over t = 1..years of ((1 + growth) / (1 + rate))^t.

    With no growth it is the nusummefaktor, (1 - (1 + rate)^-years) / rate.
    """
    ratio = (1 + growth) / (1 + rate)
    total, power = 0.0, 1.0
    for _ in range(years):
        power *= ratio
        total += power
    return total


def net_present_value(measures: Sequence[Measure], rate: float, growth: float) -> float:
    """The present value of all savings less the investments."""
    return sum(each.saving * factor(rate, growth, each.life) - each.investment for each in measures)


def internal_rate(measures: Sequence[Measure], growth: float) -> float | None:
    """The rate at which the measures' net present value is nought; None when there is none above `LOWEST`.

    For positive investments and savings the value falls as the rate rises, so there is one root at most.
    """
    investment = sum(each.investment for each in measures)
    saving = sum(each.saving for each in measures)
    if investment <= 0 or saving <= 0 or net_present_value(measures, LOWEST, growth) < 0:
        return None
    # A saving for ever gives more than one that ends, so its rate is above the root.
    low, high = LOWEST, growth + (1 + growth) * saving / investment
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if net_present_value(measures, middle, growth) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def payback(measure: Measure) -> float:
    """Simple payback in years: the investment through the yearly saving, without interest or life."""
    return measure.investment / measure.saving


def steps(measures: Sequence[Measure], requirement: float, growth: float) -> list[Step] | None:
    """The package step by step, most profitable first; None when any measure has no internal rate.

    `within` is true up to the last measure that keeps the whole package at the requirement or above.
    """
    rated = [(internal_rate([each], growth), each) for each in measures]
    if any(rate is None for rate, _ in rated):
        return None
    ordered = sorted(((rate, each) for rate, each in rated if rate is not None), key=lambda pair: -pair[0])
    made: list[Step] = []
    for place, (own, each) in enumerate(ordered):
        package = [other for _, other in ordered[: place + 1]]
        rate = internal_rate(package, growth)
        value = net_present_value(package, requirement, growth)
        within = value >= 0 and all(step.within for step in made)
        sums = sum(other.investment for other in package), sum(other.saving for other in package)
        made.append(Step(each, own, *sums, rate if rate is not None else own, value, within))
    return made
