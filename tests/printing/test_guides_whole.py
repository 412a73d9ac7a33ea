"""The guides of the real site hold what its pages say: every word, every link and every source."""

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.pages.print_products import COMPARISONS, ONLY_ON_SCREEN, PLAIN, SHORT
from macros.printing.inline import Place
from macros.printing.site_pages import PrintedPages
from macros.site.html_tree import Element, parse
from macros.site.pages import BuiltSite
from tests.printing.pdf_text import PdfText, opened, page_links, page_words, words


@pytest.fixture(scope="module")
def tree(site: Path) -> Callable[[str], Element]:
    """The tree of the page at an address, as print reads it."""
    return cache(PrintedPages(BuiltSite(site)).tree)


@cache
def _text(path: Path) -> PdfText:
    return PdfText(path)


@pytest.fixture(scope="module")
def guides(site: Path) -> dict[str, str]:
    """For every page of the site the guide that its own foot says that it stands in: the one to its section."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        address = f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        page = parse(path.read_text("utf-8"))
        if page.find("div", "text") is None:
            continue
        links = page.find("section", "utskriftslankar")
        names = (
            [link.attributes["href"].rpartition("/")[2] for link in links.walk() if link.tag == "a"] if links else []
        )
        found[address] = next((name for name in names if name.startswith("vagledning")), "")
    return found


def test_every_page_stands_in_a_guide_but_those_that_paper_has_no_use_for(
    guides: dict[str, str], bank: Kunskapsbank
) -> None:
    # The search is a form without a text, so it is not among the pages read here.
    # A comparison is wider than a book and has sheets of its own; easy Swedish and English have books of their own.
    apart = (COMPARISONS, PLAIN, "/en/")
    without = {address for address, guide in guides.items() if not guide and not address.startswith(apart)}
    # An address that has moved only leads on.
    moved = {f"/{KINDS[kind].page_folder}/{old}/" for kind, found in bank.moved.items() for old in found}
    moved.add("/om/lattlast/")
    assert without - moved == ONLY_ON_SCREEN - {"/sok/"}
    assert {"/jamfor/par/bebo-och-belok/", "/bidra/i-webblasaren/", "/bidra/falt/grupp/"} <= guides.keys()


def test_the_short_guide_holds_what_a_new_group_reads_and_its_glossary(
    tree: Callable[[str], Element], prints: Path, bank: Kunskapsbank, guides: dict[str, str]
) -> None:
    text = _text(prints / SHORT)
    short = [page for page in guides if page.startswith(("/om-bestallargrupper/", "/bilda-en-grupp/", "/arbetssatt/"))]
    assert len(short) > 20
    for address in (*short, "/ordlista/"):
        content = tree(address).find("div", "text")
        assert content is not None
        assert not [word for word in page_words(content) if not text.holds(word)], address
    assert len(opened(prints / SHORT).pages) < 200
    assert all(text.holds(word) for term in bank.begrepp.values() for word in words(term.namn))


def test_every_page_is_in_its_guide_word_for_word(
    tree: Callable[[str], Element], prints: Path, guides: dict[str, str]
) -> None:
    texts = {name: _text(prints / name) for name in set(guides.values()) - {""}}
    for address, guide in guides.items():
        # On paper the cover and the contents are there in place of the start page.
        if guide and address != "/":
            content = tree(address).find("div", "text")
            assert content is not None
            lost = [word for word in page_words(content) if not texts[guide].holds(word)]
            assert not lost, f"{address} in {guide}: {lost[:8]}"


def test_every_link_is_in_its_guide_as_a_link_or_a_printed_address(
    tree: Callable[[str], Element], prints: Path, guides: dict[str, str]
) -> None:
    for guide in set(guides.values()) - {""}:
        text, reached, outside = _text(prints / guide), _reached(prints / guide), _outside(prints / guide)
        # On paper the cover and the contents are there in place of the start page.
        inside = {address for address, name in guides.items() if name == guide} - {"/"}
        titles = {address: _title(tree, address) for address in inside}
        for address in sorted(address for address in inside if guides[address] == guide):
            content = tree(address).find("div", "text")
            assert content is not None
            for href in page_links(content):
                target = Place(address, "").target(href).partition("#")[0]
                if not target.startswith("/"):
                    assert href in outside, f"{address} in {guide}: {href}"
                elif target in inside:
                    assert titles[target] in reached, f"{address} in {guide}: {target}"
                elif address == "/kallor/":
                    # The register names the pages that cite a source; their addresses would fill a book.
                    assert all(text.holds(word) for word in words(_title(tree, target))), f"{address}: {target}"
                else:
                    assert target in text.squashed, f"{address} in {guide}: {target}"


def _title(tree: Callable[[str], Element], address: str) -> str:
    heading = tree(address).find("h1")
    assert heading is not None
    return " ".join(heading.text().split())


@cache
def _links(path: Path) -> list[Any]:
    """The links of a PDF; they stand with its pages."""
    return [item for page in opened(path).pages for item in page.get("/Annots", ()) if item.Subtype == "/Link"]


def _outside(path: Path) -> set[str]:
    """Where the links of a PDF lead outside it."""
    return {str(link.A.URI) for link in _links(path) if "/A" in link and "/URI" in link.A}


def _inside(path: Path) -> set[Any]:
    """The pages of a PDF that its links lead to."""
    targets = (link.get("/Dest") for link in _links(path))
    return {target[0].objgen for target in targets if isinstance(target, pikepdf.Array)}


def _reached(path: Path) -> set[str]:
    """The titles of the chapters that some link in a guide leads into."""
    pdf = opened(path)
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    starts = sorted(_bookmarks(pdf, numbers))
    led_to = {numbers[page] for page in _inside(path)}
    found = set()
    for place, (start, title) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(numbers)
        if any(page in led_to for page in range(start, max(end, start + 1))):
            found.add(title)
    return found


def _bookmarks(pdf: pikepdf.Pdf, numbers: dict[Any, int]) -> Iterator[tuple[int, str]]:
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop()
            waiting += item.children
            destination: Any = item.destination
            yield numbers[destination[0].objgen], " ".join(str(item.title).split())


def test_every_source_is_named_and_its_address_can_be_followed(prints: Path, bank: Kunskapsbank) -> None:
    wanted = {source.adress for source in bank.kalla.values() if source.adress.startswith("http")}
    assert wanted <= _outside(prints / "vagledning-om.pdf")
    text = _text(prints / "vagledning-om.pdf")
    for source in bank.kalla.values():
        assert all(text.holds(word) for word in words(source.titel)), source.titel


def test_links_between_pages_lead_to_a_page_of_the_guide(prints: Path) -> None:
    links = [link for link in _links(prints / SHORT) if isinstance(link.get("/Dest"), pikepdf.Array)]
    assert len(links) > 500
    assert _inside(prints / SHORT) <= {page.objgen for page in opened(prints / SHORT).pages}
