"""How much each page is about each term, by BM25F, as whole numbers.

BM25F (Robertson, Zaragoza and Taylor 2004) adds a term's counts in the fields of a page, each field with a
weight and with its own length normalisation, into one number; the browser saturates that number and
multiplies by the term's rarity (inverse document frequency). Weights and normalisation are spent here, so
that the browser reads one small number a page and term.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from macros.search.packing import PARTS

# Field -> (weight, share of length normalisation).
FIELDS: Mapping[str, tuple[float, float]] = {
    "title": (16.0, 0.2),
    "questions": (4.0, 0.0),
    "summary": (2.5, 0.2),
    "heading": (2.3, 0.5),
    "search_words": (1.5, 0.3),
    "body": (0.6, 0.35),
}
# A page is never taken as shorter than this share of the average, or every word of a short page would weigh much.
SHORTEST = 1.0
# Numbers are kept as whole quarters. Finer ones rank no better: that a page has the word is what tells, and a word in
# the text of most pages is one or two quarters.
SCALE = 4

Fields = dict[str, dict[str, float]]
# For each term the pages that have it, each with its frequency.
Postings = dict[str, list[tuple[int, int]]]


def postings_of(pages: Sequence[Fields]) -> Postings:
    """For each term, the pages it stands on with its BM25F frequency."""
    found: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for number, (page, own) in enumerate(zip(pages, _worths(pages), strict=True)):
        total: defaultdict[str, float] = defaultdict(float)
        for name, worth in own.items():
            for term, count in page[name].items():
                total[term] += worth * count
        for term, value in total.items():
            found[term].append((number, max(round(value * SCALE), 1)))
    return found


def _worths(pages: Sequence[Fields]) -> Iterator[dict[str, float]]:
    """For each page, what a word counts for in each field: less in a long one."""
    average = {name: max(sum(sum(page[name].values()) for page in pages) / len(pages), 1) for name in FIELDS}
    for page in pages:
        lengths = {name: max(sum(page[name].values()) / average[name], SHORTEST) for name in FIELDS}
        yield {name: weight / (1 - share + share * lengths[name]) for name, (weight, share) in FIELDS.items()}


def units(pages: Sequence[Fields]) -> list[int]:
    """What a word in the text of each page counts for, as the packing tells most frequencies (`packing`)."""
    return [round(own["body"] * SCALE * PARTS) for own in _worths(pages)]


def deltas(rows: list[tuple[int, int]]) -> list[int]:
    """Page numbers as steps from the one before, each followed by its frequency."""
    flat, before = [], 0
    for page, value in rows:
        flat += [page - before, value]
        before = page
    return flat
