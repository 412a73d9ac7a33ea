"""No two files make a page at the same address, and no record takes an address of the site's own."""

from collections.abc import Iterable

from macros.checks.material import GENERATED_PAGES, Material
from macros.model import KINDS
from macros.problem import Problem

RULE = "adress-dubbel"


def check(material: Material) -> Iterable[Problem]:
    """Records and pages of guidance whose address is already taken."""
    taken = dict.fromkeys(GENERATED_PAGES, "en sida som webbplatsen själv gör")
    for kind in KINDS.values():
        for file in material.files(kind.name) if kind.page_folder else ():
            src = f"{kind.page_folder}/{file.identifier}.md"
            if src in taken:
                message = f"Adressen är upptagen av {taken[src]}."
                yield Problem(file.shown, 1, 1, message, "Byt namn på filen.", rule=RULE)
            taken.setdefault(src, file.shown)
    for guide in material.guides:
        if guide.src in taken:
            message = f"Adressen är upptagen av {taken[guide.src]}."
            yield Problem(guide.shown, 1, 1, message, "Byt namn på filen.", rule=RULE)
