"""Which stems are forms of one word, where the stemmer does not see it: ”bostäd” is of ”bostad”, ”mötena” of ”möt”.

The dictionary for Hunspell tells the forms (`macros.language.forms`); only stems that differ from that of the base form
are kept. A stem that is a word of its own as well (”låg”) or belongs to several words stays as it is.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from macros.kept import Kept, KeptTable
from macros.language.forms import lexemes
from macros.search.analysis import deep_stem, stem

SHORTEST = 4


def _is_long(word: str) -> bool:
    return word.isalpha() and len(word) >= SHORTEST


@dataclass(frozen=True)
class Bases:
    """The stem of the base form, by the stem of a form, and by the form itself where others share its stem."""

    by_stem: Mapping[str, str] = field(default_factory=dict)
    by_form: Mapping[str, str] = field(default_factory=dict)

    def term(self, word: str) -> str:
        """The stem of a word in lower case, or of the base form that it is a form of."""
        own = stem(word)
        return self.by_form.get(word) or self.by_stem.get(own, own)

    def missed_stems(self, terms: Container[str]) -> Iterator[tuple[str, str]]:
        """Terms with the stems that the browser does not lead to them by stemming again or without a final s."""
        for other, base in self.by_stem.items():
            if base in terms and not self._is_easy(other, base):
                yield base, other

    def missed_forms(self, terms: Container[str]) -> Iterator[tuple[str, str]]:
        """Terms with the forms that the browser does not lead to them by their stems."""
        for form, base in self.by_form.items():
            if base in terms and (stem(form) in terms or not self._is_easy(form, base)):
                yield base, form

    def _is_easy(self, other: str, base: str) -> bool:
        plain = other[:-1] if len(other) > SHORTEST and other.endswith("s") else other
        return base in (deep_stem(other), plain, deep_stem(plain)) or (plain != other and self.term(plain) == base)


def _with_stems(word: str) -> list[Any]:
    """The words that a word is a form of: the stem of each one's base form, and its forms with their stems."""
    return [
        [base, stem(base), {form: stem(form) for form in sorted(filter(_is_long, forms))}]
        for base, forms in lexemes(word)
    ]


def base_stems(words: Iterable[str], kept: Kept | None = None) -> Bases:
    """For all forms of the words, and not only those given, the stem of their base form where it is another.

    Where a stem is shared with other words, the forms themselves lead to it: ”exemplen” to ”exempel”.
    What the dictionary says of a word is `kept` for the next time.
    """
    bases: set[str] = set()
    by_stem: defaultdict[str, set[str]] = defaultdict(set)
    by_form: defaultdict[str, set[str]] = defaultdict(set)
    stem_of: dict[str, str] = {}
    known = KeptTable(_with_stems, kept, "former")
    for word in sorted(set(filter(_is_long, words))):
        found = known[word]
        if not found:
            bases.add(stem(word))
        for base, own, forms in found:
            bases.add(own)
            by_form[base].add(own)
            stem_of.update({base: own, **forms})
            for form, its in forms.items():
                by_form[form].add(own)
                by_stem[its].add(own)
    known.save()
    shared = {other for other, of in by_stem.items() if len(of) > 1 or other in bases}
    stems = {other: base for other, of in by_stem.items() if other not in shared for base in of if base != other}
    # A form that looks like a stem would take the words of that stem with it.
    apart = {
        form: base
        for form, of in by_form.items()
        if len(of) == 1 and form not in by_stem and stem_of[form] in shared
        for base in of
        if stem_of[form] != base
    }
    return Bases(dict(sorted(stems.items())), dict(sorted(apart.items())))
