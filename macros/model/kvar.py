"""What stays where a record or a page was: where it went, or why it was taken back."""

from typing import Annotated

from pydantic import Field, StringConstraints

from macros.model.base import Bas, Datum, Rad

MOVED_KEY = "flyttad_till"
WITHDRAWN_KEY = "aterkallad"


class Aterkallad(Bas):
    """A record or page that was wrong: all that is left of it is the day and the reason."""

    aterkallad: Datum = Field(title="Återkallad", description="Datum då uppgiften togs bort, inom citattecken.")
    skal: Annotated[Rad, StringConstraints(min_length=10)] = Field(
        title="Skäl", description="Varför den togs bort, i en mening som läsaren förstår."
    )


class FlyttadSida(Bas):
    """A page of guidance that has another address now."""

    flyttad_till: Annotated[str, StringConstraints(pattern=r"^/[a-z0-9-]+(/[a-z0-9-]+)*\.md$")] = Field(
        title="Flyttad till", description="Sidans nya adress, till exempel /bilda-en-grupp/juridik.md."
    )
