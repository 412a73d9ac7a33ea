"""A criterion: what is compared, in which words, in which order, with which allowed values."""

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from macros.model.base import Bas, Identifierare, KallRef, Kortrad, Rad
from macros.model.described import WITH_FACTS
from macros.model.kind import Kind

if TYPE_CHECKING:
    Slag = str
else:
    Slag = Literal[WITH_FACTS]


class Varde(Bas):
    """An allowed value of a criterion."""

    id: Identifierare = Field(title="Värde", description="Så skrivs värdet i posterna.")
    namn: Kortrad = Field(title="Namn", description="Så visas värdet för läsaren.")
    forklaring: Rad | None = Field(None, title="Förklaring", description="Vad värdet betyder.")
    ansvar: tuple[Literal["kommun", "region", "stat"], ...] = Field(
        (), title="Ansvar", description="Vem som har ansvar för området, om en källa säger det."
    )
    kallor: tuple[KallRef, ...] = Field((), title="Källor", description="Nycklar till källorna för ansvaret.")


class Kriterium(Bas):
    """A field of some kinds of records, as comparison tables and fact tables show it."""

    namn: Kortrad = Field(title="Namn", description="Rubriken i tabeller.")
    i_mening: Kortrad | None = Field(
        None, title="I en mening", description="Så nämns det inne i en mening, till exempel efter ”i fråga om”."
    )
    forklaring: Rad = Field(title="Förklaring", description="Vad som jämförs, i en mening.")
    falt: Annotated[str, Field(pattern=r"^[a-z_]+$")] = Field(title="Fält", description="Fältets namn i posterna.")
    galler: tuple[Slag, ...] = Field(title="Gäller", description="Slag av poster som har fältet.")
    vardeslag: Literal["text", "tal", "artal", "janej", "val", "vallista"] = Field(
        title="Slag av värde", description="Hur värdet visas, jämförs och sorteras."
    )
    avdelning: Literal["om", "tid", "vilka", "pengar", "arbete", "ratt", "resultat"] = Field(
        title="Avdelning", description="Gruppen av kriterier som det hör till."
    )
    ordning: Annotated[int, Field(ge=1, le=999)] = Field(title="Ordning", description="Plats i tabeller.")
    varden: tuple[Varde, ...] = Field((), title="Tillåtna värden", description="För val och vallista.")


KIND = Kind("kriterium", "kriterier", Kriterium, place=100, is_movable=False, told_apart_by=())
