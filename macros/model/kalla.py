"""A source: where a fact can be read."""

from typing import Literal

from pydantic import Field

from macros.model.base import Adress, Artal, Bas, Datum, EllerSaknas, Kortrad, Rad
from macros.model.kind import Kind


class Kalla(Bas):
    """An entry of the source register; its file stem is the key that facts cite."""

    titel: Rad = Field(title="Titel", description="Källans titel.")
    forfattare: tuple[Kortrad, ...] = Field((), title="Författare", description="Författarnas namn, om de är kända.")
    utgivare: EllerSaknas[Kortrad] = Field(title="Utgivare", description="Vem som gav ut källan.")
    slag: Literal["lag", "utredning", "rapport", "webbsida", "artikel", "presentation", "eu-dokument"] = Field(
        title="Slag", description="Vad det är för slags källa."
    )
    ar: EllerSaknas[Artal] = Field(title="År", description="Utgivningsår, eller ”uppgift saknas”.")
    arkommentar: Rad | None = Field(None, title="Om året", description="Till exempel ”omkring 2016–2017”.")
    kallas: tuple[Kortrad, ...] = Field(
        (), title="Kallas", description="Namn på lagen i löpande text, till exempel LOU. De leder till rätt lagrum."
    )
    lage: Rad | None = Field(None, title="Lagtextens lydelse", description="Vilken lydelse av lagen som är läst.")
    adress: EllerSaknas[Adress] = Field(title="Adress", description="Webbadressen, eller ”uppgift saknas”.")
    arkiv: Adress | None = Field(
        None, title="Arkivkopia", description="Adressen till en sparad kopia, om det finns en som andra kan öppna."
    )
    provad: Datum | None = Field(
        None, title="Länken prövad", description="Datum då någon senast öppnade adressen, inom citattecken."
    )
    sprak: Literal["sv", "en", "da", "nb", "nl", "fi"] = Field(title="Språk", description="Källans språk.")
    last: Literal["hel", "delvis"] = Field(title="Läst", description="Om källan är läst i sin helhet eller delvis.")
    hamtad: Datum = Field(title="Hämtad", description="Datum då källan lästes, inom citattecken.")
    kommentar: Rad | None = Field(None, title="Kommentar", description="Förbehåll som läsaren bör känna till.")


KIND = Kind(
    "kalla",
    "kallor",
    Kalla,
    place=90,
    common_page="kallor",
    is_started=True,
    told_apart_by=("titel", "adress"),
    untranslated=("titel", "forfattare", "utgivare", "kallas"),
)
