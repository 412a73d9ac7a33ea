"""The knowledge base: all records, immutable, with the file that each comes from."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from macros.kept import digest
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
from macros.model.base import Bas, Post
from macros.model.kvar import Aterkallad
from macros.model.pa_engelska import PaEngelska

# Any, since which model the records of a kind have only the kind's name tells: the readers below say it.
Records = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, eq=False)
class Kunskapsbank:
    """Records by kind and identifier; `moved` maps old identifiers to new ones by kind.

    `withdrawn` holds the day and the reason of records that were taken back, `engelska` the English texts of records,
    by kind and identifier. The kinds that code names have a property each.
    """

    kinds: Records
    moved: Mapping[str, Mapping[str, str]]
    withdrawn: Mapping[str, Mapping[str, Aterkallad | None]] = field(default_factory=lambda: MappingProxyType({}))
    engelska: Mapping[str, Mapping[str, PaEngelska]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def mark(self) -> str:
        """A mark of everything that the records say."""
        return _mark(self)

    def records(self, kind: str) -> Mapping[str, Bas]:
        """All records of a kind by identifier, sorted by identifier."""
        return self.kinds[kind]

    def posts(self, kind: str) -> Mapping[str, Post]:
        """The same, of a kind whose records are told of on pages of their own."""
        return self.kinds[kind]

    def with_records(self, **kinds: Mapping[str, Bas]) -> "Kunskapsbank":
        """The same knowledge base with other records of some kinds."""
        return replace(self, kinds=MappingProxyType({**self.kinds, **kinds}))

    @property
    def grupp(self) -> Mapping[str, Grupp]:
        """Groups, other networks and contrasts."""
        return self.kinds["grupp"]

    @property
    def norm(self) -> Mapping[str, Norm]:
        """Norms, methods and tools."""
        return self.kinds["norm"]

    @property
    def projekt(self) -> Mapping[str, Projekt]:
        """Examples."""
        return self.kinds["projekt"]

    @property
    def samverkansform(self) -> Mapping[str, Samverkansform]:
        """Forms of cooperation."""
        return self.kinds["samverkansform"]

    @property
    def framgangsfaktor(self) -> Mapping[str, Framgangsfaktor]:
        """Success factors."""
        return self.kinds["framgangsfaktor"]

    @property
    def kannetecken(self) -> Mapping[str, Kannetecken]:
        """Characteristics."""
        return self.kinds["kannetecken"]

    @property
    def begrepp(self) -> Mapping[str, Begrepp]:
        """Terms of the glossary."""
        return self.kinds["begrepp"]

    @property
    def kalla(self) -> Mapping[str, Kalla]:
        """The register of sources."""
        return self.kinds["kalla"]

    @property
    def kriterium(self) -> Mapping[str, Kriterium]:
        """Criteria, with the allowed values."""
        return self.kinds["kriterium"]

    @property
    def vagval(self) -> Mapping[str, Vagval]:
        """Decision guides."""
        return self.kinds["vagval"]

    @property
    def skattning(self) -> Mapping[str, Skattning]:
        """Parts of the self-assessment."""
        return self.kinds["skattning"]


@lru_cache(maxsize=4)
def _mark(bank: Kunskapsbank) -> str:
    return digest(repr(bank))
