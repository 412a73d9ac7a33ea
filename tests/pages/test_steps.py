"""Forming a group is one list of steps, with the same words in the same order wherever a reader meets it."""

import re
from pathlib import Path

import pytest
import yaml

from macros.guidance.pages import guidance_pages
from macros.pages.navigation import Menu, menu, step_files
from macros.site.html_tree import Element, parse
from tests.printing.pdf_text import PdfText

CHECKLISTS = ("checklista-forsta-motet", "checklista-forsta-aret")
_STEP_LINK = re.compile(r"\]\(/(bilda-en-grupp/[\w-]+\.md)")


def nav_of(root: Path) -> list[object]:
    # The settings hold tags that only the engine knows; the navigation is plain.
    lines = (root / "mkdocs.yml").read_text("utf-8").partition("\nnav:\n")[2].partition("\n\n")[0]
    nav: list[object] = yaml.safe_load(lines)
    return nav


@pytest.fixture(scope="session")
def steps(root: Path) -> list[tuple[str, str]]:
    """Address and title of each step, in the order of the navigation."""
    pages = {page.source: page for page in guidance_pages(root / "docs")}
    return [(pages[file].address, str(pages[file].meta["title"])) for file in step_files(nav_of(root))]


def tree(site: Path, address: str) -> Element:
    return parse((site / address.strip("/") / "index.html").read_text("utf-8"))


def words_of(element: Element | None) -> str:
    assert element is not None
    return " ".join(element.text().split())


def links_of(element: Element | None) -> list[str]:
    assert element is not None
    return [words_of(found) for found in element.walk() if found.tag == "a"]


def test_a_page_outside_the_steps_has_no_number_and_a_step_has_its_own() -> None:
    first, second, other = Menu("Ett", "/a/ett/"), Menu("Två", "/a/tva/"), Menu("Mer", "/a/mer/")
    section = Menu("A", "/a/", (Menu("A", "/a/"), Menu("Vägen steg för steg", "/a/ett/", (first, second)), other))
    shown = menu([section], "/a/tva/")
    assert (shown.step, shown.steps) == (2, (first, second))
    assert (shown.previous, shown.following) == (first, other)
    assert menu([section], "/a/mer/").step == 0
    assert menu([section], "/a/mer/").steps == ()


def test_the_section_page_lists_the_steps(site: Path, steps: list[tuple[str, str]]) -> None:
    text = tree(site, "/bilda-en-grupp/").find("div", "text")
    assert text is not None
    found = next(child for child in text.walk() if child.tag == "ol")
    listed = [words_of(item.find("a")) for item in found.children if isinstance(item, Element)]
    assert listed == [title for _, title in steps]


def test_menu_next_breadcrumb_and_list_agree_on_every_step(site: Path, steps: list[tuple[str, str]]) -> None:
    titles = [title for _, title in steps]
    assert len(titles) > 5
    for number, (address, title) in enumerate(steps, 1):
        page = tree(site, address)
        assert words_of(page.find("h1")) == title
        assert words_of(page.find("strong", "stegnummer")) == f"Steg {number} av {len(steps)}"
        box = page.find("details", "steglista")
        assert box is not None
        listed = [words_of(item).removesuffix(" (här är ni)") for item in box.walk() if item.tag == "li"]
        assert listed == titles
        side = page.find("nav", "avsnittsmeny")
        assert side is not None
        assert links_of(next(child for child in side.walk() if child.tag == "ol")) == titles
        assert links_of(page.find("nav", "brodsmulor"))[1:] == ["Bilda en grupp"]
        if number < len(steps):
            assert words_of(page.find("a", "bladdra-fram")) == f"Nästa {titles[number]}"
        if number > 1:
            assert words_of(page.find("a", "bladdra-bak")) == f"Föregående {titles[number - 2]}"
    first = words_of(tree(site, "/bilda-en-grupp/").find("a", "bladdra-fram"))
    assert first == f"Nästa {titles[0]}"


@pytest.mark.parametrize("name", CHECKLISTS)
def test_a_checklist_takes_the_steps_in_their_order(root: Path, name: str) -> None:
    order = step_files(nav_of(root))
    text = (root / f"docs/bilda-en-grupp/{name}.md").read_text("utf-8")
    points = text[text.index("- [ ]") : text.index("## Nästa steg")]
    taken = [order.index(link) for link in _STEP_LINK.findall(points) if link in order]
    assert len(taken) > 2
    assert taken == sorted(taken)


def test_print_takes_the_steps_in_their_order(site: Path, steps: list[tuple[str, str]]) -> None:
    whole = PdfText(site / "utskrift" / "vagledning-bilda-en-grupp.pdf").text
    places = [whole.find(f"steg {number} av {len(steps)}") for number in range(1, len(steps) + 1)]
    assert -1 not in places
    assert places == sorted(places)
