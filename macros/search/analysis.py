"""From text to words and stems, the same here as in `overrides/assets/js/sok-ord.js`.

The build makes the index with these functions and the browser reads a reader's words with its own;
`tests/search/test_analysis.py` holds the two together.
"""

import re
import unicodedata
from functools import cache

import snowballstemmer

_WORD = re.compile(r"[^\W_]+")
_STEMMER = snowballstemmer.stemmer("swedish")
_OTHER_LETTERS = str.maketrans({"ø": "o", "æ": "a"})


def tokens(text: str) -> list[str]:
    """The words of a text in lower case. Soft hyphens are taken out, so that no word is cut in two."""
    return _WORD.findall(unicodedata.normalize("NFC", text.replace("\u00ad", "").lower()))


def fold(word: str) -> str:
    """A word as people type it without a Swedish keyboard: å and ä as a, ö as o, é as e."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(sign for sign in parts if not unicodedata.category(sign).startswith("M")).translate(_OTHER_LETTERS)


@cache
def stem(word: str) -> str:
    """The Snowball stem of a word in lower case."""
    found: str = _STEMMER.stemWord(word)
    return found


def deep_stem(term: str) -> str:
    """The stem of a stem, for forms that Snowball leaves longer than others of the word: ”nyttan”, ”mötena”."""
    return stem(term.removesuffix("n") if term.endswith("an") else term)


def stems(text: str) -> list[str]:
    """The stems of a text's words, in order."""
    return [stem(word) for word in tokens(text)]
