"""A source that someone has named in a form, as the source's record: what the line says, and the rest as unknown.

People write ”Titel. Utgivare, 2024. https://…”. What stands before the first full stop is the title, a year is the
year of publication, and what is left is the publisher. Kind and language cannot be read from a line, so they are
proposals that the reviewer is asked to look at.
"""

import re
from collections.abc import Container
from datetime import date

from macros.forms.template import file_stem
from macros.model.base import UNKNOWN
from macros.model.plain import Plain

_ADDRESS = re.compile(r"<?(https?://[^\s<>\"]+)>?")
_YEAR = re.compile(r"\b(1[89]\d{2}|20\d{2})\b")
_READ = re.compile(r"\b(?:hämtad|läst|besökt)\b.*$", re.IGNORECASE)
_SENTENCE = re.compile(r"\.\s+|\s+[–—]\s+|\n")
_LEAST_TITLE, _LONGEST_TITLE, _LONGEST_PUBLISHER, _LONGEST_KEY = 5, 200, 100, 40


def proposed_source(line: str, taken: Container[str], today: date) -> tuple[str, dict[str, Plain]] | None:
    """The key and values of a new source, or None when the line has neither address nor year beside a title.

    `taken` are the keys that exist; the new one is another.
    """
    found = _ADDRESS.search(line)
    address = found[1].rstrip(".,;)") if found else ""
    rest = _READ.sub("", _ADDRESS.sub(" ", line))
    title, *more = [part.strip(' .,:;*_[]()”"') for part in _SENTENCE.split(rest.strip()) if part.strip(" .,")] or [""]
    if not more and "," in title and not address:
        title, *more = title.split(",", 1)
    said = " ".join(more)
    year = _YEAR.search(said) or _YEAR.search(title)
    if len(title) < _LEAST_TITLE or len(title) > _LONGEST_TITLE or not (address or year):
        return None
    publisher = re.sub(r"\s+", " ", _YEAR.sub("", said)).strip(" .,:;()–-")[:_LONGEST_PUBLISHER]
    key = _free_key(file_stem(title), taken)
    values: dict[str, Plain] = {
        "titel": title.strip(),
        "utgivare": publisher or UNKNOWN,
        "slag": "rapport" if address.lower().endswith(".pdf") or not address else "webbsida",
        "ar": int(year[1]) if year else UNKNOWN,
        "adress": address or UNKNOWN,
        "sprak": "sv",
        "last": "delvis",
        "hamtad": today.isoformat(),
    }
    return (key, values) if key else None


def _free_key(stem: str, taken: Container[str]) -> str:
    """A key of whole words that no source has."""
    while len(stem) > _LONGEST_KEY and "-" in stem:
        stem = stem.rpartition("-")[0]
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}-{number}"
    return key
