"""A part of the self-assessment: one characteristic or success factor with its statements."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Bas, Datum, KallRef, Kalltext, Kortrad, Rad, Text
from macros.model.kind import Kind


class Pastaende(Bas):
    """A statement with four levels, each described by what one can see."""

    id: Annotated[str, Field(pattern=r"^[a-z]{2,4}$")] = Field(
        title="Identifierare", description="Två till fyra bokstäver, unika i hela självskattningen. Byt dem aldrig."
    )
    text: Rad = Field(title="Påstående", description="Det som bedöms, som en mening.")
    nivaer: Annotated[tuple[Rad, ...], Field(min_length=4, max_length=4)] = Field(
        title="Nivåer", description="Fyra nivåer från sämst till bäst, beskrivna med det som går att se."
    )
    sedan: Annotated[int, Field(ge=1, le=99)] = Field(
        title="Utgåva", description="Numret på den utgåva där påståendet kom med."
    )
    kallor: tuple[KallRef, ...] = Field(
        (), title="Källor", description="Nycklar till källor. Utan källa visas påståendet som vårt råd."
    )


class Skattning(Bas):
    """One of the ten parts, with what to do when it is weak."""

    namn: Kortrad = Field(title="Namn", description="Kännetecknet eller framgångsfaktorn.")
    slag: Literal["kannetecken", "framgangsfaktor"] = Field(title="Slag", description="Vad delen gäller.")
    ordning: Annotated[int, Field(ge=1, le=99)] = Field(title="Ordning", description="Plats i formuläret.")
    andrad: Datum = Field(title="Senast ändrad", description="Datum för senaste ändring i sak, inom citattecken.")
    fraga: Rad = Field(title="Fråga", description="Frågan som delen svarar på.")
    gor: Text = Field(title="Gör så här", description="Nästa steg när delen är svag, i en eller två meningar.")
    vem: Kortrad = Field(title="Vem", description="Vem som tar steget.")
    mall: Text = Field(title="Mall", description="Länk till en mall eller checklista på webbplatsen.")
    exempel: Kalltext = Field(title="Exempel", description="Länk till en grupp som visar det, med källa.")
    pastaenden: Annotated[tuple[Pastaende, ...], Field(min_length=2, max_length=3)] = Field(
        title="Påståenden", description="Två eller tre påståenden."
    )


KIND = Kind("skattning", "sjalvskattning", Skattning, place=120, is_movable=False)
