"""A norm: a method, requirement specification, laying instruction, tool, handbook or concept."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Adress, Artal, Avsnitt, Fakta, JaNej, Post, Rad, Siffra
from macros.model.kind import Kind, Listing, Relation, Sheet
from macros.model.names import Ref, Val


class Norm(Post):
    """Something that buyers share and that each can use in the own operation."""

    slag: Annotated[str, Val("norm-slag")] = Field(title="Slag", description="Vad det är för slags norm.")
    omraden: tuple[Annotated[str, Val("omrade")], ...] = Field(
        title="Områden", description="Sakområden där den används."
    )
    grupper: tuple[Annotated[str, Ref("grupp")], ...] = Field(
        (), title="Grupper", description="Grupper som har tagit fram eller använder normen."
    )
    normer: tuple[Annotated[str, Ref("norm")], ...] = Field(
        (), title="Bygger på", description="Andra normer som den bygger på."
    )
    webb: Adress | None = Field(None, title="Webbsida", description="Sidan där normen beskrivs eller finns.")
    utgivare: Fakta[Rad] = Field(title="Utgivare", description="Vem som står bakom normen.")
    utgiven: Fakta[Artal] = Field(title="Utgiven", description="Året då den gavs ut eller började användas.")
    anvandning: Fakta[Rad] = Field(title="Används till", description="Vad beställaren har den till.")
    malgrupp: Fakta[Rad] = Field(title="För vem", description="Vilka den är gjord för.")
    bedomningsgrund: Fakta[Rad] = Field(title="Avgör efter", description="Vilket mått eller krav som avgör.")
    indata: Fakta[Rad] = Field(title="Det ni behöver", description="Vilka uppgifter som behövs för att använda den.")
    resultat: Fakta[Rad] = Field(title="Det ni får", description="Vad den leder till.")
    i_avtal: Fakta[JaNej] = Field(title="Skrivs in i avtal", description="Om den används som avtals- eller kravtext.")
    provad: Fakta[JaNej] = Field(title="Prövad i projekt", description="Om den är prövad i verkliga projekt.")
    fritt_tillganglig: Fakta[JaNej] = Field(title="Fritt tillgänglig", description="Om vem som helst kan hämta den.")
    siffror: tuple[Siffra, ...] = Field((), title="Siffror", description="Siffror om normen.")
    berattelse: tuple[Avsnitt, ...] = Field((), title="Berättelse", description="Normen beskriven i avsnitt.")


KIND = Kind(
    "norm",
    "normer",
    Norm,
    place=20,
    page_folder="normer",
    schema_type="CreativeWork",
    lists=(Listing("normer", ("anvandning", "utgivare")),),
    relations=(
        Relation("grupper", "grupp", "grupper"),
        Relation("anvander_normen", "projekt", "normer", back=True),
        Relation("bygger_pa", "norm", "normer"),
        Relation("grund_for", "norm", "normer", back=True),
    ),
    sheet=Sheet(
        "normblad",
        (
            "utgivare",
            "anvandning",
            "malgrupp",
            "bedomningsgrund",
            "indata",
            "resultat",
            "provad",
            "fritt_tillganglig",
        ),
    ),
    has_form=True,
    is_started=True,
    named_alike=True,
)
