"""The English site: every page has its twin or is listed, links both ways, and no Swedish word of the interface."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser

from macros.addresses import address_of
from macros.checks import gather
from macros.cli.oversattningar import pages_without
from macros.language.speaking import ENGLISH, SWEDISH
from macros.ord import SWEDISH_ALONE, words_in
from tests.cases import PROJECT
from tests.search.test_quality import ANSWER

# Pages that are in Swedish alone: for those who write here, in easy Swedish, and on how the site is made.
ALONE = ("/bidra/", "/lattlast/", "/andringar/", "/om/tillganglighet/", "/om/formsprak/", "/om/in-english/")
QUERIES = Path(__file__).parents[1] / "search" / "queries.en.tsv"
LEAST_FIRST = 95
# Swedish words that English text names as such: what the Swedish pages and the data say, a language, a heading.
NAMED = frozenset({"uppgift saknas", "ej tillämpligt", "engelska", "Beställargrupper"})
_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"})


class _Page(HTMLParser):
    """The language of a page, its links by language, and its texts outside parts in another language."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.language = ""
        self.links: list[tuple[str, str]] = []
        self.texts: list[str] = []
        self._open: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self.language = values.get("lang", "") if tag == "html" else self.language
        if tag == "a" and "hreflang" in values and "lang" in values:
            self.links.append((values["hreflang"], values["href"]))
        if tag not in _VOID:
            self._open.append((tag, values.get("lang", "") or (self._open[-1][1] if self._open else "")))
        if self._here() == self.language:
            self.texts += [values[name] for name in ("aria-label", "title", "placeholder", "alt") if name in values]

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and self._here() == self.language and self._open[-1][0] not in {"script", "style"}:
            self.texts.append(data)

    def _here(self) -> str:
        return self._open[-1][1] if self._open else ""


@pytest.fixture(scope="module")
def found(site: Path) -> dict[str, _Page]:
    """Every page by its address; moved and withdrawn ones are left out."""
    pages = {}
    for path in sorted(site.rglob("index.html")):
        text = path.read_text("utf-8")
        folder = path.parent.relative_to(site).as_posix()
        if 'http-equiv="refresh"' not in text and 'content="aterkallad"' not in text:
            page = _Page()
            page.feed(text)
            pages["/" if folder == "." else f"/{folder}/"] = page
    return pages


def _other(pages: dict[str, _Page], address: str, language: str) -> list[str]:
    """Where the links of a page to another language lead."""
    return [urljoin(address, target) for code, target in pages[address].links[:2] if code == language]


def test_every_swedish_page_has_its_twin_or_is_on_the_list(found: dict[str, _Page]) -> None:
    swedish = [address for address in found if not address.startswith("/en/")]
    without = {address for address in swedish if _other(found, address, ENGLISH)[:1] == ["/en/"] and address != "/"}
    # A new page of guidance may be in Swedish for a while: the command lists it.
    listed = {address_of(page.removeprefix("docs/")) for page in pages_without(gather(PROJECT, PROJECT / "data"))}
    assert {address for address in without - listed if not address.startswith(ALONE)} == set()
    assert len(swedish) - len(without) > 150


def test_the_twins_lead_to_each_other(found: dict[str, _Page]) -> None:
    for address, page in ((each, page) for each, page in found.items() if each != "/om/in-english/"):
        other = SWEDISH if page.language == ENGLISH else ENGLISH
        target = next((each for each in _other(found, address, other)), "")
        assert target in found, address
        back = _other(found, target, page.language)
        assert address in back or target in {"/", "/en/"}, (address, target, back)


def test_pages_say_their_language(found: dict[str, _Page]) -> None:
    for address, page in found.items():
        if address != "/om/in-english/":
            assert page.language == (ENGLISH if address.startswith("/en/") else SWEDISH), address


def _leaves(part: Any) -> Iterator[str]:
    if isinstance(part, dict):
        for inner in part.values():
            yield from _leaves(inner)
    elif isinstance(part, list):
        for inner in part:
            yield from _leaves(inner)
    else:
        yield str(part)


def test_no_swedish_word_of_the_interface_stands_on_an_english_page(found: dict[str, _Page]) -> None:
    english = set(_leaves(words_in(ENGLISH)))
    areas = {area: part for area, part in words_in(SWEDISH).items() if area not in SWEDISH_ALONE}
    swedish = {text for text in _leaves(areas) if re.search("[a-zåäö]{3}", text) and text not in english}
    wrong = {
        address: sorted((swedish - NAMED) & {text.strip() for text in page.texts})
        for address, page in found.items()
        if page.language == ENGLISH and address.startswith("/en/")
    }
    assert {address: texts for address, texts in wrong.items() if texts} == {}


def test_no_sign_of_the_build_reaches_a_reader(site: Path) -> None:
    for path in (*site.rglob("*.html"), *site.rglob("*.js"), *site.rglob("*.json")):
        assert not re.search("[\ue000-\ue00f]|\\\\ue00[0-9]", path.read_text("utf-8")), path


def test_the_english_search_answers(site: Path, browser: Browser) -> None:
    rows = [line.split("\t") for line in QUERIES.read_text("utf-8").splitlines()[1:]]
    assert len(rows) >= 60
    (index,) = (site / "assets" / "sok" / ENGLISH).glob("index-*.js")
    page = browser.new_page()
    page.add_script_tag(content=index.read_text("utf-8"))
    answers = page.evaluate(ANSWER, [query for query, _, _ in rows])
    page.close()
    for _, _, right in rows:
        assert all((site / address[1:] / "index.html").is_file() for address in right.split()), right
    first = [hits[0][0] in right.split() if hits else False for (_, _, right), hits in zip(rows, answers, strict=True)]
    assert all(address.startswith("/en/") for hits in answers for address, _ in hits)
    assert 100 * sum(first) / len(first) >= LEAST_FIRST, [
        row[0] for row, good in zip(rows, first, strict=True) if not good
    ]
