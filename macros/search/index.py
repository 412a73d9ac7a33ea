"""The index: the pages, their terms and what leads to them, as plain data for the browser.

`frequencies` says how much each page is about each term, and `packing` makes the data small.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from macros.kept import Kept
from macros.language.speaking import SWEDISH, spoken
from macros.model.plain import Json
from macros.ord import Words
from macros.search.analysis import deep_stem, stem
from macros.search.answers import Phrase
from macros.search.documents import Document
from macros.search.frequencies import SCALE, Fields, Postings, deltas, postings_of, units
from macros.search.inflection import Bases, base_stems
from macros.search.lexicon import PHRASE, Concept
from macros.search.pages import incoming_links, page_weights
from macros.search.read_words import ReadWords, all_words
from macros.search.synonyms import common_words, marks, synonyms
from macros.search.vocabulary import CONCEPT_SIGN, Vocabulary, compounds, derivations, groups, root

FORMAT = 2
# From this frequency on a page the page is about the word, and does not only mention it.
ABOUT = 2
# A heading on more pages than this comes from a template and tells nothing about the page.
COMMON_HEADING = 4

_TITLE_PARTS = re.compile(r"[,:] | – | och ")

Phrases = set[tuple[str, ...]]


@dataclass(frozen=True)
class WordLists:
    """The edited lists: words not indexed, words of little weight, words that are no parts, short words that are."""

    stop_words: frozenset[str]
    weak_words: frozenset[str] = frozenset()
    no_parts: frozenset[str] = frozenset()
    short_parts: frozenset[str] = frozenset()


class IndexMaker:
    """Makes the index of some documents. Everything comes out in one order, so that builds can be compared."""

    def __init__(
        self, documents: Sequence[Document], concepts: Iterable[Concept], lists: WordLists, kept: Kept | None = None
    ) -> None:
        self._documents = documents
        self._lists = lists
        self._kept = kept
        concepts = tuple(concepts)
        self._read = ReadWords(kept)
        words = all_words(documents, concepts, self._read.words)
        # The dictionary of inflections is Swedish.
        self._bases = base_stems(words, kept) if spoken() == SWEDISH else Bases()
        self._all_words = words
        self._own = words | {stem(word) for word in words}
        self._words = Vocabulary(self._bases, self._read.words)
        self._headings = Counter(part.heading for page in documents for part in page.sections)
        self._concepts = [(concept, *self._phrases(concept)) for concept in concepts]
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for concept, forms, _ in self._concepts:
            for form in sorted(form for form in forms if len(form) > 1):
                self._by_first[form[0]].append((form, concept.name))

    def make(self, texts: Words, answers: Callable[[Phrase], Any]) -> Json:
        """The index as plain data for JSON. `texts` are the interface's words, `answers` makes what can be answered."""
        answered = answers(self._words.add)
        fields = [self._fields(page) for page in self._documents]
        postings = self._with_concepts(postings_of(fields))
        keys = [self._keys(page) for page in self._documents]
        stops = sorted(self._lists.stop_words | self._unused(postings))
        names = {concept.name for concept, _, _ in self._concepts}
        terms = sorted(self._words.terms() | names | {self._words.term(word) for word in stops})
        at = {term: number for number, term in enumerate(terms)}
        counts = {term: len(postings.get(term, ())) for term in terms}
        never, short = self._lists.stop_words | self._lists.no_parts, self._lists.short_parts
        parts = self._keep(
            lambda: compounds(counts, never, short, self._words.term),
            " ".join(sorted(self._all_words)),
            " ".join(sorted(term for term, count in counts.items() if count)),
        )
        self._read.save()
        return {
            "format": FORMAT,
            "ord": texts,
            "skala": SCALE,
            **self._pages(),
            "nycklar": [[[[at[term] for term in key] for key in group] for group in own] for own in keys],
            # A concept needs no name in the browser.
            "termer": " ".join(CONCEPT_SIGN if term in names else term for term in terms),
            "former": " ".join(self._words.written(term) for term in terms),
            "enheter": units(fields),
            "poster": [deltas(postings.get(term, [])) for term in terms],
            "delar": [[at[whole], *(at[part] for part in own)] for whole, own in parts.items()],
            "samma": groups(map(deep_stem, terms), at.values()),
            "stammar": _by_term(self._worth_telling(self._bases.missed_stems(at), postings), at),
            "bojningar": _by_term(self._worth_telling(self._bases.missed_forms(at), postings), at),
            "synonymer": _by_term(synonyms(at, self._words.term), at),
            "kanda": marks({stem(word) for word in common_words()} - set(at)),
            "slakt": groups(map(root, terms), at.values()),
            "avledningar": derivations(),
            "stamlista": self._stem_list(),
            "vikningar": sorted({(typed, at[term]) for typed, term in self._words.fold_exceptions()}),
            "svar": _numbered(answered, at),
            "begrepp": [self._concept(*row, at) for row in self._concepts],
            "ingar": [sorted(at[term] for term in _single(forms)) for _, forms, _ in self._concepts],
            "stoppord": " ".join(stops),
            "svaga": sorted({at[term] for word in self._lists.weak_words if (term := self._words.term(word)) in at}),
            "korta": " ".join(sorted(self._lists.short_parts)),
        }

    def _unused(self, postings: Postings) -> set[str]:
        """The words of little weight that no page has. To look for them would only lead to words spelled alike."""
        return {word for word in self._lists.weak_words if self._words.term(word) not in postings}

    def _keep(self, make: Callable[[], Any], *decided_by: str) -> Any:
        return self._kept.get(make, "delar", *decided_by) if self._kept else make()

    def _stem_list(self) -> str:
        """Words and their stems where they differ, for a language that the browser has no stemmer for."""
        if spoken() == SWEDISH:
            return ""
        return " ".join(f"{word}:{stem(word)}" for word in sorted(self._all_words) if stem(word) != word)

    def _worth_telling(self, pairs: Iterable[tuple[str, str]], postings: Postings) -> Iterator[tuple[str, str]]:
        """Of terms with other forms, those of words that some page is about, and the forms that the pages have."""
        for term, word in pairs:
            if word in self._own or max((value for _, value in postings.get(term, ())), default=0) >= ABOUT * SCALE:
                yield term, word

    def _phrases(self, concept: Concept) -> tuple[Phrases, Phrases]:
        """The terms of a concept's forms and triggers."""
        forms = {self._words.add(form) for form in concept.forms} - {()}
        triggers = {self._words.add(form) for form in concept.triggers} - {()}
        # An everyday word may be one of the words that it leads to: it then leads to the others.
        return forms, triggers - forms if concept.form_weight else triggers

    def _concept(self, concept: Concept, forms: Phrases, triggers: Phrases, at: Mapping[str, int]) -> list[object]:
        """The concept's term, and its phrases as terms, each with its weight."""
        weighted = [(phrase, concept.form_weight) for phrase in forms if concept.form_weight]
        weighted += [(phrase, PHRASE if len(phrase) > 1 else concept.trigger_weight) for phrase in triggers]
        return [at[concept.name], sorted([weight, *(at[term] for term in phrase)] for phrase, weight in weighted)]

    def _terms(self, text: str) -> list[str]:
        """The terms of a text that are indexed: stems without stop words, and concepts where they occur."""
        found = self._words.add(text)
        whole = [term for word in self._read.hyphened(text) for term in self._words.add(word)]
        kept = [term for word, term in zip(self._read.words(text), found, strict=True) if not self._is_stop(word)]
        starts = [at for at, term in enumerate(found) if term in self._by_first]
        return kept + whole + [name for at in starts for name in self._concepts_at(found, at)]

    def _concepts_at(self, found: tuple[str, ...], at: int) -> list[str]:
        names = [name for form, name in self._by_first.get(found[at], ()) if found[at : at + len(form)] == form]
        return sorted(set(names))

    def _is_stop(self, word: str) -> bool:
        return word in self._lists.stop_words or (len(word) == 1 and not word.isdigit())

    def _fields(self, page: Document) -> Fields:
        """How often each term stands in each field."""
        searched: defaultdict[str, float] = defaultdict(float)
        for phrase in page.search_words:
            terms = self._terms(phrase)
            for term in terms:
                # A word of a long phrase says less about the page than a search word that stands alone.
                searched[term] += 1 / math.sqrt(len(terms))
        return {
            "title": self._count([page.title]),
            "search_words": searched,
            # What is asked in many ways weighs more than what is asked once, but not as many times more.
            "questions": {term: math.sqrt(count) for term, count in self._count(page.questions).items()},
            "heading": self._count(part.heading for part in page.sections),
            "summary": self._count([page.summary]),
            "body": self._count(part.text for part in page.sections),
        }

    def _count(self, texts: Iterable[str]) -> dict[str, float]:
        return dict(Counter(term for text in texts for term in self._terms(text)))

    def _with_concepts(self, postings: Postings) -> Postings:
        """The same with each concept standing where its forms of one word do as well."""
        found = dict(postings)
        for concept, forms, _ in self._concepts:
            rows = chain(postings.get(concept.name, ()), *(postings.get(term, ()) for term in _single(forms)))
            total: Counter[int] = Counter()
            for page, value in rows:
                total[page] += value
            found[concept.name] = sorted(total.items())
        return found

    def _keys(self, page: Document) -> list[list[tuple[str, ...]]]:
        """The terms of the title, of each search word and of each heading: what a reader may type in full."""
        headings = [part.heading for part in page.sections if self._headings[part.heading] <= COMMON_HEADING]
        return [
            [self._words.add(text) for text in group] for group in (_titles(page.title), page.search_words, headings)
        ]

    def _pages(self) -> Json:
        """The pages as address, title, number of its kind, summary and weights; and the kinds."""
        links = incoming_links(self._documents)
        kinds = sorted({page.kind for page in self._documents})
        rows = [
            [page.address, page.title, kinds.index(page.kind), page.summary, *page_weights(page, links[page.address])]
            for page in self._documents
        ]
        return {"slag": kinds, "sidor": rows}


def _single(forms: Phrases) -> set[str]:
    """The terms that are a form by themselves."""
    return {form[0] for form in forms if len(form) == 1}


def _titles(title: str) -> list[str]:
    """A title, and its first part when it has several: ”Vitvarugruppen, den första gruppen i BeBo”."""
    first = _TITLE_PARTS.split(title, maxsplit=1)[0]
    return [title] if first == title else [title, first]


def _by_term(pairs: Iterable[tuple[str, str]], at: Mapping[str, int]) -> list[list[object]]:
    """The number of each term with the words that lead to it."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for term, word in pairs:
        found[at[term]].append(word)
    return [[term, " ".join(words)] for term, words in sorted(found.items())]


def _numbered(data: Any, at: Mapping[str, int]) -> Any:
    """The same data with each tuple of terms as a list of their numbers."""
    if isinstance(data, dict):
        return {key: _numbered(value, at) for key, value in data.items()}
    if isinstance(data, tuple):
        return [at[term] for term in data]
    return [_numbered(value, at) for value in data] if isinstance(data, list) else data
