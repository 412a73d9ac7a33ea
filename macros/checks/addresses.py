"""No two files make a page at the same address, and no record takes an address of the site's own."""

from collections.abc import Iterable

from macros.addresses import address_of
from macros.checks.material import FIELD_REFERENCE, GENERATED_PAGES, MAIL_FORMS, Material
from macros.model import KINDS
from macros.problems.problem import Problem

RULE = "adress-dubbel"
_OWN = "en sida som webbplatsen själv gör"
# Folders and files that the build writes beside the pages.
_RESERVED = (
    *("404", "assets", "data", "index", "jamfor/par", "nedladdning", "search", "sitemap", "utskrift"),
    *(FIELD_REFERENCE, MAIL_FORMS),
)
_NO_NAMES = frozenset({"readme.md"})


def check(material: Material) -> Iterable[Problem]:
    """Records and pages of guidance whose address is already taken."""
    taken = dict.fromkeys(GENERATED_PAGES, _OWN)
    for kind in KINDS.values():
        for file in material.files(kind.name) if kind.page_folder else ():
            src = f"{kind.page_folder}/{file.identifier}.md"
            if src in taken:
                message = f"Adressen är upptagen av {taken[src]}."
                yield Problem(file.shown, 1, 1, message, "Byt namn på filen.", rule=RULE)
            taken.setdefault(src, file.shown)
    by_address = {address_of(src): owner for src, owner in taken.items()}
    for guide in (*material.guides, *material.left):
        address = _address(guide.src)
        reserved = next((place for place in _RESERVED if f"{address.strip('/')}/".startswith(f"{place}/")), "")
        owner = by_address.get(address) or (_OWN if reserved else "")
        if owner:
            message = f"Adressen är upptagen av {owner}."
            yield Problem(guide.shown, 1, 1, message, "Byt namn på filen.", rule=RULE)
        elif guide.src.count("/") and guide.src.rsplit("/", 1)[-1] in _NO_NAMES:
            hint = "Byt namn på filen efter det som sidan handlar om."
            yield Problem(guide.shown, 1, 1, "Namnet gör sidan till mappens första sida.", hint, rule=RULE)
        by_address.setdefault(address, guide.shown)


def _address(src: str) -> str:
    """The address that the engine gives a page: a readme is the first page of its folder."""
    stem = src.removesuffix(".md").lower().removesuffix("/readme").removesuffix("/index")
    return "/" if stem in {"index", "readme"} else f"/{stem}/"
