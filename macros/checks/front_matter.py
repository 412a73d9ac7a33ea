"""A page of guidance opens with valid front matter (see `Sidhuvud`)."""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.problems.problem import Problem

RULE = "sidhuvud"
# The pages that have a template of their own: no other page has what it draws.
PAGES_WITH_TEMPLATE = {"hem.html": ("index.md", "en/index.md"), "sok.html": ("sok.md", "en/search.md")}


def check(material: Material) -> Iterable[Problem]:
    """The problems found while each page's front matter was read."""
    for guide in material.guides:
        yield from guide.problems
        template = guide.head.template if guide.head else None
        if template and guide.src not in PAGES_WITH_TEMPLATE[template]:
            line, column = guide.parsed.keys["template",]
            message = f"Mallen {template} är bara till för docs/{PAGES_WITH_TEMPLATE[template][0]}."
            yield Problem(guide.shown, line, column, message, "Ta bort raden ”template: …”.", rule=RULE)
