"""The kinds of records: the only description of the fields, and of everything else that holds for a kind.

Validation, the editors' JSON Schema, the reference for contributors, forms and tests are all made
from these classes.
"""

from collections.abc import Mapping

from macros.model.begrepp import Begrepp
from macros.model.described import DESCRIBED
from macros.model.framgangsfaktor import Framgangsfaktor
from macros.model.grupp import Grupp
from macros.model.kalla import Kalla
from macros.model.kannetecken import Kannetecken
from macros.model.kind import Kind
from macros.model.kriterium import KIND as CRITERIA
from macros.model.kriterium import Kriterium
from macros.model.norm import Norm
from macros.model.projekt import Projekt
from macros.model.samverkansform import Samverkansform
from macros.model.skattning import Skattning
from macros.model.vagval import Vagval

KINDS: Mapping[str, Kind] = {
    kind.name: kind for kind in sorted((*DESCRIBED, CRITERIA), key=lambda kind: (kind.place, kind.name))
}

__all__ = [
    "KINDS",
    "Begrepp",
    "Framgangsfaktor",
    "Grupp",
    "Kalla",
    "Kannetecken",
    "Kind",
    "Kriterium",
    "Norm",
    "Projekt",
    "Samverkansform",
    "Skattning",
    "Vagval",
]
