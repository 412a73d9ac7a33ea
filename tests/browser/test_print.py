"""Ctrl+P on any kind of page: black on white from dark mode too, nothing that only works on a screen, nothing lost."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

PAGES = [
    "/",
    "/bilda-en-grupp/finansiering/",
    "/bilda-en-grupp/checklista-forsta-motet/",
    "/om-bestallargrupper/bakgrund-och-historia/",
    "/grupper/bebo/",
    "/exempel/tvattstugor/",
    "/normer/totalmetodiken/",
    "/samverkansformer/bestallargrupp/",
    "/grupper/",
    "/jamfor/samverkansformer/",
    "/jamfor/par/bebo-och-belok/",
    "/ordlista/",
    "/kallor/",
    "/om/tillganglighet/",
    "/bidra/falt/grupp/",
]
ONLY_ON_SCREEN = (
    ".sidhuvud, .sidfot, .avsnittsmeny, .innehallslista, .brodsmulor, .bladdra, .sidverktyg, .bokstaver, main button,"
    " .valjbar, .jamfor-verktyg"
)
# Text that is seen and is not nearly black, or stands on what is not nearly white. Figures have a test of their own.
NOT_BLACK_ON_WHITE = """() => {
  const parts = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const wrong = [];
  for (const element of document.querySelectorAll("body, main *")) {
    if (element.closest("svg") || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (own && Math.max(...parts(style.color).slice(0, 3)) > 110) wrong.push(element.className + ": " + style.color);
    const ground = parts(style.backgroundColor);
    if (ground[3] === 0 || Math.min(...ground.slice(0, 3)) >= 230) continue;
    wrong.push(element.className + " on " + style.backgroundColor);
  }
  return [...new Set(wrong)];
}"""


@pytest.fixture(scope="module")
def paper(browser: Browser, server: str) -> Iterator[Page]:
    """A page whose reader has chosen dark, as the printer sees it."""
    context = browser.new_context(base_url=server, color_scheme="dark", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    yield page
    context.close()


def _print(page: Page, address: str) -> None:
    page.emulate_media(media="screen")
    page.goto(address)
    # What the browser tells the page before it prints.
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_whole_and_black_on_white_and_says_where_it_came_from(address: str, paper: Page, server: str) -> None:
    _print(paper, address)
    expect(paper.locator("h1")).to_be_visible()
    assert paper.locator(f":is({ONLY_ON_SCREEN}):visible").count() == 0
    assert paper.evaluate(NOT_BLACK_ON_WHITE) == []
    for region in paper.locator(".tabellyta:visible").all():
        assert region.evaluate("(region) => getComputedStyle(region).overflowX") == "visible"
        assert region.evaluate("(region) => getComputedStyle(region).maxHeight") == "none"
    assert paper.locator("main details:not([open]):visible, main .jamfor-ut:visible").count() == 0
    line = paper.locator(".utskriftsrad")
    expect(line).to_be_visible()
    expect(line).to_have_text(re.compile(rf"Utskriven \d+ \w+ \d{{4}} från {re.escape(server + address)}$"))
    for sources in paper.locator(".kallista").all():
        expect(sources).to_be_visible()
        before = "(list) => !!(list.compareDocumentPosition(document.querySelector('.utskriftsrad')) & 4)"
        assert sources.evaluate(before), "the sources come before the last line"


def test_links_in_the_text_show_their_whole_address(paper: Page, server: str) -> None:
    _print(paper, "/bilda-en-grupp/finansiering/")
    links = paper.locator(".text p a[href]:not(.begrepp):not([href^='#'])")
    assert links.count() > 3
    for link in links.all():
        if not link.evaluate("(link) => !!link.closest('.kallnot, table, .kort')"):
            shown = link.evaluate("(link) => getComputedStyle(link, '::after').content")
            assert link.evaluate("(link) => link.href") in shown
            assert server in shown


def test_figures_can_be_read_in_grey(paper: Page) -> None:
    for address in ("/om-bestallargrupper/skillnad-mot-andra-former/", "/om-bestallargrupper/bakgrund-och-historia/"):
        _print(paper, address)
        colours = paper.evaluate(
            """() => [...document.querySelectorAll("svg text")].map((text) => getComputedStyle(text).fill)"""
        )
        assert colours
        for colour in set(colours):
            red, green, blue = (float(part) for part in re.findall(r"[\d.]+", colour)[:3])
            # The lightness that a grey printer gives; half black is the least for small text.
            assert 0.299 * red + 0.587 * green + 0.114 * blue < 128, colour


@pytest.mark.parametrize(
    ("address", "lies"),
    [
        ("/jamfor/samverkansformer/", True),
        ("/jamfor/utomlands/", True),
        ("/jamfor/par/bebo-och-belok/", False),
        ("/bilda-en-grupp/finansiering/", False),
    ],
)
def test_only_wide_comparisons_lie_down(address: str, paper: Page, *, lies: bool) -> None:
    _print(paper, address)
    printed = paper.pdf(prefer_css_page_size=True)
    sizes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox\s*\[([\d. ]+)\]", printed)}
    assert sizes
    assert {width > height for _, _, width, height in sizes} == {lies}
