"""A form in which buyers cooperate or procure, with its legal basis and who is bound by what."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Avsnitt, Fakta, JaNej, Post, Rad
from macros.model.kind import Kind, Listing, Relation


class Samverkansform(Post):
    """One form, compared with the others."""

    ordning: Annotated[int, Field(ge=1, le=99)] = Field(title="Ordning", description="Plats i listor och tabeller.")
    skala: Annotated[int, Field(ge=1, le=3)] | None = Field(
        None, title="Plats på skalan", description="1–3 för de tre former som skalan i figuren visar."
    )
    gemensamt: Fakta[Rad] = Field(title="Görs tillsammans", description="Vad deltagarna gör tillsammans.")
    bindning: Fakta[Rad] = Field(title="Så binds man", description="Hur och när deltagarna binds.")
    vem_binds: Fakta[Rad] = Field(title="Vem binds", description="Vem som är bunden och av vad.")
    rattslig_grund: Fakta[Rad] = Field(title="Rättslig grund", description="Lagrum, med lagens namn.")
    upphandlingsforfarande: Fakta[JaNej] = Field(
        title="Regleras i LOU", description="Om lagen om offentlig upphandling reglerar formen."
    )
    kop: Fakta[JaNej] = Field(title="Leder till köp", description="Om formen i sig leder till ett köp.")
    varaktig: Fakta[JaNej] = Field(title="Varaktig", description="Om formen är varaktig och inte gäller ett enda köp.")
    leverantorer: Fakta[Rad] = Field(title="Leverantörernas roll", description="Hur leverantörer kommer in.")
    ger: Fakta[Rad] = Field(title="Det ni får", description="Vad formen ger deltagarna.")
    passar: Fakta[Rad] = Field(title="Passar när", description="När formen passar (ofta vår tolkning).")
    berattelse: tuple[Avsnitt, ...] = Field((), title="Beskrivning", description="Formen beskriven i avsnitt.")


KIND = Kind(
    "samverkansform",
    "samverkansformer",
    Samverkansform,
    place=40,
    page_folder="samverkansformer",
    schema_type="DefinedTerm",
    lists=(Listing("samverkansformer", ("bindning", "kop")),),
    relations=(Relation("anvander_formen", "projekt", "samverkansformer", back=True),),
)
