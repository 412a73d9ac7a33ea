"""Spelling: the project's own words, words looked up before, and for the rest the Swedish dictionary.

`ordlista.txt` holds words that are right but not in the dictionary: names and terms. People edit it.
`uppslagna.txt` holds words of the site that the dictionary has. It only saves time: when every word
is in one of the two lists the dictionary is never opened. `kunskapsbank ord --spara` writes it anew.
`svenska.dic.gz` and `svenska.aff` are Göran Andersson's dictionary for Hunspell, under its own licence.
"""

import gzip
import re
import tempfile
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

from hunspell import Hunspell

from macros.language.swedish import sort_key

OWN_WORDS = "macros/language/ordlista.txt"
REMEMBERED = "macros/language/uppslagna.txt"
MOST_SUGGESTIONS = 3
_FOLDER = files("macros.language")
# ”EU:s” and ”BeBos”: endings that a name may have.
_NAME_ENDING = re.compile(r"(?::(?:s|n|en|et|ns|ens)|s)$")


def unknown(words: Iterable[str]) -> set[str]:
    """The words that are neither on a list nor in the dictionary."""
    remembered = looked_up()
    return {word for word in words if word not in remembered and not is_known(word)}


def is_known(word: str) -> bool:
    """Whether a word is right: as a whole, or each part between hyphens (”BeBo-möte”)."""
    if _listed(word):
        return True
    if _name(word):
        return False
    if dictionary().spell(word):
        return True
    first, hyphen, rest = word.partition("-")
    return bool(hyphen) and is_known(first) and is_known(rest)


# The dictionary takes a tenth of a second for a word.
@lru_cache(maxsize=1024)
def suggestions(word: str) -> tuple[str, ...]:
    """The few right words that are most like a misspelt one."""
    name = _name(word)
    return (name,) if name else tuple(dictionary().suggest(word)[:MOST_SUGGESTIONS])


@cache
def own_words() -> frozenset[str]:
    """The project's word list."""
    return _lines("ordlista.txt")


@cache
def looked_up() -> frozenset[str]:
    """Words that the dictionary is known to have."""
    return _lines("uppslagna.txt")


def to_remember(words: Iterable[str]) -> str:
    """The content of `uppslagna.txt` for a site with these words: those that the dictionary was needed for."""
    return as_list(word for word in words if not _listed(word) and is_known(word))


def as_list(words: Iterable[str]) -> str:
    """Words as the lists are written: one a line, in Swedish order, capitals after small letters."""
    return "".join(f"{word}\n" for word in sorted(set(words), key=lambda word: (sort_key(word), word.swapcase())))


@cache
def dictionary() -> Hunspell:
    """The Swedish dictionary. Hunspell reads only plain files, so it is unpacked while it is read."""
    with tempfile.TemporaryDirectory() as folder:
        packed = gzip.decompress(_FOLDER.joinpath("svenska.dic.gz").read_bytes())
        Path(folder, "sv.dic").write_bytes(packed)
        Path(folder, "sv.aff").write_bytes(_FOLDER.joinpath("svenska.aff").read_bytes())
        return Hunspell("sv", hunspell_data_dir=folder)


def _lines(name: str) -> frozenset[str]:
    return frozenset(_FOLDER.joinpath(name).read_text("utf-8").split())


def _listed(word: str) -> bool:
    """Whether a word, or what is left without its ending, is listed; a capital may stand for a small letter."""
    own = own_words()
    forms = (word, _NAME_ENDING.sub("", word)) if word[-1:] in "snt" else (word,)
    return any(form in own or _uncapital(form) in own for form in forms)


def _name(word: str) -> str:
    """The name with a capital inside it that a word is written like: ”Bebo” is a Swedish word, but BeBo is meant."""
    names = _names() if word[:1].isupper() else {}
    return names.get(word.lower()) or names.get(_NAME_ENDING.sub("", word).lower()) or ""


@cache
def _names() -> Mapping[str, str]:
    return {
        word.lower(): word for word in own_words() if not word[1:].islower() and not word.isupper() and "-" not in word
    }


def _uncapital(word: str) -> str:
    return word[:1].lower() + word[1:]
