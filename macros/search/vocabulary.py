"""The vocabulary of the index: every term, how it is written, and which terms are forms of one another."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cache, cached_property

from macros.language.speaking import SWEDISH, spoken
from macros.model.plain import Json
from macros.search.analysis import fold, stem, tokens
from macros.search.compounds import Splitter
from macros.search.inflection import Bases

# A term with this sign is a concept (see `lexicon`) and no word.
CONCEPT_SIGN = "#"
SAME_AS_TERM = "-"
SHORTEST_TO_SPLIT = 7
# Endings that make another word of the same root, longest first.
DERIVATIONS = ("ation", "ning", "ing", "and", "els", "bar", "lig", "het", "ar", "ör")
SHORTEST_ROOT = 4


class Vocabulary:
    """Terms, with the words as written that gave them. `bases` gives the term of a word, `words_of` a text's words."""

    def __init__(self, bases: Bases | None = None, words_of: Callable[[str], list[str]] = tokens) -> None:
        self.term = cache((bases or Bases()).term)
        self._words_of = words_of
        self._noted: list[str] = []

    def add(self, text: str) -> tuple[str, ...]:
        """The terms of a text's words, in order; each word is noted."""
        words = self._words_of(text)
        self._noted += words
        return tuple(map(self.term, words))

    @cached_property
    def _written(self) -> Mapping[str, Mapping[str, int]]:
        """The words of each term with their counts, when all are noted."""
        found: defaultdict[str, dict[str, int]] = defaultdict(dict)
        for word, count in Counter(self._noted).items():
            found[self.term(word)][word] = count
        return found

    def terms(self) -> set[str]:
        """All terms noted."""
        return set(map(self.term, set(self._noted)))

    def written(self, term: str) -> str:
        """The commonest way in which a term is written, or the sign for the term itself."""
        words = self._written.get(term)
        if not words:
            return SAME_AS_TERM
        best = min(words, key=lambda word: (-words[word], len(word), word))
        return SAME_AS_TERM if best == term else best

    def fold_exceptions(self) -> Iterable[tuple[str, str]]:
        """What stemming gives of words typed without å, ä and ö, where it is not the folded stem, and the term."""
        for term, words in self._written.items():
            for word in words:
                typed = fold(stem(fold(word)))
                if typed != fold(term):
                    yield typed, term


def derivations() -> tuple[str, ...]:
    """The endings in the language of now; English stems have lost theirs."""
    return DERIVATIONS if spoken() == SWEDISH else ()


def root(term: str) -> str:
    """A stem without an ending that only makes another word of the same root: ”utvärdering”, ”utvärdera”."""
    ending = next((one for one in derivations() if term.endswith(one) and len(term) - len(one) >= SHORTEST_ROOT), "")
    return term.removesuffix(ending)


def groups(keys: Iterable[str], numbers: Iterable[int]) -> list[list[int]]:
    """The numbers whose keys are the same, where they are two or more. Concepts have no relatives."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for key, number in zip(keys, numbers, strict=True):
        if not key.startswith(CONCEPT_SIGN):
            found[key].append(number)
    return sorted(group for group in found.values() if len(group) > 1)


def compounds(
    counts: Mapping[str, int], never: frozenset[str], short: frozenset[str], term_of: Callable[[str], str] = stem
) -> Json:
    """The terms that are compounds with their parts. `counts` tells on how many pages each term stands."""
    if spoken() != SWEDISH:
        # English writes its compounds apart.
        return {}
    words = {term: count for term, count in counts.items() if not term.startswith(CONCEPT_SIGN)}
    splitter = Splitter(words, never, short, term_of)
    long = (term for term in sorted(words) if len(term) >= SHORTEST_TO_SPLIT and words[term])
    return {term: parts for term in long if (parts := splitter.parts(term))}
