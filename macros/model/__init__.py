"""The kinds of records: the only description of the fields.

Validation, the editors' JSON Schema, the reference for contributors, forms and tests are all made
from these classes.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from macros.model.begrepp import Begrepp
from macros.model.framgangsfaktor import Framgangsfaktor
from macros.model.grupp import Grupp
from macros.model.kalla import Kalla
from macros.model.kannetecken import Kannetecken
from macros.model.kriterium import Kriterium
from macros.model.norm import Norm
from macros.model.projekt import Projekt
from macros.model.samverkansform import Samverkansform
from macros.model.skattning import Skattning
from macros.model.vagval import Vagval


@dataclass(frozen=True)
class Kind:
    """A kind of record: its name in code, its folder under `data/`, its model and its page folder."""

    name: str
    folder: str
    model: type[BaseModel]
    page_folder: str | None


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("kriterium", "kriterier", Kriterium, None),
        Kind("kalla", "kallor", Kalla, None),
        Kind("begrepp", "begrepp", Begrepp, None),
        Kind("kannetecken", "kannetecken", Kannetecken, None),
        Kind("framgangsfaktor", "framgangsfaktorer", Framgangsfaktor, "framgangsfaktorer"),
        Kind("samverkansform", "samverkansformer", Samverkansform, "samverkansformer"),
        Kind("grupp", "grupper", Grupp, "grupper"),
        Kind("norm", "normer", Norm, "normer"),
        Kind("projekt", "projekt", Projekt, "exempel"),
        Kind("vagval", "vagval", Vagval, None),
        Kind("skattning", "sjalvskattning", Skattning, None),
    )
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
