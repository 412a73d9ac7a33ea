"""A success factor: why it matters, how to get it, signs that it works and that it fails."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Bas, Kalltext, Kortrad, Post, Rad, Text
from macros.model.kind import Kind, Listing, Relation


class Del(Bas):
    """A part of a success factor."""

    namn: Kortrad = Field(title="Namn", description="Delens namn.")
    text: Text = Field(title="Text", description="Vad delen innebär.")


class Framgangsfaktor(Post):
    """One of the five factors of the founding text; the advice and the signs are the knowledge base's own."""

    ordning: Annotated[int, Field(ge=1, le=99)] = Field(title="Ordning", description="Plats i listor och tabeller.")
    underlag: Kalltext = Field(
        title="Det här säger källorna", description="Vad källan skriver om faktorn och vad andra källor visar."
    )
    varfor: Text = Field(title="Varför", description="Varför faktorn spelar roll (våra råd).")
    hur: tuple[Rad, ...] = Field(title="Så gör ni", description="Konkreta råd, ett per rad.")
    tecken_bra: tuple[Rad, ...] = Field(title="Tecken på att det fungerar", description="Ett tecken per rad.")
    tecken_daliga: tuple[Rad, ...] = Field(title="Tecken på att det brister", description="Ett tecken per rad.")
    delar: tuple[Del, ...] = Field((), title="Delar", description="Faktorns delar, när den har flera.")


KIND = Kind(
    "framgangsfaktor",
    "framgangsfaktorer",
    Framgangsfaktor,
    place=70,
    page_folder="framgangsfaktorer",
    template="framgangsfaktor",
    lists=(Listing("framgangsfaktorer"),),
    relations=(
        Relation("grupper_faktor", "grupp", "framgangsfaktorer", back=True),
        Relation("visar_faktorn", "projekt", "framgangsfaktorer", back=True),
    ),
    judged_in="framgangsfaktorer",
    has_footnotes=True,
)
