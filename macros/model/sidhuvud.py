"""The front matter of a page of guidance in `docs/`."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Bas, Datum, EllerSaknas, Kortrad, Sammanfattning
from macros.model.lattlast import Foljer, Provlasning


class Sidhuvud(Bas):
    """What stands between the two lines `---` at the top of a page."""

    title: Kortrad = Field(title="Rubrik", description="Sidans rubrik. Den ritas överst på sidan.")
    sammanfattning: Sammanfattning = Field(
        title="Sammanfattning", description="En mening på 20–220 tecken som svarar på sidans fråga."
    )
    malgrupp: Annotated[tuple[Kortrad, ...], Field(min_length=1, max_length=3)] = Field(
        title="För vem", description="Ett till tre korta ord: vilka sidan är skriven för."
    )
    andrad: Datum = Field(title="Senast ändrad", description="Datum för senaste ändring i sak, inom citattecken.")
    granskad: Datum = Field(title="Senast granskad", description="Datum då någon senast prövade innehållet.")
    sokord: tuple[Kortrad, ...] = Field(
        (),
        title="Sökord",
        description="Högst tolv ord som läsare söker på men som inte står i texten.",
    )
    steg: Kortrad | None = Field(
        None,
        title="Steget",
        description="Bara för sidor som är steg i att bilda en grupp: vad ni gör i steget, i några ord utan punkt.",
    )
    sprak: Literal["sv", "en"] | None = Field(None, title="Språk", description="Skriv en när sidan är på engelska.")
    oversattning_av: Annotated[str, Field(pattern=r"^[a-z0-9/-]+\.md$")] | None = Field(
        None,
        title="Översättning av",
        description="Bara för sidor i docs/en/: filen som sidan översätter, till exempel ”om/kontakt.md”.",
    )
    oversatt: Datum | None = Field(None, title="Översatt", description="Datum då översättningen gjordes.")
    svenska_delar: tuple[Annotated[str, Field(pattern=r"^[0-9a-f]{8}$")], ...] = Field(
        (),
        title="Översatta delar",
        description="Ett märke för varje svenskt avsnitt. Skrivs av kunskapsbank oversattningar --markera.",
    )
    lattlast: Literal["ja"] | None = Field(None, title="Lättläst", description="Skriv ja när sidan är lättläst.")
    foljer: tuple[Foljer, ...] = Field(
        (),
        title="Följer",
        description="Bara för lättlästa sidor: de vanliga sidor som sidan följer, den närmaste först.",
    )
    provlast: EllerSaknas[Provlasning] = Field(
        "uppgift saknas",
        title="Provläst",
        description="Bara för lättlästa sidor: när någon som behöver lättläst har provat sidan, och vem.",
    )
    skript: Literal["valj-form", "sjalvskattning", "totalmetoden", "kostnader", "redigera"] | None = Field(
        None, title="Skript", description="Bara för sidor som visar ett verktyg: verktygets namn, som i makrot."
    )
    template: Literal["sok.html", "hem.html"] | None = Field(
        None, title="Mall", description="Bara för sidor med egen mall i overrides/, som startsidan och söksidan."
    )
