"""How members share a cost: equally, by size, by size between a floor and a cap, or partly fixed; in whole kronor."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Model = Literal["lika", "storlek", "golv-tak", "fast-rorlig"]
_HALVINGS = 200
# A share that is a whole number but for the last bits of arithmetic is that number.
_NEARLY = 1e-6


@dataclass(frozen=True)
class Rule:
    """How a cost is shared: the floor and cap in kronor, and the fixed part as a share of the cost."""

    model: Model
    floor: float = 0
    cap: float = math.inf
    fixed: float = 0


def shares(total: int, sizes: Sequence[float], rule: Rule) -> list[int] | None:
    """What each member pays, in whole kronor that add up to the total; None when floor or cap make that impossible."""
    number = len(sizes)
    if rule.model == "lika":
        return whole([total / number] * number, total)
    if rule.model == "golv-tak":
        if rule.floor * number > total or rule.cap * number < total:
            return None
        return whole(_between(total, sizes, rule), total)
    fixed = total * rule.fixed if rule.model == "fast-rorlig" else 0
    together = sum(sizes)
    return whole([fixed / number + (total - fixed) * size / together for size in sizes], total)


def _between(total: int, sizes: Sequence[float], rule: Rule) -> list[float]:
    """Shares in proportion to size, none under the floor or over the cap: the price a unit that gives the total."""

    def at(price: float) -> list[float]:
        return [min(max(price * size, rule.floor), rule.cap) for size in sizes]

    low, high = 0.0, total / min(sizes)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        if sum(at(middle)) < total:
            low = middle
        else:
            high = middle
    return at((low + high) / 2)


def whole(exact: Sequence[float], total: int) -> list[int]:
    """Whole kronor near the exact ones: rounded down, and what is left to those who lost most, the first of equals."""
    down = [math.floor(value + _NEARLY) for value in exact]
    left = total - sum(down)
    order = sorted(range(len(exact)), key=lambda place: (round(down[place] - exact[place], 6), place))
    for place in order[: max(left, 0)]:
        down[place] += 1
    return down
