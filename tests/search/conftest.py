"""A little knowledge base with a search of its own, run by the engine as a browser runs it."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Begrepp
from macros.search.documents import Document, Section
from macros.search.write import ENGINE_SCRIPTS, EXCERPT_SCRIPTS, SCRIPTS, index_script, make_index

Search = Callable[..., dict[str, Any]]
ANSWER = """([query, typing]) => {
  const found = engine.search(query, { typing });
  const plain = (hit) => ({ address: hit.page.address, score: hit.score, reason: hit.reason });
  return { hits: found.hits.map(plain), corrected: found.corrected, unknown: found.unknown };
}"""


def term(**values: object) -> Begrepp:
    """A term of the glossary with what a test needs."""
    needed = {"forklaring": "En förklaring av ordet.", "andrad": "2026-01-01"}
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in values.items()}
    return Begrepp.model_validate({**needed, **lists})


def small_bank(**terms: Begrepp) -> Kunskapsbank:
    """A knowledge base of nothing but terms."""
    return Kunskapsbank({**{kind: {} for kind in KINDS}, "begrepp": terms}, {})


def document(address: str, title: str, text: str = "", *words: str, **values: Any) -> Document:
    """A page with one section of text."""
    sections = values.pop("sections", [Section("", "", text)])
    return Document(
        address, title, values.pop("summary", ""), values.pop("kind", "vagledning"), words, sections, **values
    )


PAGES = [
    document(
        "juridik/", "Juridik att tänka på", "Reglerna om jäv och sekretess i lagen om offentlig upphandling.", "lagar"
    ),
    document(
        "finansiering/", "Finansiering", "Så får gruppen pengar till förstudier och möten.", "vem betalar", "budget"
    ),
    document("tvattstugor/", "Tvättstugor och energi", "Torktumlare i en tvättstuga drar mycket ström."),
    document("ledningsnat/", "4S Ledningsnät", "Rören i marken ska hålla i 150 år. En skarv får inte läcka."),
    document("beslut/", "Beslut och mandat", "Gruppen beslutar om sitt eget arbete."),
    document("kylskap/", "En tävling om nya kylskåp", "Tävlingen gav kylskåp som drog lite."),
    document("lattlast/", "Lättläst", "Kort text.", "vad är det"),
]
BANK = small_bank(
    lou=term(namn="lagen om offentlig upphandling", forkortning="LOU", sokord=["upphandlingslagen"]),
    mandat=term(namn="mandat", bojningar=["mandatet"], synonymer=["befogenhet"]),
)


@pytest.fixture(scope="session")
def make_search(browser: Browser) -> Iterator[Callable[[Sequence[Document], Kunskapsbank], Search]]:
    """Makes a search over some documents."""
    opened: list[Page] = []

    def make(documents: Sequence[Document], bank: Kunskapsbank) -> Search:
        page = browser.new_page()
        opened.append(page)
        page.add_script_tag(content=index_script(make_index(documents, bank), (*ENGINE_SCRIPTS, *EXCERPT_SCRIPTS)))
        page.evaluate("globalThis.engine = kbSokMotor.createEngine(kbSokIndex)")
        return lambda query, typing=False: page.evaluate(ANSWER, [query, typing])

    yield make
    for page in opened:
        page.close()


@pytest.fixture(scope="session")
def search(make_search: Callable[[Sequence[Document], Kunskapsbank], Search]) -> Search:
    """The search over the little knowledge base."""
    return make_search(PAGES, BANK)


@pytest.fixture(scope="session")
def words_page(browser: Browser) -> Iterator[Page]:
    """A page with the browser's words, stems and excerpts."""
    page = browser.new_page()
    for file in ("sok-ord.js", "sok-utdrag.js"):
        page.add_script_tag(content=(SCRIPTS / file).read_text("utf-8"))
    yield page
    page.close()
