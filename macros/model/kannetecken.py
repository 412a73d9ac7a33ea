"""One of the five characteristics of a beställargrupp."""

from typing import Annotated

from pydantic import Field

from macros.model.base import Kalltext, Post, Rad
from macros.model.kind import Kind


class Kannetecken(Post):
    """A characteristic; the evidence for each group stands in the group's own record."""

    ordning: Annotated[int, Field(ge=1, le=99)] = Field(title="Ordning", description="Plats i listor och tabeller.")
    forklaring: Kalltext = Field(title="Förklaring", description="Vad kännetecknet betyder, med källor.")
    fraga: Rad = Field(title="Fråga", description="Frågan som ni kan ställa om er egen grupp.")


KIND = Kind("kannetecken", "kannetecken", Kannetecken, place=60, judged_in="kannetecken")
