"""A page of guidance opens with valid front matter (see `Sidhuvud`)."""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.problem import Problem


def check(material: Material) -> Iterable[Problem]:
    """The problems found while each page's front matter was read."""
    for guide in material.guides:
        yield from guide.problems
