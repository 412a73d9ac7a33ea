"""Warns of what is unknown in a record: one warning a record, naming the fields that could be filled."""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.loading.validate import field_reference
from macros.model.base import UNKNOWN
from macros.problems.problem import Problem

RULE = "saknas"


def check(material: Material) -> Iterable[Problem]:
    """Records with fields that say *uppgift saknas*."""
    for file in material.loaded.files.values():
        data = file.parsed.fields
        unknown = [key for key, value in data.items() if value == UNKNOWN]
        if unknown:
            line, column = file.parsed.values[unknown[0],]
            count = "1 uppgift" if len(unknown) == 1 else f"{len(unknown)} uppgifter"
            message = f"{count} saknas: {', '.join(unknown)}."
            hint = "Vet ni svaret? Skriv in det med en källa."
            reference = field_reference(file.kind.name, (unknown[0],))
            yield Problem(file.shown, line, column, message, hint, "varning", RULE, reference)
