"""Warns of sources that nothing cites."""

import re
from collections.abc import Iterable, Iterator

from macros.checks.material import Material
from macros.checks.page_sources import cited
from macros.guidance.passages import guide_passage, strings
from macros.model.text_rules import citations
from macros.problems.problem import Problem

RULE = "oanvand-kalla"
_LIST_OF_SOURCES = "kallor"


def check(material: Material) -> Iterable[Problem]:
    """One warning for each source that no record and no page cites."""
    if any(file.parsed.data is None for file in material.loaded.files.values()):
        # What stands in a file that cannot be read is not known.
        return
    used = {*_used(material), *cited()}
    for file in material.files("kalla"):
        if file.identifier not in used and not material.loaded.names.is_gone("kalla", file.identifier):
            hint = f"Hänvisa till den, [@{file.identifier}], där den behövs. Annars tar ni bort filen."
            yield Problem(file.shown, 1, 1, "Ingen post och ingen sida hänvisar till källan.", hint, "varning", RULE)


def _used(material: Material) -> Iterator[str]:
    for guide in material.guides:
        for line in guide_passage(guide).lines:
            yield from citations(line.text) if "[@" in line.text else ()
    for file in material.loaded.files.values():
        for path, value in strings(file.parsed.data):
            if _LIST_OF_SOURCES in path:
                yield value
            elif "[@" in value:
                yield from citations(re.sub(r"\s+", " ", value))
