"""A term of the glossary, with the forms in which it occurs in running text."""

from typing import Annotated, Literal

from pydantic import Field

from macros.model.base import Bas, Datum, KallRef, Kortrad, Rad
from macros.model.kind import Kind
from macros.model.names import Ref


class Begrepp(Bas):
    """A term, explained once."""

    namn: Kortrad = Field(title="Term", description="Termen i grundform, med liten bokstav om den inte är ett namn.")
    forklaring: Rad = Field(title="Förklaring", description="En eller två meningar i klarspråk.")
    bojningar: tuple[Kortrad, ...] = Field(
        (), title="Böjningar", description="Alla böjda former som förekommer i text."
    )
    synonymer: tuple[Kortrad, ...] = Field((), title="Synonymer", description="Andra ord för samma sak, som visas.")
    sokord: tuple[Kortrad, ...] = Field(
        (), title="Sökord", description="Högst tolv vardagsord eller närliggande ord som bara sökningen använder."
    )
    forkortning: Kortrad | None = Field(None, title="Förkortning", description="Till exempel ”LOU”.")
    engelska: Kortrad | None = Field(None, title="Engelska", description="Termen på engelska.")
    se_aven: tuple[Annotated[str, Ref("begrepp")], ...] = Field((), title="Se även", description="Närliggande termer.")
    kallor: tuple[KallRef, ...] = Field((), title="Källor", description="Källor till förklaringen.")
    egen_tolkning: Literal["ja"] | None = Field(
        None, title="Vår förklaring", description="Skriv ja när förklaringen är vår egen och saknar källa."
    )
    lankas: Literal["ja", "nej"] = Field(
        "ja", title="Länkas i text", description="Skriv nej för vardagliga ord som inte ska länkas i löpande text."
    )
    andrad: Datum = Field(title="Senast ändrad", description="Datum för senaste ändring, inom citattecken.")


KIND = Kind(
    "begrepp",
    "begrepp",
    Begrepp,
    place=80,
    common_page="ordlista",
    is_started=True,
    told_apart_by=(),
    untranslated=("engelska",),
    named_alike=True,
)
