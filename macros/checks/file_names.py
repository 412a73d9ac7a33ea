"""File names work on every computer: no two differ only in case or Unicode form, none is reserved.

Names of records are checked while they are read; here collisions are, and names in `docs/`.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.checks.material import Material
from macros.checks.walk import entries
from macros.problems.problem import Problem

RULE = "filnamn"
_NAME = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*(\.md)?$")
_PICTURE = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*\.png$")
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
PICTURES = "bidra/bilder"


def check(material: Material) -> Iterable[Problem]:
    """Names in `data/` and `docs/` that collide, and names in `docs/` that cannot be an address."""
    for top in (material.data, material.root / "docs"):
        seen: dict[str, str] = {}
        for shown, _ in entries(top):
            first = seen.setdefault(_folded(shown), shown)
            if first != shown:
                message = f"Filnamnet skiljer sig bara i stora och små bokstäver eller teckenform från ”{first}”."
                yield Problem(shown, 1, 1, message, "Byt namn på en av filerna.", rule=RULE)
    docs = material.root / "docs"
    for shown, path in entries(docs):
        yield from _address(shown, path, docs)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _address(shown: str, path: Path, docs: Path) -> Iterator[Problem]:
    name = path.name
    is_picture = path.parent == docs / PICTURES and _PICTURE.match(name)
    if name.startswith(".") or is_picture:
        return
    if _RESERVED.match(name):
        yield Problem(shown, 1, 1, "Filnamnet är reserverat i Windows.", "Välj ett annat namn.", rule=RULE)
    elif not path.is_dir() and path.suffix != ".md":
        hint = f"Här får bara filer som slutar på .md ligga, och bilder (.png) i docs/{PICTURES}/."
        yield Problem(shown, 1, 1, "Filen hör inte hemma här.", hint, rule=RULE)
    elif not _NAME.match(name):
        hint = "Använd a–z, 0–9 och bindestreck: å och ä skrivs a, ö skrivs o."
        yield Problem(shown, 1, 1, "Filnamnet går inte att använda.", hint, rule=RULE)
