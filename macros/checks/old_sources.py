"""Warns of sources older than five years: what they say may have changed.

Laws are left out: their entries state which wording was read.
"""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.loading.validate import field_reference
from macros.model import Kalla
from macros.problems.problem import Problem

RULE = "gammal-kalla"
YEARS = 5


def check(material: Material) -> Iterable[Problem]:
    """One warning for each old source."""
    sources = material.loaded.records.get("kalla", {})
    for file in material.files("kalla"):
        source = sources.get(file.identifier)
        if not isinstance(source, Kalla) or source.slag == "lag" or not isinstance(source.ar, int):
            continue
        age = material.today.year - source.ar
        if age > YEARS:
            line, column = file.parsed.values.get(("ar",), (1, 1))
            yield Problem(
                file.shown,
                line,
                column,
                f"Källan är {age} år gammal.",
                "Sök en nyare källa. Finns ingen, ange året i ”avser:” där källan används.",
                "varning",
                RULE,
                field_reference("kalla", ("ar",)),
            )
