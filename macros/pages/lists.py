"""Lists made from everything: the glossary, the source register and the index A–Ö."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from types import MappingProxyType

from macros.drawing import draw, letter_anchor
from macros.kunskapsbank import Kunskapsbank
from macros.language.spans import spans
from macros.language.swedish import capital, initial, sort_key
from macros.loading.link_results import Tried
from macros.model import Begrepp, Kalla
from macros.model.base import UNKNOWN
from macros.model.text_rules import citations
from macros.ord import words
from macros.pages.page import Page
from macros.pages.sections import MOST_ENTRIES, MOST_LINES, LongList, Section

# A source names this many of the pages that cite it, so that the register grows with the sources only.
MOST_USES = 12


@dataclass(frozen=True)
class IndexEntry:
    """A line of the index A–Ö: what is looked up, where it leads, and what kind it is."""

    name: str
    address: str
    kind: str
    see: str = ""


def glossary_pages(bank: Kunskapsbank) -> tuple[Page, ...]:
    """`/ordlista/`: every term with an anchor, by letter; by page too when they are many."""
    terms = sorted(bank.begrepp.items(), key=lambda item: sort_key(item[1].namn))
    letters = [(letter, list(found)) for letter, found in groupby(terms, key=lambda item: initial(item[1].namn))]
    names = {identifier: term.namn for identifier, term in terms}
    if len(terms) <= MOST_ENTRIES:
        return (_page("ordlista", draw("sidor/ordlista.md", bokstaver=letters, namn=names, delad=False)),)
    parts = [
        Section(
            letter_anchor(letter).removeprefix("bokstav-"),
            letter,
            draw("sidor/ordlista.md", bokstaver=[(letter, found)], namn=names, delad=True),
            [(identifier, term.namn) for identifier, term in found],
        )
        for letter, found in letters
    ]
    return _divided("ordlista", parts)


def source_pages(
    bank: Kunskapsbank,
    uses: Mapping[str, tuple[IndexEntry, ...]],
    tried: Mapping[str, Tried] = MappingProxyType({}),
) -> tuple[Page, ...]:
    """`/kallor/`: every source by kind, with the pages that use it (`uses`, by source key); by page too when many.

    `tried` tells when each external address was last tried.
    """
    order = list(words()["kallslag"])
    sources = sorted(bank.kalla.items(), key=lambda item: (order.index(item[1].slag), sort_key(item[1].titel)))
    kinds = [(kind, list(found)) for kind, found in groupby(sources, key=lambda item: item[1].slag)]
    values = {"bruk": _shown_uses(uses), "saknas": UNKNOWN, "provade": tried}
    if len(sources) <= MOST_ENTRIES:
        return (_page("kallor", draw("sidor/kallor.md", slag=kinds, **values)),)
    parts = [
        Section(
            "-".join(filter(None, (kind, span.stem))),
            ", ".join(filter(None, (words()["kallslag"][kind], span.label))),
            draw("sidor/kallor.md", slag=[(kind, [(key, bank.kalla[key]) for key in span.held])], **values),
            [(key, bank.kalla[key].titel) for key in span.held],
            [f"{kind}-{stem}" if stem else kind for stem in ("", *span.within)] if span.stem else (),
        )
        for kind, found in kinds
        for span in spans({key: source.titel for key, source in found}, MOST_ENTRIES // 2)
    ]
    return _divided("kallor", parts)


def _shown_uses(uses: Mapping[str, tuple[IndexEntry, ...]]) -> Mapping[str, tuple[Sequence[IndexEntry], int]]:
    """For each source the pages to name, and how many there are more: a law is cited nearly everywhere."""
    return {key: (found[:MOST_USES], max(len(found) - MOST_USES, 0)) for key, found in uses.items()}


def a_to_o_pages(bank: Kunskapsbank, pages: Iterable[IndexEntry]) -> tuple[Page, ...]:
    """`/a-o/`: every page, record and term, with synonyms that lead to the term; a page a letter when they are many."""
    entries = [*pages, *_terms(bank.begrepp)]
    entries.sort(key=lambda entry: (sort_key(entry.name), entry.address))
    letters = [(letter, list(found)) for letter, found in groupby(entries, key=lambda entry: initial(entry.name))]
    if len(entries) <= MOST_LINES:
        return (_page("a-o", draw("sidor/a-o.md", bokstaver=letters)),)
    parts = [
        Section(
            letter_anchor(letter).removeprefix("bokstav-"),
            letter,
            draw("sidor/a-o.md", bokstaver=[(letter, found)]),
            [(str(number), entry.name) for number, entry in enumerate(found)],
        )
        for letter, found in letters
    ]
    texts = words()["sidor"]["a-o"]
    made = LongList("a-o.md", texts, "a-o", parts, filter_field("a-o"))
    cards = [(made.address(part), part.name, part.entries[0][1], part.entries[-1][1]) for part in parts]
    return tuple(made.pages(f"{texts['ingress']}\n\n{draw('sidor/a-o-avsnitt.md', avsnitt=cards)}"))


def _terms(terms: Mapping[str, Begrepp]) -> Iterator[IndexEntry]:
    for identifier, term in terms.items():
        address = f"/ordlista/#{identifier}"
        yield IndexEntry(capital(term.namn), address, "begrepp")
        for other in (*term.synonymer, *((term.forkortning,) if term.forkortning else ())):
            if other.lower() != term.namn.lower():
                yield IndexEntry(capital(other), address, "begrepp", term.namn)


def _divided(name: str, parts: Sequence[Section]) -> tuple[Page, ...]:
    """A list in sections, with the names of all that they hold at its own address."""
    texts = words()["sidor"][name]
    made = LongList(f"{name}.md", texts, name, parts, filter_field(name))
    return tuple(made.pages(f"{texts['ingress']}\n\n{made.menu()}\n{filter_field(name)}\n{made.named()}"))


def _page(name: str, body: str) -> Page:
    texts = words()["sidor"][name]
    return Page(
        f"{name}.md",
        texts["titel"],
        texts["sammanfattning"],
        f"{texts['ingress']}\n\n{filter_field(name)}\n{body}",
        "lista",
        None,
        {"sokord": texts["sokord"], "filtreras": True},
    )


def filter_field(name: str) -> str:
    """The field that filters the long list of a page, by the page's name; empty for a page that has none."""
    texts = words()["sida"]
    label = texts["filter"].get(name, "")
    return draw("sidor/filter.html", etikett=label, antal=texts["filter_antal"]) if label else ""


def source_uses(
    pages: Iterable[tuple[IndexEntry, str]], sources: Mapping[str, Kalla]
) -> Mapping[str, tuple[IndexEntry, ...]]:
    """Which pages cite each source; `pages` are (entry, Markdown) of everything but the register itself."""
    found: dict[str, dict[str, IndexEntry]] = {key: {} for key in sources}
    for entry, markdown in pages:
        for key in citations(markdown):
            found.setdefault(key, {})[entry.address] = entry
    return {key: tuple(sorted(uses.values(), key=lambda entry: sort_key(entry.name))) for key, uses in found.items()}
