"""Parts of Swedish compounds, found with nothing but the site's own words.

A word is taken as a compound when it can be cut into known words: ”tvättstuga” into ”tvätt” and ”stuga”,
”upphandlingsregler” into ”upphandling” and ”regler”. Short words and particles are no parts, since they
stand at the start of too many words that are no compounds (”upphandling” is not a kind of ”handling”).
"""

from collections.abc import Mapping, Set
from functools import cache

from macros.search.analysis import stem

SHORTEST_PART = 4
SHORTEST_FIRST_PART = 3
# A first part may end in a linking letter (”verksamhet-s-ansvarig”) or lack its last vowel (”skol-kök”).
_LINKS = ("", "s")
# First parts with these endings always take an s.
_ENDINGS_WITH_S = ("nings", "hets", "ions", "itets", "skaps", "doms", "ings", "lings")
_LOST_VOWELS = ("", "a", "e")
_PARTICLES = frozenset(
    "av bak be bi bort efter fram från för före förut ge här hop i igen igenom in inne innan kring med mel mellan "
    "miss mot ned ner ny och om på runt sam till tids upp ut ute utan under var veder vid vidare å åt över ex kon "
    "del den det des dis pro per pre sub all and ande ens est het isk ing ning nings lig bar sam skap dom".split()
)


class Splitter:
    """Cuts words into parts that are known; `known` maps a stem to how often it stands as a word."""

    def __init__(self, known: Mapping[str, int], never: Set[str] = frozenset()) -> None:
        self._known = {word for word, count in known.items() if count > 0 and word not in never}
        self._never = never | _PARTICLES
        self.parts = cache(self._parts)

    def _parts(self, word: str) -> tuple[str, ...]:
        """The stems of a word's parts, or nothing when the word is no compound of known words."""
        best: tuple[str, ...] = ()
        best_score = (-len(word), False, 0)
        for cut in range(SHORTEST_FIRST_PART, len(word) - SHORTEST_PART + 2):
            first, rest = self._first_part(word[:cut]), word[cut:]
            if not first or len(rest) < SHORTEST_FIRST_PART:
                continue
            last = stem(rest)
            if last in self._known and last not in self._never and len(rest) >= SHORTEST_PART:
                found: tuple[str, ...] = (first, last)
            else:
                tail = self._parts(rest) if len(rest) > SHORTEST_PART + SHORTEST_FIRST_PART else ()
                found = (first, *tail) if tail else ()
            # Few and even parts are the likeliest reading; ”upphandling-s-mall” goes before ”upphandling-small”.
            score = (-len(found), word[:cut].endswith(_ENDINGS_WITH_S), min(map(len, found), default=0))
            if found and score > best_score:
                best, best_score = found, score
        return best

    def _first_part(self, text: str) -> str:
        """The stem of a first part that is known, or an empty string."""
        if text in self._never:
            return ""
        for link in _LINKS:
            if link and not text.endswith(link):
                continue
            base = text.removesuffix(link)
            for vowel in _LOST_VOWELS:
                word = base + vowel
                if len(base) >= SHORTEST_FIRST_PART and word not in self._never and stem(word) in self._known:
                    return stem(word)
        return ""

