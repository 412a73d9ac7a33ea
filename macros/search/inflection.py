"""Which stems are forms of one word, where the stemmer does not see it: ”bostäd” is of ”bostad”, ”mötena” of ”möt”.

The dictionary for Hunspell tells the forms (`macros.language.forms`); only stems that differ from that of the base form
are kept. A stem that is a word of its own as well (”låg”) or belongs to several words stays as it is.
"""

from collections import defaultdict
from collections.abc import Iterable

from macros.language.forms import lexemes
from macros.search.analysis import stem

SHORTEST = 3


def base_stems(words: Iterable[str]) -> dict[str, str]:
    """From stems of forms to the stem of their base form, for all forms of the words and not only those given.

    Where a stem is shared with other words, the forms themselves lead to it: ”exemplen” to ”exempel”.
    """
    bases: set[str] = set()
    by_stem: defaultdict[str, set[str]] = defaultdict(set)
    by_form: defaultdict[str, set[str]] = defaultdict(set)
    for word in sorted({word for word in words if word.isalpha() and len(word) >= SHORTEST}):
        own = lexemes(word)
        if not own:
            bases.add(stem(word))
        for base, forms in own:
            of = stem(base)
            bases.add(of)
            by_form[base].add(of)
            for form in forms:
                by_form[form].add(of)
                by_stem[stem(form)].add(of)
    shared = {other for other, of in by_stem.items() if len(of) > 1 or other in bases}
    made = {other: next(iter(of)) for other, of in by_stem.items() if other not in shared}
    for form, owners in by_form.items():
        if len(owners) == 1 and stem(form) in shared:
            made[form] = next(iter(owners))
    return {other: base for other, base in sorted(made.items()) if stem(other) != base}
