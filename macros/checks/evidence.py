"""A group's characteristics and success factors carry their evidence in `kommentar`."""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.loading.messages import told
from macros.loading.validate import field_reference
from macros.model import Grupp
from macros.model.base import facts
from macros.problems.problem import Problem

RULE = "belagg"


def check(material: Material) -> Iterable[Problem]:
    """Facts about characteristics and success factors without a comment."""
    for file in material.files("grupp"):
        group = material.loaded.records.get("grupp", {}).get(file.identifier)
        if not isinstance(group, Grupp):
            continue
        for key, answers in (("kannetecken", group.kannetecken), ("framgangsfaktorer", group.framgangsfaktorer)):
            for identifier, answer in answers.items():
                if any(fact.kommentar is None for fact in facts(answer)):
                    line, column = file.parsed.keys.get((key, identifier), (1, 1))
                    message, hint = told("belagg")
                    where = f"{key}.{identifier}: {message}"
                    reference = field_reference("grupp", (key,))
                    yield Problem(file.shown, line, column, where, hint, rule=RULE, reference=reference)
