"""Turns pydantic's errors into sentences for contributors: what is wrong, and what is right."""

from collections.abc import Callable, Mapping
from typing import Any

from macros.loading.text import named
from macros.model.names import nearest

KIND_NAMES = {
    "grupp": ("ingen grupp", "data/grupper/"),
    "norm": ("ingen norm", "data/normer/"),
    "projekt": ("inget exempel", "data/projekt/"),
    "samverkansform": ("ingen samverkansform", "data/samverkansformer/"),
    "framgangsfaktor": ("ingen framgångsfaktor", "data/framgangsfaktorer/"),
    "kannetecken": ("inget kännetecken", "data/kannetecken/"),
    "begrepp": ("inget begrepp", "data/begrepp/"),
    "kalla": ("ingen källa", "data/kallor/"),
    "kriterium": ("inget kriterium", "data/kriterier/"),
    "vagval": ("inget vägval", "data/vagval/"),
    "skattning": ("ingen del av självskattningen", "data/sjalvskattning/"),
}
PATTERN_HINTS = {
    r"^\d{4}-\d{2}-\d{2}$": 'Skriv datumet som "ÅÅÅÅ-MM-DD", inom citattecken.',
    r"^\d{4}(–\d{4})?$": 'Skriv ett år, "2011", eller ett spann med tankstreck, "2011–2012", inom citattecken.',
    r"^/[a-z0-9-]+(/[a-z0-9-]+)*\.md$": "Skriv sidans adress så här: /bilda-en-grupp/juridik.md.",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Använd bara a–z, 0–9 och bindestreck.",
    r"^[^\[\];@]+$": "Skriv bara stället, till exempel ”s. 12”, utan hakparenteser, semikolon och @.",
    r"^[a-z_]+$": "Använd bara a–z och understreck.",
}

UNKNOWN_HINT = " Är uppgiften okänd skriver ni ”uppgift saknas”."

Message = tuple[str, str]


def _listing(values: tuple[str, ...]) -> str:
    return ", ".join(sorted(values)) if values else "inga"


def _did_you_mean(match: str) -> str:
    return f"Menade du ”{match}”? " if match else ""


def _unknown_reference(error: Mapping[str, Any]) -> Message:
    context = error["ctx"]
    name, folder = KIND_NAMES[context["slag"]]
    if context["flyttad"] or context["aterkallad"]:
        return gone(f"Posten {folder}{context['varde']}.yml", context["flyttad"])
    if len(str(context["varde"]).split()) > 1:
        return f"Mellan namnen ”{context['varde']}” saknas komma.", "Skriv så här: [ett-namn, ett-annat]."
    hint = f"{_did_you_mean(context['narmast'])}Namnet ska vara en fil i {folder} utan ”.yml”."
    return f"Det finns {name} som heter ”{context['varde']}”.", hint


def gone(what: str, moved_to: str) -> Message:
    """What is said of a reference to a record or page that has moved, or, with no new name, that was taken back."""
    if moved_to:
        return f"{what} heter nu ”{moved_to}”.", f"Skriv ”{moved_to}”."
    return f"{what} är återkallad.", "Ta bort hänvisningen, eller hänvisa till något annat."


def _unknown_choice(error: Mapping[str, Any]) -> Message:
    context = error["ctx"]
    hint = f"{_did_you_mean(context['narmast'])}Tillåtna värden: {_listing(context['tillatna'])}."
    return f"Värdet ”{context['varde']}” är inte tillåtet.", hint


def _literal(error: Mapping[str, Any]) -> Message:
    allowed = tuple(part.strip().strip("'") for part in error["ctx"]["expected"].replace(" or ", ", ").split(","))
    if "uppgift saknas" in allowed and "ej tillämpligt" in allowed:
        hint = "Skriv en uppgift med ”varde:” och ”kallor:”, eller orden ”uppgift saknas” eller ”ej tillämpligt”."
        return "Fältet har ett värde utan källa eller ett okänt ord.", hint
    match = nearest(str(error["input"]), allowed)
    return (
        f"Värdet ”{error['input']}” är inte tillåtet.",
        f"{_did_you_mean(match)}Tillåtna värden: {_listing(allowed)}.",
    )


def _missing(error: Mapping[str, Any]) -> Message:
    field = error["loc"][-1]
    return f"Fältet ”{field}” saknas.", f"Lägg till raden ”{field}: …”."


def _extra(error: Mapping[str, Any]) -> Message:
    return f"Fältet ”{error['loc'][-1]}” finns inte.", "Ta bort det eller rätta stavningen."


def _too_long(error: Mapping[str, Any]) -> Message:
    limit, length = error["ctx"]["max_length"], len(error["input"])
    return f"Texten är för lång: {length} tecken.", f"Korta den till högst {limit} tecken."


def _too_short(error: Mapping[str, Any]) -> Message:
    return "Texten är för kort.", f"Skriv minst {error['ctx']['min_length']} tecken."


def _pattern(error: Mapping[str, Any]) -> Message:
    hint = PATTERN_HINTS.get(error["ctx"]["pattern"], "Jämför med hur andra filer skriver fältet.")
    return f"Värdet ”{error['input']}” är skrivet på fel sätt.", hint


def _limit(error: Mapping[str, Any]) -> Message:
    context = error["ctx"]
    if "ge" in context:
        return "Talet är för litet.", f"Skriv ett tal som är minst {context['ge']}."
    return "Talet är för stort.", f"Skriv ett tal som är högst {context['le']}."


def _text(error: Mapping[str, Any]) -> Message:
    if isinstance(error["input"], Mapping) and len(error["input"]) == 1:
        key, value = next(iter(error["input"].items()))
        written = f"{key}: {value}" if isinstance(value, str) else f"{key}: …"
        return "Kolon i texten gör den till ett fält.", f'Sätt texten inom citattecken: "{written}".'
    return "Här ska det stå text.", "Skriv text. Sätt den inom citattecken om den ser ut som ett tal."


def _character(error: Mapping[str, Any]) -> Message:
    sign = chr(int(error["ctx"]["tecken"].removeprefix("U+"), 16))
    message = f"Texten har ett tecken som inte får användas ({named(sign)})."
    return message, "Ta bort det osynliga tecknet."


def _fixed(message: str, hint: str) -> Callable[[Mapping[str, Any]], Message]:
    return lambda error: (message.format(**error.get("ctx", {})), hint)


_MESSAGES: Mapping[str, Callable[[Mapping[str, Any]], Message]] = {
    "okand_referens": _unknown_reference,
    "okant_val": _unknown_choice,
    "literal_error": _literal,
    "missing": _missing,
    "extra_forbidden": _extra,
    "string_too_long": _too_long,
    "string_too_short": _too_short,
    "string_pattern_mismatch": _pattern,
    "greater_than_equal": _limit,
    "less_than_equal": _limit,
    "too_short": _fixed("Listan är tom.", "Skriv minst ett värde."),
    "string_type": _text,
    "int_type": _fixed("Här ska det stå ett heltal.", "Skriv bara siffror, utan citattecken."),
    "float_type": _fixed("Här ska det stå ett tal.", "Skriv talet utan citattecken, med punkt som decimaltecken."),
    "tuple_type": _fixed(
        "Här ska det stå en lista.", "Skriv så här: [ett, två] eller en rad per värde som börjar med ”- ”."
    ),
    "mapping_type": _fixed("Här ska det stå fält med värden.", "Skriv ”fältnamn: värde”, ett per rad."),
    "model_type": _fixed("Här ska det stå fält med värden.", "Skriv ”fältnamn: värde”, ett per rad."),
    "model_attributes_type": _fixed("Här ska det stå fält med värden.", "Skriv ”fältnamn: värde”, ett per rad."),
    "union_tag_invalid": _fixed("Fältet har ett värde utan källa.", "Skriv ”varde:” och ”kallor:” under fältet."),
    "otillatet_tecken": _character,
    "okand_med_kalla": _fixed(
        "En okänd uppgift har inget värde och ingen källa.",
        "Skriv bara ”uppgift saknas” efter fältets namn, utan ”varde:” och ”kallor:” under.",
    ),
    "fel_niva": lambda error: (
        f"Fältet ”{error['loc'][-1]}” står på fel nivå.",
        "Flytta det med blanksteg så att det står rakt under de fält som det hör ihop med.",
    ),
    "flera_rader": _fixed("Texten måste stå på en rad.", "Ta bort radbrytningar och blanksteg i början och slutet."),
    "kalla_saknas": _fixed("Texten har ingen källa.", "Ange källan efter påståendet, så här: [@bebo-hist]."),
    "datum": _fixed("Datumet finns inte i almanackan.", 'Skriv datumet som "ÅÅÅÅ-MM-DD", inom citattecken.'),
    "adress": _fixed("Webbadressen är inte giltig.", "Skriv hela adressen, med https:// först och utan blanksteg."),
}


def explain(error: Mapping[str, Any], siblings: tuple[str, ...], *, may_be_unknown: bool, required: bool) -> Message:
    """Message and hint for one entry of `ValidationError.errors()`.

    `siblings` are the field names allowed beside the faulty one, used to suggest a spelling;
    `may_be_unknown` tells whether the field accepts *uppgift saknas*, `required` whether it must be there.
    """
    if error["input"] is None and error["type"] not in {"missing", "extra_forbidden"}:
        hint = "Fyll i ett värde." if required else "Fyll i ett värde eller ta bort raden."
        return "Fältet är tomt.", hint + (UNKNOWN_HINT if may_be_unknown else "")
    message, hint = _MESSAGES.get(error["type"], _fixed("Värdet går inte att använda.", "Jämför med andra filer."))(
        error
    )
    if error["type"] == "missing" and may_be_unknown:
        hint += UNKNOWN_HINT
    if error["type"] == "extra_forbidden":
        match = nearest(str(error["loc"][-1]), siblings)
        hint = _did_you_mean(match).strip() if match else f"Tillåtna fält: {_listing(siblings)}."
    return message, hint
