"""Pages drawn from templates of our own cite sources too, which must not be removed.

The accessibility statement says what the law demands, and the style page shows what a citation looks like.
"""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.drawing import TEMPLATES
from macros.model.text_rules import citations
from macros.problems.problem import Problem

RULE = "sidans-kalla"
# Template -> the address of the page that it draws.
PAGES = {"tillganglighet.md": "/om/tillganglighet/", "formsprak.md": "/om/formsprak/"}


def cited() -> dict[str, str]:
    """The sources that the templates cite, each with the address of a page that cites it."""
    return {
        key: address
        for name, address in PAGES.items()
        for key in citations((TEMPLATES / "sidor" / name).read_text("utf-8"))
    }


def check(material: Material) -> Iterable[Problem]:
    """One error for each source that is missing, at the file that should hold it."""
    for key, address in sorted(cited().items()):
        if key not in material.identifiers["kalla"]:
            shown = f"data/kallor/{key}.yml"
            message = f"Källan ”{key}” saknas, men sidan {address} hänvisar till den."
            hint = "Lägg tillbaka filen. Ska källan bort ändras först sidans mall i overrides/sidor/."
            yield Problem(shown, 1, 1, message, hint, rule=RULE)
