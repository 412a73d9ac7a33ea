"""What the search can answer above its hits: facts, words, lists, comparisons and sections of laws.

Everything comes from the records, the criteria, the glossary and the built pages; how readers ask stands in
`fragor.yml`. The browser (`overrides/assets/js/sok-svar.js`) only puts a question together with what is here, and
answers when every word of the question is accounted for.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from itertools import chain

from macros.compare.chosen import COMPARABLE
from macros.facts.cells import Cell, Entry, cell, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import SWEDISH
from macros.language.swedish import listing
from macros.model import Kriterium
from macros.model.base import Post
from macros.model.plain import Json
from macros.own_files import own_yaml
from macros.search.documents import Document
from macros.search.laws import citations, laws
from macros.search.places import places

UNKNOWN, NOT_APPLICABLE = 0, 1
MEMBERS, CIRCLE, SITE = "medlemmar", "medlemskrets", "webb"
LISTED = frozenset({"val", "vallista"})
# The criterion whose values are what records are called themselves: ”vilka innovationskluster finns”.
SORT = "slag"
# Where the first part of a name ends: ”Partnersamverkan för kollektivtrafik”.
_REST_OF_NAME = " för "
# Words of an allowed value that are too short to stand for it.
SHORTEST_VALUE = 2

Phrase = Callable[[str], tuple[str, ...]]


@cache
def questions() -> Json:
    """The edited list of how readers ask."""
    loaded: Json = own_yaml("macros.search", "fragor.yml")
    return loaded


class AnswerMaker:
    """Collects what can be answered. `phrase` gives the terms of a text, of the index's own vocabulary."""

    def __init__(
        self, bank: Kunskapsbank, documents: Sequence[Document], words: Mapping[str, str], phrase: Phrase
    ) -> None:
        self._bank = bank
        self._documents = documents
        self._words = words
        self._phrase = phrase
        self._page = {page.address: number for number, page in enumerate(documents)}
        self._sources: dict[str, int] = {}

    def make(self) -> Json:
        """All of it as plain data, with terms as tuples of strings."""
        kinds = {kind: self._records(kind) for kind in COMPARABLE}
        return {
            "slag": {kind: self._kind(kind, identifiers) for kind, identifiers in kinds.items() if identifiers},
            "ord": [[self._page[address], names] for address, names in self._terms()],
            "vad_ar": self._phrases(questions()["vad_ar"]),
            "jamfora": [self._phrase(word) for word in questions()["jamfora"]],
            "lista": self._phrases(questions()["lista"]),
            "helst": {kind: self._phrases(ways) for kind, ways in questions()["helst"].items()},
            "smaord": [self._phrase(word) for word in questions()["smaord"].split()],
            "lagar": self._laws(),
            "kallor": [[key, self._bank.kalla[key].titel] for key in self._sources],
        }

    def _records(self, kind: str) -> list[str]:
        """The records of a kind that have a page."""
        return [key for key in self._bank.records(kind) if self._address(kind, key) in self._page]

    def _address(self, kind: str, identifier: str) -> str:
        return COMPARABLE[kind].page_of(identifier).lstrip("/")

    def _kind(self, kind: str, identifiers: Sequence[str]) -> Json:
        records = [self._bank.posts(kind)[identifier] for identifier in identifiers]
        criteria = [pair[1] for pair in criteria_for(self._bank, kind)]
        cells = [[cell(record, criterion) for criterion in criteria] for record in records]
        fields = [self._field(criterion.falt, (criterion.namn, criterion.i_mening or "")) for criterion in criteria]
        rows = [[self._cell(one) for one in row] for row in cells]
        if kind == "grupp":
            fields += [self._field(name, (self._words[name],)) for name in (MEMBERS, SITE)]
            circle = next((at for at, criterion in enumerate(criteria) if criterion.falt == CIRCLE), None)
            rows = [
                [*row, self._members(record, UNKNOWN if circle is None else row[circle]), self._site(record)]
                for row, record in zip(rows, records, strict=True)
            ]
        pages = [f"jamfor/{listing.name}/" for listing in COMPARABLE[kind].lists]
        return {
            "kallas": self._phrases(questions()["slag"].get(kind, ())),
            "jamfors": [self._page[page] for page in pages if page in self._page],
            "falt": fields,
            "poster": [
                [self._page[self._address(kind, key)], self._names(kind, record), row]
                for key, record, row in zip(identifiers, records, rows, strict=True)
            ],
            "listor": list(self._lists(criteria, cells)),
        }

    def _field(self, field: str, names: Iterable[str]) -> list[object]:
        """A field's name as shown, and the ways to ask for it."""
        asked = [*(name for name in names if name), *questions()["falt"].get(field, ())]
        return [next(iter(names)), self._phrases(asked)]

    def _names(self, kind: str, record: Post) -> list[tuple[str, ...]]:
        """What a record is called: its name, its full name, and what a group is called for short."""
        names = [record.namn, getattr(record, "fullt_namn", None)]
        short = self._short_name(record.namn) if kind == "grupp" else None
        return self._phrases(name for name in (*names, short) if name)

    def _short_name(self, name: str) -> str | None:
        """The first word of a name when it is a code, or all that the name says before what the group is for.

        The latter is one word, and no word for groups of its sort.
        """
        first = name.split(maxsplit=1)[0]
        if any(sign.isdigit() for sign in first):
            return first
        start = name.partition(_REST_OF_NAME)[0]
        is_name = start == first != name and self._phrase(start) not in self._sorts
        return start if is_name else None

    @cached_property
    def _sorts(self) -> frozenset[tuple[str, ...]]:
        """What sorts of records are called."""
        values = [value.namn for one in self._bank.kriterium.values() if one.falt == SORT for value in one.varden]
        return frozenset(self._phrases((*values, *chain.from_iterable(questions()["slag"].values()))))

    def _phrases(self, texts: Iterable[str]) -> list[tuple[str, ...]]:
        return list(dict.fromkeys(found for text in texts if (found := self._phrase(text))))

    def _cell(self, found: Cell) -> object:
        if found.status != "kand":
            return UNKNOWN if found.status == "saknas" else NOT_APPLICABLE
        return [self._entry(entry) for entry in found.entries]

    def _entry(self, entry: Entry) -> list[object]:
        """Text, places of its sources in the list, year, and whether the reading is our own."""
        sources = [self._sources.setdefault(key, len(self._sources)) for key in entry.sources]
        made: list[object] = [entry.text, sources, entry.year or 0, int(entry.own_reading)]
        while len(made) > 1 and not made[-1]:
            made.pop()
        return made

    def _members(self, record: Post, circle: object) -> object:
        """The members by name, or the circle that they come from when no names are known."""
        return [
            self._entry(Entry(listing(listed.namn), (), listed.avser, listed.kallor))
            for listed in getattr(record, "medlemmar", ())
        ] or circle

    def _site(self, record: Post) -> object:
        website = getattr(record, "webb", None)
        return [[website]] if website else UNKNOWN

    def _lists(self, criteria: Sequence[Kriterium], cells: Sequence[Sequence[Cell]]) -> Iterator[list[object]]:
        """Each allowed value with the ways to name it, the records that have it, and whether they are called so."""
        for at, criterion in enumerate(criteria):
            if criterion.vardeslag not in LISTED:
                continue
            for value in criterion.varden:
                having = [number for number, row in enumerate(cells) if value.namn in row[at].parts]
                if having:
                    called = [1] if criterion.falt == SORT and len(having) > 1 else []
                    yield [value.namn, self._ways(value.namn, criterion), having, *called]

    def _ways(self, name: str, criterion: Kriterium) -> list[tuple[str, ...]]:
        """A value's name, and each of its words that is in no other value of the criterion."""
        others = [set(self._phrase(value.namn)) for value in criterion.varden if value.namn != name]
        own = [term for term in self._phrase(name) if len(term) > SHORTEST_VALUE]
        alone = [(term,) for term in own if not any(term in other for other in others)]
        also = self._phrases(questions()["varden"].get(name, ()))
        return [self._phrase(name), *(alone if len(own) > 1 else ()), *also]

    def _terms(self) -> Iterator[tuple[str, list[tuple[str, ...]]]]:
        """The glossary's terms and what they are called."""
        for key, term in self._bank.begrepp.items():
            address = f"{places(SWEDISH).glossary}#{key}"
            if address in self._page:
                names = (term.namn, *term.bojningar, *term.synonymer, term.forkortning, term.engelska)
                yield address, self._phrases(name for name in names if name)

    def _laws(self) -> Json:
        """The laws with their names, and the sections that pages cite."""
        known = laws(self._bank)
        places: dict[tuple[int, str, str], list[str]] = {}
        for found in citations(self._documents, known):
            key = (self._page[found.address], found.anchor, found.heading)
            places.setdefault(key, []).append(f"{found.word}{'' if found.law is None else found.law}")
        return {
            "namn": [[law.key, law.title, self._phrases(law.names)] for law in known],
            "rum": [[*place, " ".join(words)] for place, words in places.items()],
        }
