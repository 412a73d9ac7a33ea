"""From text to words and stems, the same here as in `overrides/assets/js/sok-ord.js`.

The build makes the index with these functions and the browser reads a reader's words with its own;
`tests/search/test_analysis.py` holds the two together.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache, partial
from importlib import import_module

from macros.kept import Kept, KeptTable
from macros.language.speaking import ENGLISH, SWEDISH, spoken

# A section of a law, a number with its digits in groups, or a word.
_WORD = re.compile(
    r"(?:(?P<kap>\d+(?: ?[a-z])?) ?kap\.? ?)?(?P<par>\d+(?: ?[a-z])?) ?(?:§+|paragraf(?:en)?(?![a-zåäö]))"
    r"|§ ?(?P<efter>\d+)(?!\d)"
    r"|\d{1,3}(?:[ .]\d{3})+(?!\d)"
    r"|[^\W_]+"
)
_MARKS = re.compile("[\u0300-\u036f]")
_IN_NUMBERS = re.compile(r"[ .]")
_HYPHENED = re.compile(r"(?<![\w-])[^\W\d_]+-[^\W\d_]{2,}(?![\w-])")
_NAMES = {SWEDISH: "swedish", ENGLISH: "english"}
_OTHER_LETTERS = str.maketrans({"ø": "o", "æ": "a"})


def tokens(text: str) -> list[str]:
    """The words of a text in lower case. Soft hyphens are taken out, so that no word is cut in two.

    A section of a law is one word, ”4 kap. 8 §” as ”4k8§”, and so is a number, ”7 500” as ”7500”.
    """
    return [_unit(found) for found in _WORD.finditer(_normal(text.replace("\u00ad", "")))]


def _normal(text: str) -> str:
    """Composed letters, without the marks that no letter takes; signs that stand for others (”²”) as these."""
    return _MARKS.sub("", unicodedata.normalize("NFKC", text)).lower()


def _unit(found: re.Match[str]) -> str:
    section = found["par"] or found["efter"]
    if section:
        return section_word(found["kap"] or "", section)
    return _IN_NUMBERS.sub("", found[0])


def section_word(chapter: str, section: str) -> str:
    """The word for a section of a law: ”4k8§”, or ”8§” in a law without chapters."""
    return f"{chapter}k{section}§".replace(" ", "") if chapter else f"{section}§".replace(" ", "")


def joined(text: str) -> list[str]:
    """Words written with a hyphen as one word, since others write them so: ”e-post” as ”epost”."""
    return [found[0].replace("-", "") for found in _HYPHENED.finditer(_normal(text))]


@cache
def fold(word: str) -> str:
    """A word as people type it without a Swedish keyboard: å and ä as a, ö as o, é as e."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in parts if not unicodedata.category(sign).startswith("M")).translate(_OTHER_LETTERS)


@cache
def _stemmer(language: str) -> Callable[[str], str]:
    # The library reads all its languages, which takes a tenth of a short run.
    made: Callable[[str], str] = import_module("snowballstemmer").stemmer(_NAMES[language]).stemWord
    return made


def _stem_in(language: str, word: str) -> str:
    return _stemmer(language)(word)


_stems = {language: KeptTable(partial(_stem_in, language)) for language in _NAMES}


def stem(word: str) -> str:
    """The Snowball stem of a word in lower case, in the language of now."""
    found: str = _stems[spoken()][word]
    return found


def keep_stems(kept: Kept) -> KeptTable:
    """Uses the stems of the language of now that are kept, and gives the table to save: stemming takes long."""
    _stems[spoken()] = KeptTable(_stemmer(spoken()), kept, "stammar")
    return _stems[spoken()]


def deep_stem(term: str) -> str:
    """The stem of a stem, for forms that Snowball leaves longer than others of the word: ”nyttan”, ”mötena”."""
    if spoken() != SWEDISH:
        return term
    return stem(term.removesuffix("n") if term.endswith("an") else term)


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order."""
    return [stem(word) for word in tokens(text)]
