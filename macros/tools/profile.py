"""The self-assessment as pure functions: the level of each part, the weakest parts, and where people disagree."""

from collections.abc import Mapping, Sequence

from macros.kunskapsbank import Kunskapsbank
from macros.model.skattning import Skattning

# How many of the weakest parts get advice first.
MOST_WEAK = 2
BEST = 4


def parts(bank: Kunskapsbank) -> list[tuple[str, Skattning]]:
    """The parts in the order in which they are asked."""
    return sorted(bank.skattning.items(), key=lambda item: item[1].ordning)


def edition(bank: Kunskapsbank) -> int:
    """The number of the present edition: that of the latest statement. 0 without statements."""
    return max((each.sedan for part in bank.skattning.values() for each in part.pastaenden), default=0)


def level(answers: Sequence[int | None]) -> int | None:
    """The level of a part: the lowest of its statements; None when none of them is known."""
    return min((answer for answer in answers if answer is not None), default=None)


def weakest(levels: Mapping[str, int | None]) -> list[str]:
    """The parts to begin with: lowest level first, equals in their order; none that is unknown or already best."""
    known = [(found, place, name) for place, (name, found) in enumerate(levels.items()) if found is not None]
    return [name for found, _, name in sorted(known) if found < BEST][:MOST_WEAK]


def spread(answers: Sequence[int | None]) -> int:
    """How far apart people are on a statement: 0 when they agree or fewer than two know."""
    known = [answer for answer in answers if answer is not None]
    return max(known) - min(known) if known else 0
