"""A page of guidance that has moved leads to a page that is there."""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.loading.load import MOVING
from macros.model.kvar import MOVED_KEY, FlyttadSida
from macros.model.names import nearest
from macros.problems.problem import Problem

RULE = "flyttad"


def check(material: Material) -> Iterable[Problem]:
    """New addresses that no page has."""
    for page in material.left:
        if isinstance(page.left, FlyttadSida) and page.left.flyttad_till.removeprefix("/") not in material.pages:
            line, column = page.parsed.values[MOVED_KEY,]
            match = nearest(page.left.flyttad_till, tuple(f"/{src}" for src in material.pages))
            hint = f"Menade du ”{match}”?" if match else "Skriv adressen till en sida som finns."
            message = f"Det finns ingen sida ”{page.left.flyttad_till}”."
            yield Problem(page.shown, line, column, message, hint, rule=RULE, reference=MOVING)
