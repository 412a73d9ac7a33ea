"""Building blocks of every kind of record: facts with sources, text, dates, references.

A fact (`Uppgift`) is a value with its source keys and, where it matters, the year it speaks of.
A field that holds facts (`Fakta[...]`) accepts one fact, several facts (for different years), or one
of two words: *uppgift saknas* (unknown) and *ej tillämpligt* (not applicable).

References to other records and choices among allowed values are in `macros.model.names`, the rules of how text is
written in `macros.model.text_rules`.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Any, Generic, Literal, TypeVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Discriminator,
    Field,
    PlainSerializer,
    StringConstraints,
    Tag,
    field_validator,
)
from pydantic_core import PydanticCustomError
from typing_extensions import TypeAliasType

from macros.model.names import Ref
from macros.model.text_rules import (
    A_CITATION,
    ADDRESS_SIGNS,
    DATE_SHAPE,
    ONE_LINE,
    ONLY_ALLOWED,
    REAL_DATE,
    WEB_ADDRESS,
    check_address,
    check_characters,
    check_citations,
    check_date,
    check_single_line,
    require_citation,
)

UNKNOWN = "uppgift saknas"
NOT_APPLICABLE = "ej tillämpligt"
# Steps that pydantic adds to the place of an error when a field accepts several shapes.
UNION_TAGS = frozenset({"uppgift", "flera", "ord", "annat"})
Identifierare = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
Rad = Annotated[
    str,
    StringConstraints(min_length=1, max_length=400),
    AfterValidator(check_characters),
    AfterValidator(check_single_line),
    Field(json_schema_extra={"allOf": [ONLY_ALLOWED, ONE_LINE]}),
]
Kortrad = Annotated[
    str,
    StringConstraints(min_length=1, max_length=120),
    AfterValidator(check_characters),
    AfterValidator(check_single_line),
    Field(json_schema_extra={"allOf": [ONLY_ALLOWED, ONE_LINE]}),
]
Sammanfattning = Annotated[
    str,
    StringConstraints(min_length=20, max_length=220),
    AfterValidator(check_characters),
    AfterValidator(check_single_line),
    Field(json_schema_extra={"allOf": [ONLY_ALLOWED, ONE_LINE]}),
]
Text = Annotated[
    str,
    StringConstraints(min_length=1, max_length=8000),
    AfterValidator(check_characters),
    AfterValidator(check_citations),
    Field(json_schema_extra={"format": "markdown", "allOf": [ONLY_ALLOWED]}),
]
Kalltext = Annotated[
    Text,
    AfterValidator(require_citation),
    Field(json_schema_extra={"format": "markdown", "allOf": [ONLY_ALLOWED, A_CITATION]}),
]
Datum = Annotated[
    str,
    StringConstraints(pattern=DATE_SHAPE),
    AfterValidator(check_date),
    Field(json_schema_extra={"pattern": REAL_DATE}),
]
Artal = Annotated[int, Field(ge=1800, le=2100)]
Avser = Annotated[str, StringConstraints(pattern=r"^\d{4}(–\d{4})?$")]
Tal = Annotated[float, Field(ge=-1e15, le=1e15)]
Adress = Annotated[
    str,
    StringConstraints(max_length=500),
    AfterValidator(check_address),
    Field(
        json_schema_extra={
            "allOf": [{"pattern": WEB_ADDRESS.pattern}, {"not": {"pattern": ADDRESS_SIGNS.pattern}}, ONLY_ALLOWED]
        }
    ),
]
JaNej = Literal["ja", "nej"]
KallRef = Annotated[str, Ref("kalla")]
Plats = Annotated[
    str,
    StringConstraints(min_length=1, max_length=80, pattern=r"^[^\[\];@]+$"),
    AfterValidator(check_characters),
    AfterValidator(check_single_line),
    Field(json_schema_extra={"allOf": [ONLY_ALLOWED, ONE_LINE]}),
]
_PLACE_HELP = "Var i källan uppgiften står, till exempel ”s. 12” eller ”avsnitt 3.2”. Gäller den första källan."
Kallor = Annotated[tuple[KallRef, ...], Field(min_length=1)]

K = TypeVar("K")
T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V")


def _frozen(value: Mapping[K, V]) -> Mapping[K, V]:
    return MappingProxyType(dict(value))


class Bas(BaseModel):
    """Every part of a record: unknown keys are refused and nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)


class Uppgift(Bas, Generic[T]):
    """One fact: a value, where it comes from, and the year it speaks of."""

    varde: T = Field(title="Värde", description="Själva uppgiften.")
    kallor: Kallor = Field(title="Källor", description="Nycklar till källorna i data/kallor/, minst en.")
    plats: Plats | None = Field(None, title="Ställe i källan", description=_PLACE_HELP)
    avser: Avser | None = Field(
        None, title="Avser", description="Året som uppgiften gäller, till exempel ”2011” eller ”2011–2012”."
    )
    kommentar: Rad | None = Field(None, title="Kommentar", description="Kort förklaring som visas vid uppgiften.")
    egen_tolkning: Literal["ja"] | None = Field(
        None, title="Vår tolkning", description="Skriv ja om värdet är vår egen läsning eller beräkning."
    )

    @field_validator("varde", mode="before")
    @classmethod
    def _is_known(cls, value: object) -> object:
        """Refuses the words for an unknown value, which stand instead of a fact and have no source."""
        if value in (UNKNOWN, NOT_APPLICABLE):
            raise PydanticCustomError("okand_med_kalla", "okänd med källa")
        return value


def _shape(value: object) -> str:
    if isinstance(value, Mapping | Uppgift):
        return "uppgift"
    return "flera" if isinstance(value, tuple | list) else "ord"


Fakta = TypeAliasType(
    "Fakta",
    Annotated[
        Annotated[Uppgift[U], Tag("uppgift")]
        | Annotated[tuple[Uppgift[U], ...], Field(min_length=1), Tag("flera")]
        | Annotated[Literal["uppgift saknas", "ej tillämpligt"], Tag("ord")],
        Discriminator(_shape),
    ],
    type_params=(U,),
)

EllerSaknas = TypeAliasType(
    "EllerSaknas",
    Annotated[
        Annotated[U, Tag("annat")] | Annotated[Literal["uppgift saknas"], Tag("ord")],
        Discriminator(lambda value: "ord" if value == UNKNOWN else "annat"),
    ],
    type_params=(U,),
)

FrozenMap = TypeAliasType(
    "FrozenMap",
    Annotated[
        Mapping[K, V],
        AfterValidator(_frozen),
        PlainSerializer(dict),
    ],
    type_params=(K, V),
)


def facts(value: object) -> tuple[Uppgift[Any], ...]:
    """The facts in a field of type `Fakta`: none when it is unknown, not applicable or no such field."""
    candidates = value if isinstance(value, tuple) else (value,)
    return tuple(fact for fact in candidates if isinstance(fact, Uppgift))


class Avsnitt(Bas):
    """A part of a record's story: a heading and text with its sources cited in it."""

    rubrik: Kortrad = Field(title="Rubrik", description="Rubriken över stycket.")
    text: Kalltext = Field(
        title="Text", description="Ett eller flera stycken. Ange källan efter varje påstående, så här: [@bebo-hist]."
    )


class Siffra(Bas):
    """A measured or stated figure with its unit."""

    namn: Kortrad = Field(title="Vad siffran visar", description="Till exempel ”Elanvändning före bytet”.")
    varde: Tal = Field(title="Värde", description="Talet, med punkt som decimaltecken.")
    till: Tal | None = Field(None, title="Till", description="Övre gränsen när siffran är ett spann.")
    forled: Literal["upp till", "omkring", "minst", "mer än", "nästan"] | None = Field(
        None, title="Förled", description="Ord framför talet när källan inte är exakt."
    )
    enhet: Kortrad = Field(title="Enhet", description="Till exempel ”kWh per år”, ”procent” eller ”kronor”.")
    avser: Avser | None = Field(None, title="Avser", description="Året som siffran gäller.")
    kallor: Kallor = Field(title="Källor", description="Nycklar till källorna, minst en.")
    plats: Plats | None = Field(None, title="Ställe i källan", description=_PLACE_HELP)
    kommentar: Rad | None = Field(None, title="Kommentar", description="Kort förklaring.")
    egen_tolkning: Literal["ja"] | None = Field(None, title="Vår beräkning", description="Skriv ja om vi har räknat.")
    figur: (
        Literal["ansvarstid", "fore-och-efter", "besparing", "mal-och-utfall", "priset", "avgift", "kansli"] | None
    ) = Field(None, title="Ritas i figuren", description="Figuren som siffran ritas i, om den ritas i någon.")
    roll: (
        Literal["uppmätt", "uppgett", "möjligt", "mål", "utfall", "före", "efter", "fast", "per invånare", "tak"] | None
    ) = Field(None, title="Roll i figuren", description="Vad siffran är i figuren, till exempel mål eller utfall.")


class Handelse(Bas):
    """A dated event, drawn in the timeline."""

    ar: Artal = Field(title="År", description="Året då det hände.")
    text: Rad = Field(title="Händelse", description="Vad som hände, i en kort mening.")
    kallor: Kallor = Field(title="Källor", description="Nycklar till källorna, minst en.")


class Post(Bas):
    """What every record with a page of its own has."""

    namn: Kortrad = Field(title="Namn", description="Namnet som läsaren möter.")
    sammanfattning: Sammanfattning = Field(
        title="Sammanfattning", description="En mening på 20–220 tecken som säger det viktigaste."
    )
    sokord: tuple[Kortrad, ...] = Field(
        (),
        title="Sökord",
        description="Högst tolv ord som läsare söker på men som inte står i texten.",
    )
    andrad: Datum = Field(title="Senast ändrad", description="Datum för senaste ändring i sak, inom citattecken.")
    granskad: Datum = Field(title="Senast granskad", description="Datum då någon senast prövade alla uppgifter.")
