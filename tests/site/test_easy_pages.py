"""Lättläst: every Swedish group and example has its text, every page leads to its twin and back, and print is large."""

import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from macros.addresses import EASY_KINDS, EASY_START, easy_address
from macros.guidance.pages import guidance_pages
from macros.kunskapsbank import Kunskapsbank
from macros.model import Projekt
from macros.model.lattlast import Provlasning
from macros.ord import words
from macros.pages.easy import easy_page, easy_ways, is_any_tried
from macros.printing.inline import Place
from macros.site.html_tree import Element, parse
from tests.cases import PROJECT

TEXTS = words()["lattlast"]


def _tree(site: Path, address: str) -> Element:
    return parse((site / address.strip("/") / "index.html").read_text("utf-8"))


def _addresses(site: Path, top: str = "") -> Iterator[str]:
    for path in sorted((site / top.strip("/")).rglob("index.html")):
        yield f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")


def _header_links(site: Path, address: str) -> dict[str, str]:
    header = _tree(site, address).find("ul", "sprakval")
    place = Place(address, "")
    links = [found for found in (header.walk() if header else ()) if found.tag == "a"]
    return {link.text(): place.target(link.attributes["href"]) for link in links}


def test_every_swedish_group_and_every_example_has_a_text(bank: Kunskapsbank) -> None:
    groups = [name for name, group in bank.grupp.items() if group.land == "sverige" and not group.lattlast]
    assert groups == []
    assert [name for name, example in bank.projekt.items() if not example.lattlast] == []


def test_every_text_has_a_page_that_says_it_and_the_list_leads_there(site: Path, bank: Kunskapsbank) -> None:
    listed = {
        Place(address, "").target(link.attributes.get("href", ""))
        for address in (f"{EASY_START}vilka-finns/", f"{EASY_START}exempel/")
        for link in _tree(site, address).walk()
        if link.tag == "a"
    }
    for kind in EASY_KINDS:
        for name, record in bank.records(kind).items():
            if getattr(record, "lattlast", None):
                assert easy_address(kind, name) in listed
                text = _tree(site, easy_address(kind, name)).find("div", "text")
                first = getattr(record, "lattlast").text.split(".")[0].replace("*", "")  # noqa: B009
                assert text is not None
                assert first in " ".join(text.text().split()), name


def test_the_header_leads_every_page_to_its_twin_and_back(site: Path, bank: Kunskapsbank) -> None:
    ways = easy_ways(bank, guidance_pages(PROJECT / "docs"))
    assert len(ways.easy) > 50
    for address in _addresses(site):
        links = _header_links(site, address)
        if address in ways.ordinary:
            assert links[TEXTS["vanlig"]] == ways.ordinary[address][0], address
            assert ways.easy[ways.ordinary[address][0]] == address
        elif TEXTS["namn"] in links:
            assert links[TEXTS["namn"]] == ways.easy.get(address, EASY_START), address
        else:
            assert not address.startswith(EASY_START)


def test_easy_pages_are_calm_and_say_whether_someone_has_tried_them(site: Path) -> None:
    for address in _addresses(site, EASY_START):
        page = _tree(site, address)
        assert page.find("nav", "avsnittsmeny") is None, address
        assert page.find("nav", "innehallslista") is None, address
        text = page.find("div", "text")
        assert text is not None
        assert not [found for found in text.walk() if found.tag == "sup"], address
        assert TEXTS["provlast_nej"] in page.text(), address


def test_the_start_begins_with_the_subject(site: Path) -> None:
    text = _tree(site, EASY_START).find("div", "text")
    assert text is not None
    assert "lättläst" not in text.text()[:300].lower()
    assert "beställargrupp" in text.text()[:300]


def test_a_page_that_has_been_tried_says_when_and_by_whom(bank: Kunskapsbank) -> None:
    example = bank.projekt["rorskarvar"]
    assert example.lattlast is not None
    tried = example.lattlast.model_copy(update={"provlast": Provlasning(datum="2026-12-01", av="en läsgrupp")})
    other = {**bank.projekt, "rorskarvar": example.model_copy(update={"lattlast": tried})}
    made = easy_page("projekt", "rorskarvar", example, tried)
    assert made.meta["provlast"] == {"datum": "2026-12-01", "av": "en läsgrupp"}
    assert is_any_tried(_with(bank, other), ())
    assert not is_any_tried(bank, guidance_pages(PROJECT / "docs"))


def _with(bank: Kunskapsbank, projekt: Mapping[str, Projekt]) -> Kunskapsbank:
    return bank.with_records(projekt=projekt)


def test_the_old_address_leads_on(site: Path) -> None:
    html = (site / "om" / "lattlast" / "index.html").read_text("utf-8")
    assert re.search(r'http-equiv="refresh" content="0; url=\.\./\.\./lattlast/"', html)


@pytest.fixture(scope="module")
def large_print(site: Path) -> Path:
    return site / "utskrift" / "lattlast.pdf"


def test_the_large_print_has_no_letters_under_14_points(large_print: Path) -> None:
    command = ["pdftohtml", "-xml", "-i", "-stdout", "-zoom", "1", str(large_print)]
    made = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    sizes = [float(size) for size in re.findall(r'<fontspec[^>]* size="([\d.]+)"', made)]
    assert sizes
    assert min(sizes) >= 14


def test_the_large_print_holds_the_words_of_every_easy_page(site: Path, large_print: Path) -> None:
    command = ["pdftotext", "-raw", str(large_print), "-"]
    printed = set(re.findall(r"\w+", subprocess.run(command, capture_output=True, text=True, check=True).stdout))
    for address in _addresses(site, EASY_START):
        page = _tree(site, address)
        text, title = page.find("div", "text"), page.find("h1")
        assert text is not None
        assert title is not None
        for part in text.walk():
            if part.tag in {"p", "li"} and not part.find("ol") and "kallista" not in part.classes:
                shown = " ".join(child for child in _words(part)).split()
                assert set(re.findall(r"\w+", " ".join(shown))) <= printed, (address, shown)
        assert set(re.findall(r"\w+", title.text())) <= printed, address


def _words(part: Element) -> Iterator[str]:
    """The words of an element, without the ways out of a source, which paper does not have."""
    for child in part.children:
        if isinstance(child, str):
            yield child
        elif not (child.tag == "a" and "aria-label" in child.attributes):
            yield from _words(child)
