"""The index as it is sent: a number is one sign of a text, and what can be told from other parts is left out.

Five things make it small under the host's gzip. A word is what it adds to another word. Steps between pages stand
with those of equally common terms, and frequencies with those of the same page, since like numbers pack well. Most
words stand only in the text of a page, so a frequency is told by how many times the word stands there. And a title is
told by places among the page's own terms, heaviest first, where its words are near the top. Of a concept only what
its forms of one word do not tell is sent.
`overrides/assets/js/sok-packning.js` gives back the index as `IndexMaker` made it; a test compares the two.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain, pairwise, takewhile
from typing import Any

from macros.model.plain import Json
from macros.search.analysis import fold
from macros.search.vocabulary import SAME_AS_TERM

# Signs from here on: quotes and what stands before them would be escaped in JSON.
FIRST = 40
# Not among the signs of numbers.
BETWEEN_ROWS = "!"
# Larger numbers are two signs, so that none falls among the halves of a pair (U+D800).
LARGEST = 0x4000

# A unit of frequency is in these parts of one, and up to so many times it is told as the number of times.
PARTS = 256
TIMES = 6

# The terms of a page with their frequencies.
PageTerms = list[tuple[int, int]]


def pack(index: Json) -> Json:
    """An index with its large parts packed."""
    terms = index["termer"].split(" ")
    forms = [
        term if form == SAME_AS_TERM else form for term, form in zip(terms, index["former"].split(" "), strict=True)
    ]
    postings = _words_alone(index)
    rarest_first = sorted(range(len(terms)), key=lambda term: len(postings[term]))
    pages = _by_page(postings, rarest_first, len(index["sidor"]))
    parts = [row[1:] for row in index["delar"]]
    folds = sorted((term, typed) for typed, term in index["vikningar"])
    return {
        **index,
        "termer": " ".join(_rest(before, term) for before, term in pairwise(["", *terms])),
        "former": " ".join(_rest(term, form) for term, form in zip(terms, forms, strict=True)),
        "poster": [
            _numbers(len(rows) // 2 for rows in postings),
            _numbers(step for term in rarest_first for step in postings[term][::2]),
            _numbers(
                _times(frequency, unit)
                for page, unit in zip(pages, index["enheter"], strict=True)
                for _, frequency in page
            ),
        ],
        "enheter": _numbers(index["enheter"]),
        "begrepp": _concepts(index["begrepp"]),
        "ingar": [_numbers(map(len, index["ingar"])), _numbers(chain(*index["ingar"]))],
        "nycklar": _keys(index["nycklar"], pages),
        "delar": [_steps(row[0] for row in index["delar"]), _numbers(map(len, parts)), _numbers(chain(*parts))],
        "vikningar": [
            _steps(term for term, _ in folds),
            " ".join(_rest(fold(terms[term]), typed) for term, typed in folds),
        ],
        "stammar": _listed(index["stammar"], terms),
        "bojningar": _listed(index["bojningar"], terms),
        "synonymer": _listed(index["synonymer"], terms),
        "kanda": _steps(index["kanda"]),
    }


def _words_alone(index: Json) -> list[list[int]]:
    """The postings, of a concept only what is left when its forms of one word have had theirs."""
    postings: list[list[int]] = list(index["poster"])
    for (concept, _), words in zip(index["begrepp"], index["ingar"], strict=True):
        left = Counter(dict(_rows(postings[concept])))
        for word in words:
            left.subtract(dict(_rows(index["poster"][word])))
        pages = [0, *(page for page, value in sorted(left.items()) if value)]
        postings[concept] = [number for before, page in pairwise(pages) for number in (page - before, left[page])]
    return postings


def _rows(flat: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The pages of a term with its frequency there."""
    return zip(accumulate(flat[::2]), flat[1::2], strict=True)


def _by_page(postings: Sequence[Sequence[int]], order: Iterable[int], count: int) -> list[PageTerms]:
    """The terms of each page in the order given."""
    pages: list[PageTerms] = [[] for _ in range(count)]
    for term in order:
        for page, frequency in _rows(postings[term]):
            pages[page].append((term, frequency))
    return pages


def _times(frequency: int, unit: int) -> int:
    """How many times a unit gives a frequency, or the frequency itself above these numbers."""
    given = (times for times in range(1, TIMES) if max((times * unit + PARTS // 2) // PARTS, 1) == frequency)
    return next(given, frequency + TIMES)


def _concepts(concepts: Sequence[Sequence[Any]]) -> list[object]:
    """The term of each concept with the number of its phrases; each phrase's weight, length and terms."""
    phrases = [phrase for _, own in concepts for phrase in own]
    weights = sorted({phrase[0] for phrase in phrases})
    first = [0, *(phrase[1] for phrase in phrases)]
    # The phrases of a concept are sorted, so that most first terms are a step from the one before.
    steps = [2 * (b - a) if b >= a else 2 * b + 1 for a, b in pairwise(first)]
    return [
        weights,
        _numbers(term for term, _ in concepts),
        _numbers(len(own) for _, own in concepts),
        _numbers(weights.index(phrase[0]) for phrase in phrases),
        _numbers(len(phrase) - 1 for phrase in phrases),
        _numbers(steps),
        _numbers(term for phrase in phrases for term in phrase[2:]),
    ]


def _keys(keys: Sequence[Sequence[Sequence[Sequence[int]]]], pages: Sequence[PageTerms]) -> list[str]:
    """How many keys each group of a page has, how many terms each key, their places among the page's, and others.

    The place of a term that is not among those of the page is 0, and the term stands among the others.
    """
    places, others = [], []
    for groups, own in zip(keys, pages, strict=True):
        heaviest_first = sorted(own, key=lambda row: -row[1])
        place_of = {term: place for place, (term, _) in enumerate(heaviest_first, 1)}
        for term in (term for group in groups for key in group for term in key):
            places.append(place_of.get(term, 0))
            if term not in place_of:
                others.append(term)
    groups = [group for page in keys for group in page]
    return [
        _numbers(map(len, groups)),
        _numbers(len(key) for group in groups for key in group),
        _numbers(places),
        _numbers(others),
    ]


def _listed(rows: Sequence[tuple[int, str]], terms: Sequence[str]) -> list[str]:
    """Terms, and the words that lead to each."""
    words = (" ".join(_rest(terms[term], word) for word in listed.split(" ")) for term, listed in rows)
    return [_steps(term for term, _ in rows), BETWEEN_ROWS.join(words)]


def _sign(number: int) -> str:
    if number < LARGEST:
        return chr(FIRST + number)
    return chr(FIRST + LARGEST + number // LARGEST) + chr(FIRST + number % LARGEST)


def _numbers(values: Iterable[int]) -> str:
    return "".join(map(_sign, values))


def _steps(rising: Iterable[int]) -> str:
    """Numbers that rise, each as the step from the one before."""
    return _numbers(after - before for before, after in pairwise(chain([0], rising)))


def _rest(base: str, word: str) -> str:
    """A word as how much of the end of `base` it lacks, and what it has instead."""
    shared = list(takewhile(lambda pair: pair[0] == pair[1], zip(base, word, strict=False)))
    # Browsers count UTF-16.
    return _sign(len(base[len(shared) :].encode("utf-16-le")) // 2) + word[len(shared) :]
