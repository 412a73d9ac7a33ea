"""Warns when a record or a page was last reviewed more than twelve months ago."""

from collections.abc import Iterable, Iterator
from datetime import date

from macros.checks.material import Material
from macros.loading.yaml_source import Parsed
from macros.problems.problem import Problem

RULE = "granskning"
FIELD = "granskad"


def check(material: Material) -> Iterable[Problem]:
    """Reviews that are overdue, and dates that have not come yet."""
    for file in material.loaded.files.values():
        yield from _check(file.shown, file.parsed, material.today)
    for guide in material.guides:
        yield from _check(guide.shown, guide.parsed, material.today)


def _check(shown: str, parsed: Parsed, today: date) -> Iterator[Problem]:
    data = parsed.fields
    for name in (FIELD, "andrad", "hamtad"):
        day = _day(data.get(name))
        line, column = parsed.values.get((name,), (1, 1))
        if day and day > today:
            hint = "Skriv dagens datum eller ett tidigare."
            yield Problem(shown, line, column, f"Datumet i ”{name}” har inte inträffat än.", hint, "varning", RULE)
        elif day and name == FIELD and due(day) < today:
            hint = "Pröva uppgifterna mot källorna och skriv sedan in dagens datum."
            message = f"Granskningen skulle ha gjorts senast {due(day).isoformat()}."
            yield Problem(shown, line, column, message, hint, "varning", RULE)


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None


def due(reviewed: date) -> date:
    """The last day of the twelve months after a review."""
    try:
        return reviewed.replace(year=reviewed.year + 1)
    except ValueError:  # 29 February, or the last year that a date can hold
        return reviewed.replace(year=min(reviewed.year + 1, date.max.year), day=28)
