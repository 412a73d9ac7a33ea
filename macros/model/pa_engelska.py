"""The block `pa_engelska` at the end of a record: English texts by the place of the Swedish that they translate."""

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.base import Bas, Datum, FrozenMap

KEY = "pa_engelska"


class Oversatt(Bas):
    """One English text, with the mark of the Swedish text that it translates."""

    svensk: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{8}$")] = Field(
        title="Den svenska texten", description="Märket för den svenska text som är översatt, inom citattecken."
    )
    text: Annotated[str, StringConstraints(min_length=1, max_length=8000)] = Field(
        title="Text", description="Texten på engelska, skriven som samma fält på svenska."
    )


class PaEngelska(Bas):
    """When the texts were translated, and the texts by place: ”berattelse.0.text”."""

    oversatt: Datum = Field(title="Översatt", description="Datum då översättningen gjordes, inom citattecken.")
    texter: FrozenMap[str, Oversatt] = Field(
        title="Texter", description="De engelska texterna, var och en under namnet på fältet som den översätter."
    )
