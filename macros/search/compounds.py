"""Parts of Swedish compounds, found with nothing but the site's own words.

A word is taken as a compound when it can be cut into known words: ”tvättstuga” into ”tvätt” and ”stuga”,
”upphandlingsregler” into ”upphandling” and ”regler”. Short words and particles are no parts, since they
stand at the start of too many words that are no compounds (”upphandling” is not a kind of ”handling”).
"""

from collections.abc import Callable, Mapping
from functools import cache

from macros.search.analysis import stem

SHORTEST_PART = 4
SHORTEST_FIRST_PART = 2
SHORTEST_LAST_PART = 3
# A first part may end in a linking letter (”verksamhet-s-ansvarig”) or lack its last vowel (”skol-kök”).
_LINKS = ("", "s")
# First parts with these endings always take an s.
_ENDINGS_WITH_S = ("nings", "hets", "ions", "itets", "skaps", "doms", "ings", "lings")
_LOST_VOWELS = ("", "a", "e")


class Splitter:
    """Cuts words into parts that are known: `known` maps a stem to the number of pages that it stands on.

    `never` are words that are no parts, `short` the short words that are parts all the same; `term_of` gives the
    term of a word.
    """

    def __init__(
        self,
        known: Mapping[str, int],
        never: frozenset[str],
        short: frozenset[str],
        term_of: Callable[[str], str] = stem,
    ) -> None:
        self._term_of = term_of
        self._short = short
        self._known = {word for word, count in known.items() if count > 0 and word not in never}
        self._never = never
        self.parts = cache(self._parts)

    def _parts(self, word: str) -> tuple[str, ...]:
        """The stems of a word's parts, or nothing when the word is no compound of known words."""
        best: tuple[str, ...] = ()
        best_score = (-len(word), False, 0)
        for cut in range(SHORTEST_FIRST_PART, len(word) - SHORTEST_LAST_PART + 1):
            first, rest = self._first_part(word[:cut]), word[cut:]
            if not first:
                continue
            if self._is_part(rest):
                found: tuple[str, ...] = (first, self._term_of(rest))
            else:
                tail = self.parts(rest) if len(rest) >= 2 * SHORTEST_PART else ()
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
                if self._is_part(word):
                    return self._term_of(word)
        return ""

    def _is_part(self, word: str) -> bool:
        if len(word) < SHORTEST_PART:
            return word in self._short and self._term_of(word) in self._known
        term = self._term_of(word)
        return word not in self._never and term not in self._never and term in self._known
