"""Turns pydantic's errors into sentences for contributors: what is wrong, and what is right."""

from collections.abc import Callable, Mapping, Sized

from pydantic_core import ErrorDetails

from macros.language.speaking import SWEDISH
from macros.loading.text import named
from macros.model import KINDS
from macros.model.names import nearest
from macros.ord import words_in

_NONE = {"en": "ingen", "ett": "inget"}


def _none_of(kind: str) -> str:
    """That there is no record of a kind: ”ingen grupp”, ”inget exempel”."""
    article, _, noun = words_in(SWEDISH)["slag"][kind]["en"].partition(" ")
    return f"{_NONE[article]} {noun}"


# By kind how a record of it is missed, and the folder where it would lie.
KIND_NAMES = {name: (_none_of(name), f"data/{kind.folder}/") for name, kind in KINDS.items()}
PATTERN_HINTS = {
    r"^\d{4}-\d{2}-\d{2}$": 'Skriv datumet som "ÅÅÅÅ-MM-DD", inom citattecken.',
    r"^\d{4}(–\d{4})?$": 'Skriv ett år, "2011", eller ett spann med tankstreck, "2011–2012", inom citattecken.',
    r"^/[a-z0-9-]+(/[a-z0-9-]+)*\.md$": "Skriv sidans adress så här: /bilda-en-grupp/juridik.md.",
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "Använd bara a–z, 0–9 och bindestreck.",
    r"^[^\[\];@]+$": "Skriv bara stället, till exempel ”s. 12”, utan hakparenteser, semikolon och @.",
    r"^[a-z_]+$": "Använd bara a–z och understreck.",
}

OTHER_PATTERN = "Jämför med hur andra filer skriver fältet."

UNKNOWN_HINT = " Är uppgiften okänd skriver ni ”uppgift saknas”."

Message = tuple[str, str]
HOW_TO_LINK = "Skriv länkar så här: [BeBo](/grupper/bebo.md), med snedstreck först och .md sist."
_NO_CHOICE = ("Värdet ”{varde}” är inte tillåtet.", "{menade}Tillåtna värden: {tillatna}.")
_NO_FIELDS = ("Här ska det stå fält med värden.", "Skriv ”fältnamn: värde”, ett per rad.")
# Every message by the type of error, with the values that stand in it in braces. The form in the browser has them too.
TEXTS: Mapping[str, Message] = {
    "adress": ("Webbadressen är inte giltig.", "Skriv hela adressen, med https:// först och utan blanksteg."),
    "annat": ("Värdet går inte att använda.", "Jämför med andra filer."),
    "belagg": ("Belägget saknas.", "Skriv i ”kommentar:” vad i källan som visar att gruppen har eller saknar detta."),
    "datum": ("Datumet finns inte i almanackan.", 'Skriv datumet som "ÅÅÅÅ-MM-DD", inom citattecken.'),
    "dubbelt": ("{vad} står redan på plats {plats} i listan.", "Ta bort den ena."),
    "extra_forbidden": ("Fältet ”{falt}” finns inte.", "Ta bort det eller rätta stavningen."),
    "fakta_literal": (
        "Fältet har ett värde utan källa eller ett okänt ord.",
        "Skriv en uppgift med ”varde:” och ”kallor:”, eller orden ”uppgift saknas” eller ”ej tillämpligt”.",
    ),
    "fel_niva": (
        "Fältet ”{falt}” står på fel nivå.",
        "Flytta det med blanksteg så att det står rakt under de fält som det hör ihop med.",
    ),
    "flera_rader": ("Texten måste stå på en rad.", "Ta bort radbrytningar och blanksteg i början och slutet."),
    "finns_redan": (
        "{vad} finns redan i {fil}.",
        "Är det samma sak: för ihop filerna. Annars skriver ni något som skiljer dem åt.",
    ),
    "float_type": ("Här ska det stå ett tal.", "Skriv talet utan citattecken, med punkt som decimaltecken."),
    "greater_than_equal": ("Talet är för litet.", "Skriv ett tal som är minst {minst}."),
    "html_tagg": (
        "HTML-taggar får inte användas.",
        "Ta bort taggen. Använd Markdown för fetstil, listor och länkar. Tecknet < följs av blanksteg.",
    ),
    "int_type": ("Här ska det stå ett heltal.", "Skriv bara siffror, utan citattecken."),
    "kalla_saknas": ("Texten har ingen källa.", "Ange källan efter påståendet, så här: [@bebo-hist]."),
    "kalla_felskriven": (
        "Källan ”{skrivet}” är skriven på fel sätt.",
        (
            "Skriv så här: [@bebo-hist] eller [@bebo-hist; @belok-om], med små bokstäver och semikolon emellan. "
            "Stället i källan skrivs efter ett komma och ett blanksteg: [@bebo-hist, s. 12]."
        ),
    ),
    "kalla_i_rad": (
        "Källor kan inte anges i det här fältet.",
        "Skriv källans nyckel i fältet ”kallor” i stället. Det här fältet visas som det står.",
    ),
    "kolon": ("Kolon i texten gör den till ett fält.", 'Sätt texten inom citattecken: "{skrivet}".'),
    "komma_saknas": ("Mellan namnen ”{varde}” saknas komma.", "Skriv så här: [ett-namn, ett-annat]."),
    "lank_form": ("Länkens adress ”{adress}” är inte tillåten.", HOW_TO_LINK),
    "lank_i_rad": (
        "Länkar kan inte skrivas i det här fältet.",
        "Skriv bara texten. Länkar till poster görs av fälten som pekar på dem.",
    ),
    "lank_ut": (
        "Länkar till andra webbplatser får inte skrivas i texten.",
        "Lägg adressen i en fil i data/kallor/ och hänvisa till källan: [@nyckel].",
    ),
    "less_than_equal": ("Talet är för stort.", "Skriv ett tal som är högst {hogst}."),
    "literal_error": _NO_CHOICE,
    "mapping_type": _NO_FIELDS,
    "missing": ("Fältet ”{falt}” saknas.", "Lägg till raden ”{falt}: …”."),
    "model_attributes_type": _NO_FIELDS,
    "model_type": _NO_FIELDS,
    "okand_med_kalla": (
        "En okänd uppgift har inget värde och ingen källa.",
        "Skriv bara ”uppgift saknas” efter fältets namn, utan ”varde:” och ”kallor:” under.",
    ),
    "okand_referens": (
        "Det finns {ingen} som heter ”{varde}”.",
        "{menade}Namnet ska vara en fil i {mapp} utan ”.yml”.",
    ),
    "okant_val": _NO_CHOICE,
    "otillatet_tecken": (
        "Texten har ett tecken som inte får användas ({tecken}).",
        "Ta bort det osynliga tecknet.",
    ),
    "skriptadress": ("Adresser som kör skript får inte användas.", "Ta bort adressen."),
    "sokord": (
        "Här står {antal} sökord. Fler än {hogst} får det inte vara.",
        "Ta bort sådant som sökningen hittar ändå: böjningar, sammansättningar och ord som står i texten.",
    ),
    "string_pattern_mismatch": ("Värdet ”{varde}” är skrivet på fel sätt.", "{monster}"),
    "string_too_long": ("Texten är för lång: {langd} tecken.", "Korta den till högst {hogst} tecken."),
    "string_too_short": ("Texten är för kort.", "Skriv minst {minst} tecken."),
    "string_type": ("Här ska det stå text.", "Skriv text. Sätt den inom citattecken om den ser ut som ett tal."),
    "teckenkod": (
        "Teckenkoden ”{skrivet}” får inte användas.",
        "Skriv tecknet självt, till exempel & eller ett hårt blanksteg.",
    ),
    "tom": ("Fältet är tomt.", "Fyll i ett värde."),
    "tom_frivillig": ("Fältet är tomt.", "Fyll i ett värde eller ta bort raden."),
    "too_short": ("Listan är tom.", "Skriv minst ett värde."),
    "tuple_type": (
        "Här ska det stå en lista.",
        "Skriv så här: [ett, två] eller en rad per värde som börjar med ”- ”.",
    ),
    "union_tag_invalid": ("Fältet har ett värde utan källa.", "Skriv ”varde:” och ”kallor:” under fältet."),
}


def told(kind: str, **values: object) -> Message:
    """A message and its hint with their values filled in."""
    message, hint = TEXTS[kind]
    return message.format(**values), hint.format(**values)


def _listing(values: tuple[str, ...]) -> str:
    return ", ".join(sorted(values)) if values else "inga"


def _did_you_mean(match: str) -> str:
    return f"Menade du ”{match}”? " if match else ""


def _unknown_reference(error: ErrorDetails) -> Message:
    context = error["ctx"]
    name, folder = KIND_NAMES[context["slag"]]
    if context["flyttad"] or context["aterkallad"]:
        return gone(f"Posten {folder}{context['varde']}.yml", context["flyttad"])
    if len(str(context["varde"]).split()) > 1:
        return told("komma_saknas", varde=context["varde"])
    likely = _did_you_mean(context["narmast"])
    return told("okand_referens", ingen=name, varde=context["varde"], menade=likely, mapp=folder)


def gone(what: str, moved_to: str) -> Message:
    """What is said of a reference to a record or page that has moved, or, with no new name, that was taken back."""
    if moved_to:
        return f"{what} heter nu ”{moved_to}”.", f"Skriv ”{moved_to}”."
    return f"{what} är återkallad.", "Ta bort hänvisningen, eller hänvisa till något annat."


def _unknown_choice(error: ErrorDetails) -> Message:
    context = error["ctx"]
    likely = _did_you_mean(context["narmast"])
    return told("okant_val", varde=context["varde"], menade=likely, tillatna=_listing(context["tillatna"]))


def _literal(error: ErrorDetails) -> Message:
    allowed = tuple(part.strip().strip("'") for part in error["ctx"]["expected"].replace(" or ", ", ").split(","))
    if "uppgift saknas" in allowed and "ej tillämpligt" in allowed:
        return told("fakta_literal")
    likely = _did_you_mean(nearest(str(error["input"]), allowed))
    return told("literal_error", varde=error["input"], menade=likely, tillatna=_listing(allowed))


def _string(error: ErrorDetails) -> Message:
    if isinstance(error["input"], Mapping) and len(error["input"]) == 1:
        key, value = next(iter(error["input"].items()))
        return told("kolon", skrivet=f"{key}: {value}" if isinstance(value, str) else f"{key}: …")
    return told("string_type")


def _plain(error: ErrorDetails) -> Message:
    """A message whose values are all in the error itself."""
    context = error.get("ctx", {})
    kind = error["type"] if error["type"] in TEXTS else "annat"
    return told(
        kind,
        falt=error["loc"][-1] if error["loc"] else "",
        varde=error["input"],
        langd=len(error["input"]) if isinstance(error["input"], Sized) else "",
        minst=context.get("ge", context.get("min_length")),
        hogst=context.get("le", context.get("max_length")),
        monster=PATTERN_HINTS.get(context.get("pattern", ""), OTHER_PATTERN),
        tecken=named(chr(int(context["tecken"].removeprefix("U+"), 16))) if "tecken" in context else "",
    )


_SPECIAL: Mapping[str, Callable[[ErrorDetails], Message]] = {
    "okand_referens": _unknown_reference,
    "okant_val": _unknown_choice,
    "literal_error": _literal,
    "string_type": _string,
}


def explain(error: ErrorDetails, siblings: tuple[str, ...], *, may_be_unknown: bool, required: bool) -> Message:
    """Message and hint for one entry of `ValidationError.errors()`.

    `siblings` are the field names allowed beside the faulty one, used to suggest a spelling;
    `may_be_unknown` tells whether the field accepts *uppgift saknas*, `required` whether it must be there.
    """
    if error["input"] is None and error["type"] not in {"missing", "extra_forbidden"}:
        message, hint = TEXTS["tom" if required else "tom_frivillig"]
        return message, hint + (UNKNOWN_HINT if may_be_unknown else "")
    message, hint = _SPECIAL.get(error["type"], _plain)(error)
    if error["type"] == "missing" and may_be_unknown:
        hint += UNKNOWN_HINT
    if error["type"] == "extra_forbidden":
        match = nearest(str(error["loc"][-1]), siblings)
        hint = _did_you_mean(match).strip() if match else f"Tillåtna fält: {_listing(siblings)}."
    return message, hint
