"""The index: how much each page is about each term, by BM25F, ready for the browser.

BM25F (Robertson, Zaragoza and Taylor 2004) adds a term's counts in the fields of a page, each field with a
weight and with its own length normalisation, into one number; the browser saturates that number and
multiplies by the term's rarity (inverse document frequency). Weights and normalisation are spent here, so
that the browser reads one small number a page and term.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from macros.kunskapsbank import Kunskapsbank
from macros.search.analysis import fold, stem, tokens
from macros.search.compounds import Splitter
from macros.search.documents import Document
from macros.search.lexicon import Concept

FORMAT = 1
# Field -> (weight, share of length normalisation).
FIELDS: Mapping[str, tuple[float, float]] = {
    "title": (5.0, 0.2),
    "search_words": (4.0, 0.0),
    "heading": (2.5, 0.5),
    "summary": (2.0, 0.2),
    "body": (1.0, 0.7),
}
# Page kinds that say the same as others in another form stand back for them.
KIND_WEIGHT: Mapping[str, float] = {"begrepp": 0.8, "jamforelse": 0.75, "lista": 0.85}
PAIR_WEIGHT = 0.5
REGISTER_WEIGHT = 0.5
# Numbers are kept as whole quarters, which is finer than ranking needs.
SCALE = 4
GLOSSARY, REGISTERS, PAIRS = "ordlista/", ("kallor/", "a-o/"), "jamfor/par/"
SHORTEST_TO_SPLIT = 7


@dataclass
class Vocabulary:
    """All terms with their numbers, and the words as written that gave them."""

    numbers: dict[str, int] = field(default_factory=dict)
    written: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def number(self, term: str) -> int:
        """The number of a term, a new one the first time."""
        return self.numbers.setdefault(term, len(self.numbers))

    def add(self, word: str) -> str:
        """Notes a word as written and returns its term."""
        term = stem(word)
        self.number(term)
        self.written[term][word] += 1
        return term


def glossary_documents(page: Document, bank: Kunskapsbank) -> list[Document]:
    """The glossary as one document a term, since a reader who types a term wants that term's entry."""
    made = []
    for section in page.sections:
        term = bank.begrepp.get(section.anchor)
        if term is None:
            continue
        others = (*term.synonymer, *term.sokord, *(word for word in (term.forkortning, term.engelska) if word))
        made.append(Document(f"{page.address}#{section.anchor}", section.heading, term.forklaring, "begrepp", others))
    return made


def all_documents(pages: Iterable[Document], bank: Kunskapsbank) -> list[Document]:
    """Documents in the order of the index: the glossary is split, registers keep only their title."""
    found: list[Document] = []
    for page in pages:
        if page.address == GLOSSARY:
            found.extend(glossary_documents(page, bank))
        if page.address == GLOSSARY or page.address == "a-o/":
            page = Document(page.address, page.title, page.summary, page.kind, page.search_words)  # noqa: PLW2901
        found.append(page)
    return found


def page_weight(page: Document) -> float:
    """How much a page's score counts beside that of a page of guidance."""
    if page.address in REGISTERS:
        return REGISTER_WEIGHT
    if page.address.startswith(PAIRS):
        return PAIR_WEIGHT
    return KIND_WEIGHT.get(page.kind, 1.0)


class IndexMaker:
    """Makes the index of some documents. Everything comes out in one order, so that builds can be compared."""

    def __init__(self, documents: Sequence[Document], concepts: Sequence[Concept], stop_words: frozenset[str]) -> None:
        self._documents = documents
        self._stop = stop_words
        self._words = Vocabulary()
        self._concepts = [(concept, *self._sequences(concept)) for concept in concepts]
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for concept, forms, _ in self._concepts:
            for form in sorted(forms):
                self._by_first[form[0]].append((form, concept.name))

    def _sequences(self, concept: Concept) -> tuple[set[tuple[str, ...]], set[tuple[str, ...]]]:
        forms = {tuple(self._words.add(word) for word in tokens(form)) for form in concept.forms}
        triggers = {tuple(self._words.add(word) for word in tokens(form)) for form in concept.triggers}
        return forms - {()}, triggers - {()} - forms

    def _terms(self, text: str) -> list[str]:
        """The terms of a text that are indexed: stems without stop words, and concepts where they occur."""
        words = tokens(text)
        found = [self._words.add(word) for word in words]
        kept = [term for word, term in zip(words, found, strict=True) if not self._is_stop(word)]
        return kept + [name for at in range(len(found)) for name in self._concepts_at(found, at)]

    def _concepts_at(self, found: list[str], at: int) -> list[str]:
        names = [name for form, name in self._by_first.get(found[at], ()) if tuple(found[at : at + len(form)]) == form]
        return sorted(set(names))

    def _is_stop(self, word: str) -> bool:
        return word in self._stop or (len(word) == 1 and not word.isdigit())

    def _fields(self, page: Document) -> dict[str, Counter[str]]:
        searched: Counter[str] = Counter()
        for phrase in page.search_words:
            terms = self._terms(phrase)
            for term in terms:
                # A word of a long phrase says less about the page than a search word that stands alone.
                searched[term] += 1 / math.sqrt(len(terms))  # type: ignore[assignment]
        return {
            "title": Counter(self._terms(page.title)),
            "search_words": searched,
            "heading": Counter(term for section in page.sections for term in self._terms(section.heading)),
            "summary": Counter(self._terms(page.summary)),
            "body": Counter(term for section in page.sections for term in self._terms(section.text)),
        }

    def _postings(self) -> dict[str, list[tuple[int, int]]]:
        """For each term, the pages it stands in with its BM25F frequency."""
        pages = [self._fields(page) for page in self._documents]
        average = {name: max(sum(sum(page[name].values()) for page in pages) / len(pages), 1) for name in FIELDS}
        postings: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, page in enumerate(pages):
            total: defaultdict[str, float] = defaultdict(float)
            for name, (weight, share) in FIELDS.items():
                length = sum(page[name].values()) / average[name]
                for term, count in page[name].items():
                    total[term] += weight * count / (1 - share + share * length)
            for term, value in total.items():
                postings[term].append((number, max(round(value * SCALE), 1)))
        return postings

    def _keys(self, page: Document) -> list[list[int]]:
        """Title and search words as sequences of term numbers: what a reader may type in full."""
        phrases = [page.title, *page.search_words]
        found = [[self._words.number(self._words.add(word)) for word in tokens(phrase)] for phrase in phrases]
        return [key for key in found if key]

    def make(self, texts: Mapping[str, Any], text_file: str) -> dict[str, Any]:
        """The index as plain data for JSON. `texts` are the interface's words, `text_file` the file of excerpts."""
        postings = self._postings()
        keys = [self._keys(page) for page in self._documents]
        for concept, _, _ in self._concepts:
            self._words.number(concept.name)
        stops = sorted(word for word in self._stop)
        for word in stops:
            self._words.number(stem(word))
        terms = sorted(self._words.numbers)
        place = {self._words.numbers[term]: new for new, term in enumerate(terms)}
        at = {term: new for new, term in enumerate(terms)}
        kinds = sorted({page.kind for page in self._documents})
        return {
            "format": FORMAT,
            "texter": text_file,
            "ord": texts,
            "skala": SCALE,
            "slag": kinds,
            "sidor": [
                [page.address, page.title, kinds.index(page.kind), page.summary, page_weight(page)]
                for page in self._documents
            ],
            "nycklar": [[[place[number] for number in key] for key in page_keys] for page_keys in keys],
            "termer": " ".join(terms),
            "former": " ".join(self._display(term) for term in terms),
            "poster": [_deltas(postings.get(term, [])) for term in terms],
            "delar": self._parts(terms, at, postings),
            "vikningar": _fold_exceptions(terms, at, self._words.written),
            "begrepp": [
                [
                    at[concept.name],
                    concept.form_weight,
                    sorted([at[term] for term in form] for form in forms),
                    concept.trigger_weight,
                    sorted([at[term] for term in form] for form in triggers),
                ]
                for concept, forms, triggers in self._concepts
            ],
            "stoppord": " ".join(stops),
        }

    def _display(self, term: str) -> str:
        """The commonest way a term is written, to show to readers; ”-” when it is the term itself."""
        written = self._words.written.get(term)
        if not written:
            return "-"
        best = min(written, key=lambda word: (-written[word], len(word), word))
        return "-" if best == term else best

    def _parts(self, terms: list[str], at: Mapping[str, int], postings: Mapping[str, Any]) -> list[list[int]]:
        known = {term: len(postings.get(term, ())) for term in terms if not term.startswith("#")}
        splitter = Splitter(known, frozenset(self._stop))
        found = []
        for term in terms:
            if len(term) < SHORTEST_TO_SPLIT or term.startswith("#") or term not in postings:
                continue
            parts = splitter.parts(term)
            if parts:
                found.append([at[term], *(at[part] for part in parts)])
        return found


def _deltas(rows: list[tuple[int, int]]) -> list[int]:
    """Page numbers as steps from the one before, each followed by its frequency."""
    flat, before = [], 0
    for page, value in rows:
        flat += [page - before, value]
        before = page
    return flat


def _fold_exceptions(terms: list[str], at: Mapping[str, int], written: Mapping[str, Counter[str]]) -> list[list[Any]]:
    """Stems of words typed without å, ä and ö, where folding the stem does not give the same."""
    found = set()
    for term in terms:
        for word in written.get(term, ()):
            typed = fold(stem(fold(word)))
            if typed != fold(term):
                found.add((typed, at[term]))
    return [list(pair) for pair in sorted(found)]
