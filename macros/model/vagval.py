"""A decision guide: questions, ordered rules, outcomes, and what rules a form of cooperation out."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from macros.model.base import (
    Bas,
    Datum,
    FrozenMap,
    Identifierare,
    KallRef,
    Kalltext,
    Kortrad,
    Rad,
    Sammanfattning,
    Text,
)
from macros.model.kind import Kind
from macros.model.names import Ref

Villkor = FrozenMap[Identifierare, Annotated[tuple[Identifierare, ...], Field(min_length=1)]]
FormRef = Annotated[str, Ref("samverkansform")]


class Svarsval(Bas):
    """One of the answers to a question."""

    id: Identifierare = Field(title="Identifierare", description="Står i adressen, till exempel ”vet-inte”.")
    text: Kortrad = Field(title="Text", description="Svaret som läsaren väljer.")


class Fraga(Bas):
    """A question with its answers, and when it is asked."""

    id: Identifierare = Field(title="Identifierare", description="Frågans namn i adressen. Byt det aldrig.")
    fraga: Kortrad = Field(title="Fråga", description="Hela frågan.")
    kort: Kortrad = Field(title="Kort", description="Frågan i några ord, för beslutsträdet.")
    hjalp: Rad | None = Field(None, title="Hjälp", description="En kort mening utan länk.")
    varfor: Rad = Field(title="Varför vi frågar", description="Vad svaret avgör.")
    svar: Annotated[tuple[Svarsval, ...], Field(min_length=2)] = Field(title="Svar", description="Svaren i ordning.")
    visas_om: tuple[Villkor, ...] = Field(
        (), title="Visas om", description="Frågan ställs om något av villkoren stämmer. Utelämnas om den alltid ställs."
    )


class Regel(Bas):
    """A rule: the first whose condition holds decides the outcome."""

    id: Identifierare = Field(title="Identifierare", description="Regelns namn.")
    om: Villkor = Field(title="Om", description="Frågor med de svar som regeln kräver. Tom regel gäller alltid.")
    utfall: Identifierare = Field(title="Utfall", description="Namnet på ett utfall i samma fil.")
    motivering: Rad = Field(title="Motivering", description="Varför regeln leder till utfallet, i en mening.")
    kallor: tuple[KallRef, ...] = Field(
        (), title="Källor", description="Nycklar till källor. Utan källa visas regeln som vårt råd."
    )


class Uteslutning(Bas):
    """Why a form of cooperation does not fit, given some answers."""

    form: FormRef = Field(title="Form", description="Samverkansformen som inte passar.")
    om: Villkor = Field(title="Om", description="Frågor med de svar som utesluter formen.")
    darfor: Rad = Field(title="Därför", description="Skälet, i en mening.")


class Utfall(Bas):
    """What the guide recommends."""

    id: Identifierare = Field(title="Identifierare", description="Utfallets namn.")
    namn: Kortrad = Field(title="Namn", description="Rubriken, till exempel ”Bilda en beställargrupp”.")
    former: tuple[FormRef, ...] = Field((), title="Former", description="Formerna som rekommenderas.")
    andra: tuple[FormRef, ...] = Field((), title="Näst bäst", description="Former som också kan passa.")
    text: Text = Field(title="Text", description="Vad utfallet betyder, med källor där det finns.")
    lagrum: Kalltext = Field("", title="Lagrum", description="De paragrafer som styr, med källa.")
    forsta_steg: Text = Field(title="Första steget", description="Vad ni gör först, med länk till en checklista.")


class Vagval(Bas):
    """A decision guide with everything it needs."""

    namn: Kortrad = Field(title="Namn", description="Guidens fråga.")
    sammanfattning: Sammanfattning = Field(title="Sammanfattning", description="Vad guiden svarar på, i en mening.")
    andrad: Datum = Field(title="Senast ändrad", description="Datum för senaste ändring i sak, inom citattecken.")
    granskad: Datum = Field(title="Senast granskad", description="Datum då någon senast prövade reglerna.")
    fragor: Annotated[tuple[Fraga, ...], Field(min_length=1, max_length=10)] = Field(
        title="Frågor", description="Frågorna i den ordning de ställs."
    )
    regler: Annotated[tuple[Regel, ...], Field(min_length=1)] = Field(
        title="Regler", description="Reglerna i ordning. Den första som stämmer avgör."
    )
    uteslutningar: tuple[Uteslutning, ...] = Field((), title="Uteslutningar", description="Vad som talar emot en form.")
    utfall: Annotated[tuple[Utfall, ...], Field(min_length=1)] = Field(title="Utfall", description="Alla utfall.")

    def question(self, identifier: str) -> Fraga:
        """The question with an identifier. Raises KeyError."""
        return {question.id: question for question in self.fragor}[identifier]

    def outcome(self, identifier: str) -> Utfall:
        """The outcome with an identifier. Raises KeyError."""
        return {outcome.id: outcome for outcome in self.utfall}[identifier]


Answers = Mapping[str, str]


KIND = Kind("vagval", "vagval", Vagval, place=110, is_movable=False)
