"""No plain text begins as a formula: a spreadsheet that opens our data would run it."""

import re
from collections.abc import Iterable

from macros.checks.material import Material
from macros.problems.problem import Problem

RULE = "formel"
_FORMULA = re.compile(r"^\s*[=+@]|^\s*-(?=\S)")


def check(material: Material) -> Iterable[Problem]:
    """Plain fields whose text begins with a sign that starts a formula."""
    for passage in material.passages:
        for line in passage.lines if passage.kind == "plain" else ():
            found = _FORMULA.search(line.text)
            if found:
                sign = found[0].strip()
                hint = "Börja med ett ord. Kalkylprogram läser tecknet som början på en formel."
                yield passage.problem(line, found.end() - 1, f"Texten får inte börja med ”{sign}”.", hint, RULE)
