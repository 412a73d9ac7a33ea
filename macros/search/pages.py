"""Which documents are indexed, and how much each counts beside the others.

A glossary term is a document of its own, since a reader who types a term wants its entry. Pages that repeat
what stands elsewhere (registers, comparisons of two groups) stand back for the pages that they repeat.
"""

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from urllib.parse import urljoin, urlsplit

from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import spoken
from macros.search.documents import Document
from macros.search.places import places
from macros.search.questions import everyday_questions

CONTRIBUTING, EASY = "bidra/", "lattlast/"
KIND_WEIGHT: Mapping[str, float] = {"vagledning": 1.1, "begrepp": 0.5, "projekt": 0.9, "framgangsfaktor": 0.9}
PAIR_WEIGHT, PAIR_TITLE_WEIGHT = 0.5, 0.8
# Pages for those who write here use the same words (sources, jäv) as the guidance that most readers want.
CONTRIBUTING_WEIGHT = 0.85
# Easy-to-read pages say again what the pages do that lead to them.
EASY_WEIGHT = 0.5
# Pages that mention everything; their own title still counts in full.
REGISTER_WEIGHT = 0.65
# A page that many others link to is likelier to be what a reader wants (the logarithm of the number counts).
LINK_WEIGHT = 0.1


def all_documents(pages: Iterable[Document], bank: Kunskapsbank) -> list[Document]:
    """The documents in the order of the index. The glossary is split; pages that only say again keep their title."""
    found: list[Document] = []
    own = places(spoken())
    for page in pages:
        if own.is_term_list(page.address):
            found.extend(glossary_documents(page, bank))
        if own.is_part(page.address):
            continue
        shown = _title_only(page) if own.says_again(page.address, page.kind) else page
        found.append(replace(shown, questions=everyday_questions().get(f"/{page.address}", ())))
    return found


def _title_only(page: Document) -> Document:
    return Document(page.address, page.title, page.summary, page.kind, page.search_words)


def glossary_documents(page: Document, bank: Kunskapsbank) -> list[Document]:
    """One document a term, addressed by the term's anchor in the glossary."""
    made = []
    for section in page.sections:
        term = bank.begrepp.get(section.anchor)
        if term is None:
            continue
        others = (*term.synonymer, *term.sokord, *(word for word in (term.forkortning, term.engelska) if word))
        made.append(Document(f"{page.address}#{section.anchor}", section.heading, term.forklaring, "begrepp", others))
    return made


def incoming_links(documents: Iterable[Document]) -> Counter[str]:
    """How many pages link to each address from their text. Pages that link to everything are not counted."""
    found: Counter[str] = Counter()
    own = places(spoken())
    for page in documents:
        if not page.address.startswith((own.glossary, own.sources, own.register, own.comparisons)):
            targets = {urlsplit(urljoin(f"/{page.address}", link)).path.lstrip("/") for link in page.links}
            found.update(targets - {page.address})
    return found


def page_weights(page: Document, links: int) -> tuple[float, float]:
    """How much a page counts: by its words, and by the likeness of its title and search words to the query."""
    own = places(spoken())
    if page.address in {own.start, own.glossary, own.register} or page.address.startswith(own.sources):
        return REGISTER_WEIGHT, 1.0
    if page.address.startswith(own.pairs):
        return PAIR_WEIGHT, PAIR_TITLE_WEIGHT
    if page.address.startswith(CONTRIBUTING) and page.address != CONTRIBUTING:
        return CONTRIBUTING_WEIGHT, CONTRIBUTING_WEIGHT
    if page.address.startswith(EASY) and page.address != EASY:
        return EASY_WEIGHT, EASY_WEIGHT
    weight = KIND_WEIGHT.get(page.kind, 1.0)
    return round(weight * (1 + LINK_WEIGHT * math.log1p(links)), 3), weight
