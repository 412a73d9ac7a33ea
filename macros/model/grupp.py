"""A group or network of buyers, in Sweden or abroad, and the contrasts it is compared with."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import (
    Adress,
    Artal,
    Avser,
    Avsnitt,
    Bas,
    Fakta,
    FrozenMap,
    Handelse,
    JaNej,
    Kallor,
    Kortrad,
    Post,
    Rad,
    Siffra,
    Tal,
)
from macros.model.kind import Kind, Listing, Relation, Sheet
from macros.model.lattlast import Lattlast
from macros.model.names import Ref, Val


class Medlemslista(Bas):
    """The members named by a source, in the year it speaks of."""

    avser: Avser = Field(title="Avser", description="Året som listan gäller.")
    namn: tuple[Kortrad, ...] = Field(title="Medlemmar", description="Medlemmarnas namn som källan skriver dem.")
    knutna: tuple[Kortrad, ...] = Field(
        (), title="Knutna", description="Andra som källan nämner som knutna till gruppen."
    )
    kallor: Kallor = Field(title="Källor", description="Nycklar till källorna, minst en.")


class Gruppavsnitt(Avsnitt):
    """A part of a group's story; what is long past is folded at the end of the page."""

    historia: Literal["ja"] | None = Field(
        None, title="Historia", description="Skriv ja om stycket handlar om det som är länge sedan."
    )


class Grupp(Post):
    """A beställargrupp, another network of buyers, or a contrast."""

    fullt_namn: Kortrad | None = Field(None, title="Fullt namn", description="Det utskrivna namnet när namnet är kort.")
    slag: Annotated[str, Val("grupp-slag")] = Field(title="Slag", description="Vad det är för slags samverkan.")
    land: Annotated[str, Val("land")] = Field(title="Land", description="Landet, eller eu/europa/internationellt.")
    omraden: tuple[Annotated[str, Val("omrade")], ...] = Field(
        title="Områden", description="Sakområden som gruppen arbetar med."
    )
    webb: Adress | None = Field(None, title="Webbplats", description="Gruppens egen webbplats.")
    bildad: Fakta[Artal] = Field(title="Bildad", description="Året då gruppen bildades eller startade.")
    avslutad: Fakta[Artal] = Field(title="Avslutad", description="Året då den upphörde. Ej tillämpligt om den lever.")
    verksam: Fakta[JaNej] = Field(title="Verksam i dag", description="Ja eller nej, bara om en källa visar det.")
    initiativ: Fakta[Rad] = Field(title="Initiativ", description="Vem som tog initiativet.")
    huvudman: Fakta[Rad] = Field(title="Huvudman", description="Vem som står bakom gruppen.")
    samordning: Fakta[Rad] = Field(title="Håller ihop", description="Vem som samordnar arbetet.")
    syfte: Fakta[Rad] = Field(title="Syfte", description="Vad gruppen är till för.")
    medlemskrets: Fakta[Rad] = Field(title="Medlemskrets", description="Vilka som kan vara med.")
    antal_medlemmar: Fakta[Tal] = Field(title="Antal medlemmar", description="Antal, med året som det gäller.")
    privata_medlemmar: Fakta[JaNej] = Field(title="Privata medlemmar", description="Om privata beställare är med.")
    leverantorer_medlemmar: Fakta[JaNej] = Field(
        title="Leverantörer som medlemmar", description="Om leverantörer är medlemmar."
    )
    finansiering: Fakta[tuple[Annotated[str, Val("finansiering")], ...]] = Field(
        title="Finansiering", description="Var pengarna kommer ifrån."
    )
    avgift: Fakta[Rad] = Field(title="Avgift", description="Vad det kostar att vara med.")
    bindning: Fakta[Annotated[str, Val("bindning")]] = Field(title="Bindning", description="Hur medlemmarna binds.")
    arbetsformer: Fakta[tuple[Annotated[str, Val("arbetsform")], ...]] = Field(
        title="Arbetsformer", description="Hur gruppen arbetar."
    )
    utvarderad: Fakta[JaNej] = Field(title="Utvärderad", description="Om en utvärdering är dokumenterad.")
    medlemmar: tuple[Medlemslista, ...] = Field((), title="Medlemmar", description="Namngivna medlemmar, med år.")
    siffror: tuple[Siffra, ...] = Field((), title="Siffror", description="Andra siffror om gruppen.")
    kannetecken: FrozenMap[Annotated[str, Ref("kannetecken")], Fakta[JaNej]] = Field(
        default_factory=dict,
        title="Kännetecken",
        description="Vilka av de fem kännetecknen som gruppen har, med belägg i kommentaren.",
        validate_default=True,
    )
    framgangsfaktorer: FrozenMap[Annotated[str, Ref("framgangsfaktor")], Fakta[JaNej]] = Field(
        default_factory=dict,
        title="Framgångsfaktorer",
        description="Vilka framgångsfaktorer som syns hos gruppen, med belägg i kommentaren.",
        validate_default=True,
    )
    handelser: tuple[Handelse, ...] = Field((), title="Händelser", description="Milstolpar till tidslinjen.")
    berattelse: tuple[Gruppavsnitt, ...] = Field((), title="Berättelse", description="Gruppen beskriven i avsnitt.")
    lattlast: Lattlast | None = Field(
        None, title="Lättläst", description="Det viktigaste om gruppen i en kort och lätt text."
    )


# Other ways to work together, which groups are compared with.
CONTRASTS = frozenset(
    {
        "inkopscentral",
        "forskningsprogram",
        "utvecklingssamarbete",
        "branschsamverkan",
        "inkopsforening",
        "kommunnatverk",
    }
)


def is_swedish(group: Post) -> bool:
    """Whether a group works in Sweden."""
    return isinstance(group, Grupp) and group.land == "sverige"


def is_abroad(group: Post) -> bool:
    """Whether a group works in another country or several."""
    return not is_swedish(group)


KIND = Kind(
    "grupp",
    "grupper",
    Grupp,
    place=10,
    page_folder="grupper",
    template="grupp",
    schema_type="Organization",
    lists=(
        Listing("grupper", ("bildad", "finansiering", "bindning"), is_swedish),
        Listing("utomlands", ("land", "finansiering", "bindning"), is_abroad, "utomlands"),
    ),
    relations=(
        Relation("projekt_fran_grupp", "projekt", "grupper", back=True),
        Relation("normer", "norm", "grupper", back=True),
        Relation("faktorer", "framgangsfaktor", "framgangsfaktorer"),
    ),
    key_facts=(
        "slag",
        "omraden",
        "land",
        "bildad",
        "avslutad",
        "verksam",
        "antal_medlemmar",
        "finansiering",
        "avgift",
        "bindning",
    ),
    sheet=Sheet(
        "gruppblad",
        (
            "verksam",
            "avslutad",
            "bildad",
            "initiativ",
            "huvudman",
            "syfte",
            "medlemskrets",
            "antal_medlemmar",
            "finansiering",
            "bindning",
            "arbetsformer",
        ),
    ),
    easy_list="vilka-finns",
    has_form=True,
    is_started=True,
    named_alike=True,
)
