"""Figures, drawn as SVG at build: functions work out positions from data, templates draw.

Colours come from CSS classes on screen, so that figures follow light, dark and print.
"""

from collections.abc import Callable, Mapping

from macros.drawing import draw
from macros.figures import (
    arbetssatt,
    avgift,
    betalare,
    forkommersiell,
    former,
    kunskap,
    lattlast,
    omraden,
    samverkan,
    siffror,
    tidslinje,
    troskelvarden,
)
from macros.kunskapsbank import Kunskapsbank

_FIGURES: Mapping[str, Callable[[Kunskapsbank], Mapping[str, object]]] = {
    "samverkan": samverkan.values,
    "tidslinje": tidslinje.values,
    "arbetssatt": arbetssatt.values,
    "omraden": omraden.values,
    "ansvarstid": siffror.spans,
    "fore-och-efter": siffror.before_and_after,
    "besparing": siffror.savings,
    "mal-och-utfall": siffror.goals,
    "priset": siffror.shares,
    "kansli": siffror.by_year,
    "avgift": avgift.values,
    "betalare": betalare.values,
    "forkommersiell": forkommersiell.values,
    "kunskap": kunskap.values,
    "former": former.values,
    "troskelvarden": troskelvarden.values,
    **lattlast.FIGURES,
}
# Figures that differ in their numbers only are drawn by one template.
_TEMPLATES = dict.fromkeys(
    ("ansvarstid", "fore-och-efter", "besparing", "mal-och-utfall", "priset", "kansli"), "siffror"
)
NAMES = tuple(_FIGURES)


def figure(bank: Kunskapsbank, name: str) -> str:
    """The HTML of a figure: SVG with title and long description, and its table where it has one.

    Raises KeyError for a name that is not in `NAMES`.
    """
    return draw(f"figurer/{_TEMPLATES.get(name, name)}.html", namn=name, **_FIGURES[name](bank))
