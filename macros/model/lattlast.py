"""Easy-to-read text (lättläst): what it follows, and whether a reader whom it is for has tried it."""

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.base import Bas, Datum, EllerSaknas, Kalltext, Kortrad

Marke = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")]
_MARK_HELP = "Åtta tecken inom citattecken, som visar vilken vanlig text den lättlästa följer. Kontrollen säger vilka."


class Provlasning(Bas):
    """Who tried a text, and when."""

    datum: Datum = Field(title="Datum", description="Dagen då texten provlästes, inom citattecken.")
    av: Kortrad = Field(
        title="Av vem", description="Vilka som provläste, utan namn på personer, till exempel ”en läsgrupp”."
    )


class Foljer(Bas):
    """An ordinary page that an easy-to-read page follows."""

    sida: Annotated[str, StringConstraints(pattern=r"^[a-z0-9/-]+\.md$")] = Field(
        title="Sida", description="Den vanliga sidan, till exempel om-bestallargrupper/pa-en-sida.md."
    )
    marke: Marke | None = Field(
        None, title="Märke", description=f"{_MARK_HELP} Behövs inte för sidor som görs av posterna i data/."
    )


class Lattlast(Bas):
    """The easy-to-read text of a record."""

    text: Kalltext = Field(
        title="Text",
        description="En kort text med en mening på varje rad. Ange källan efter varje påstående, så här: [@bebo-hist]. "
        "På sidan står källorna sist.",
    )
    marke: Marke = Field(title="Märke", description=_MARK_HELP)
    provlast: EllerSaknas[Provlasning] = Field(
        "uppgift saknas", title="Provläst", description="När någon som behöver lättläst har provat texten, och vem."
    )
