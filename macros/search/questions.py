"""How people ask for a page in words that the page does not hold, from `vardagsfragor.yml`.

Guidance is written in the words of its subject, and readers ask in those of every day: idioms, half sentences, the
jargon of their trade. Written down once for each page, their words are indexed as a field of it (`index.py`), so that
any question with some of them finds the page, not only the one that is written down.
"""

from collections.abc import Mapping
from functools import cache

from macros.language.speaking import SWEDISH, spoken
from macros.own_files import own_yaml


def everyday_questions() -> Mapping[str, tuple[str, ...]]:
    """The questions by address, ”/bilda-en-grupp/juridik/”, in the language of now. Only the Swedish has any."""
    return _swedish() if spoken() == SWEDISH else {}


@cache
def _swedish() -> Mapping[str, tuple[str, ...]]:
    loaded = own_yaml("macros.search", "vardagsfragor.yml")
    return {address: tuple(part.strip() for part in text.split(";")) for address, text in loaded.items()}
