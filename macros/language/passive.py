"""Passive forms of Swedish verbs, found by their endings: ”används”, ”byggdes”, ”har skrivits”, ”blev vald”.

A genitive ends in -s too (”gruppens”, ”kommunernas”). Therefore only endings that few nouns have are
taken, and present forms without a vowel (”köps”) only of verbs that are listed. Verbs that are active
in spite of their -s (”finns”, ”lyckas”) and everyday impersonal ones (”behövs”, ”krävs”) are left out.
"""

import re

_SHORT = (
    "bedöms begärs berörs binds bjuds byggs byts drivs döms fylls förs glöms godkänns görs hålls höjs invigs köps "
    "leds läggs lärs löses läses mäts nämns nås rivs skärs skrivs skyddas skjuts slits sprids styrs ställs "
    "stängs stöds sägs säljs sänds sänks sätts tas utesluts uttrycks väljs vänds värms vägs ägs äts ses ges "
    "togs gavs drevs skrevs hölls bjöds sågs bröts slogs bands spreds skars sköts"
)
_PREFIX = (
    "(?:an|av|be|er|för|fast|fram|före|ge|genom|gott?|in|jäm|med|om|sam|samman|till|upp|ut|under|ute|vid|åter|över)?"
)
_ENDINGS = r"\w{2,}as|\w{2,}[dt]es|\w+(?:ats|ivits|agits|änts|gjorts|örts|ällts|agts|yggts|älts)"
_S_FORM = re.compile(rf"{_PREFIX}(?:{'|'.join(_SHORT.split())})|{_ENDINGS}")
_SIGNS = ".,;:!?()”…–/"
_BLI = re.compile(
    r"\b(?:bli|blir|blev|blivit)\s+(?:\w+\s+)?"
    r"\w*(?:\wade?|\wat|gjor(?:d|da|t)|\wiv(?:en|na|et)|\wag(?:en|na|et)|\wäll(?:d|da|t)|val(?:d|da|t)|ygg(?:d|da|t)|ör(?:d|da|t))\b"
)
_ACTIVE = (
    "deras allas andras vilkas någras bådas enas enades enats saknas saknades saknats lyckas lyckades lyckats hoppas "
    "hoppades trivas finnas träffas träffades träffats samlas samlades samlats turas turades fattas fattades kännas "
    "kändes synas syntes mötas möttes minnas brottas åldras andas andades vistas vistades låtsas hjälpas behövas "
    "behövdes svettas frodas atlas kanvas avundas tyckas tycktes krävas krävdes krävts"
)
_NOT_PASSIVE = frozenset(_ACTIVE.split())
_NOUN = re.compile(r"(?:[aeo]rnas|plats|sats|(?<!b)bas|klas|parentes|städes)$")
_NO_PARTICIPLE = re.compile(r"\b(?:glad|stad|rad|mat|resultat|stat|format|annat|råd|(?:kost|skill|mån|mark)nad)$")


def passives(text: str) -> list[str]:
    """The passive forms in a text, as they stand in it. Words with a capital are taken as names."""
    candidates = (word for word in (part.strip(_SIGNS) for part in text.split()) if word.endswith("s"))
    forms = [word for word in candidates if _S_FORM.fullmatch(word) and word not in _NOT_PASSIVE]
    became = (found[0] for found in _BLI.finditer(text)) if "bl" in text else ()
    return [
        *(word for word in forms if word[0].islower() and not _NOUN.search(word)),
        *(form for form in became if not _NO_PARTICIPLE.search(form)),
    ]
