"""The knowledge base: all records, immutable, with the file that each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

from pydantic import BaseModel

from macros.model import (
    Begrepp,
    Framgangsfaktor,
    Grupp,
    Kalla,
    Kannetecken,
    Kriterium,
    Norm,
    Projekt,
    Samverkansform,
    Skattning,
    Vagval,
)
from macros.model.pa_engelska import PaEngelska


def _empty() -> Mapping[str, Any]:
    return MappingProxyType({})


@dataclass(frozen=True, eq=False)
class Kunskapsbank:
    """Records by identifier for each kind; `moved` maps old identifiers to new ones by kind.

    `withdrawn` holds the day and the reason of records that were taken back, `engelska` the English texts of records,
    by kind and identifier.
    """

    grupp: Mapping[str, Grupp]
    norm: Mapping[str, Norm]
    projekt: Mapping[str, Projekt]
    samverkansform: Mapping[str, Samverkansform]
    framgangsfaktor: Mapping[str, Framgangsfaktor]
    kannetecken: Mapping[str, Kannetecken]
    begrepp: Mapping[str, Begrepp]
    kalla: Mapping[str, Kalla]
    kriterium: Mapping[str, Kriterium]
    vagval: Mapping[str, Vagval]
    skattning: Mapping[str, Skattning]
    moved: Mapping[str, Mapping[str, str]]
    withdrawn: Mapping[str, Mapping[str, Any]] = field(default_factory=_empty)
    engelska: Mapping[str, Mapping[str, PaEngelska]] = field(default_factory=_empty)

    def records(self, kind: str) -> Mapping[str, BaseModel]:
        """All records of a kind by identifier, sorted by identifier."""
        found: Mapping[str, BaseModel] = getattr(self, kind)
        return found
