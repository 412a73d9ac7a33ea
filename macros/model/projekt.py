"""An example: a project with its problem, what was done, the result and what others can use it for."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Artal, Avsnitt, Fakta, Handelse, JaNej, Kalltext, Post, Rad, Siffra, Text
from macros.model.kind import Kind, Listing, Relation, Sheet
from macros.model.lattlast import Lattlast
from macros.model.names import Ref, Val


class Projekt(Post):
    """A project that readers can learn from."""

    grupper: tuple[Annotated[str, Ref("grupp")], ...] = Field(
        (), title="Grupper", description="Grupper som gjorde projektet."
    )
    normer: tuple[Annotated[str, Ref("norm")], ...] = Field(
        (), title="Normer", description="Normer som användes eller togs fram."
    )
    samverkansformer: tuple[Annotated[str, Ref("samverkansform")], ...] = Field(
        (), title="Samverkansformer", description="Former som projektet använde, till exempel teknikupphandling."
    )
    framgangsfaktorer: tuple[Annotated[str, Ref("framgangsfaktor")], ...] = Field(
        (), title="Framgångsfaktorer", description="Framgångsfaktorer som projektet visar."
    )
    omraden: tuple[Annotated[str, Val("omrade")], ...] = Field(title="Områden", description="Sakområden.")
    metod: Fakta[tuple[Annotated[str, Val("projektmetod")], ...]] = Field(
        title="Metod", description="Hur projektet arbetade."
    )
    start: Fakta[Artal] = Field(title="Start", description="Året då det började.")
    slut: Fakta[Artal] = Field(title="Slut", description="Året då det slutade.")
    deltagare: Fakta[Rad] = Field(title="Deltagare", description="Vilka som var med.")
    finansiering: Fakta[Rad] = Field(title="Finansiering", description="Vem som betalade.")
    uppmatt: Fakta[JaNej] = Field(title="Resultatet är mätt", description="Om resultatet bygger på mätning.")
    ny_losning: Fakta[JaNej] = Field(title="Ny lösning på marknaden", description="Om projektet gav en ny produkt.")
    problem: Kalltext = Field(title="Problem", description="Vad som var svårt, med källor.")
    gjort: Kalltext = Field(title="Det här gjordes", description="Vad som gjordes, med källor.")
    resultat: Kalltext = Field(title="Resultat", description="Vad det gav, med källor.")
    nytta: Text = Field(title="Det här kan ni använda", description="Vad en beställare kan ha det till (våra råd).")
    siffror: tuple[Siffra, ...] = Field((), title="Siffror", description="Resultat i siffror.")
    handelser: tuple[Handelse, ...] = Field((), title="Händelser", description="Milstolpar i projektet.")
    berattelse: tuple[Avsnitt, ...] = Field((), title="Mer om projektet", description="Fler avsnitt vid behov.")
    lattlast: Lattlast | None = Field(
        None, title="Lättläst", description="Det viktigaste om exemplet i en kort och lätt text."
    )


KIND = Kind(
    "projekt",
    "projekt",
    Projekt,
    place=30,
    page_folder="exempel",
    template="projekt",
    lists=(Listing("exempel", ("metod", "start", "uppmatt")),),
    relations=(
        Relation("grupper", "grupp", "grupper"),
        Relation("normer", "norm", "normer"),
        Relation("formen", "samverkansform", "samverkansformer"),
        Relation("faktorer", "framgangsfaktor", "framgangsfaktorer"),
    ),
    sheet=Sheet(
        "exempelblad",
        ("metod", "start", "slut", "deltagare", "finansiering", "uppmatt"),
        answers=("problem", "gjort", "resultat"),
        box="nytta",
    ),
    easy_list="exempel",
    has_form=True,
    is_started=True,
    has_footnotes=True,
)
