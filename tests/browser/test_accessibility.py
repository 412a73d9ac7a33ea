"""Every kind of page holds WCAG 2.2 AA and axe's best practice, in light and dark, small and large.

One page of each kind is tried, since a kind is one template; what no template decides (headings,
descriptions, titles) is checked on every page by `tests/site/test_built_pages.py`.
"""

from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

PAGES = {
    "start": "/",
    "guidance": "/bilda-en-grupp/finansiering/",
    "checklist": "/bilda-en-grupp/checklista-forsta-motet/",
    "figures": "/om-bestallargrupper/bakgrund-och-historia/",
    "group": "/grupper/bebo/",
    "project": "/exempel/tvattstugor/",
    "norm": "/normer/totalmetodiken/",
    "form": "/samverkansformer/bestallargrupp/",
    "factor": "/framgangsfaktorer/finansieringsmodell/",
    "index": "/grupper/",
    "comparisons": "/jamfor/",
    "comparison": "/jamfor/samverkansformer/",
    "comparison-of-groups": "/jamfor/grupper/",
    "glossary": "/ordlista/",
    "sources": "/kallor/",
    "register": "/a-o/",
    "print": "/skriv-ut/",
    "search": "/sok/?q=muffar",
    "statement": "/om/tillganglighet/",
    "style": "/om/formsprak/",
    "english": "/om/in-english/",
    "english-home": "/en/",
    "english-group": "/en/groups/bebo/",
    "english-comparison": "/en/compare/groups/",
    "pair": "/jamfor/par/bebo-och-belok/",
    "norms": "/normer/",
    "plain": "/lattlast/",
    "plain-with-figure": "/lattlast/vad-ar-det/",
    "plain-list": "/lattlast/vilka-finns/",
    "plain-record": "/lattlast/exempel/rorskarvar/",
    "open-data": "/om/oppna-data/",
    "contribute": "/bidra/i-webblasaren/",
    "field": "/bidra/falt/grupp/",
    "mail": "/bidra/e-post/grupp/",
    "missing": "/404.html",
    "tools": "/verktyg/",
    "choose": "/valj-form/",
    "total": "/rakna/totalmetoden/?atgard=A;100;50;kr;5&atgard=B;900;80;kr;20",
    "total-empty": "/rakna/totalmetoden/",
    "costs": "/rakna/kostnader/?post=A;900;kr;&medlem=X;1&medlem=Y;2&lamnar=X",
    "assess": "/sjalvskattning/",
    "choose-result": "/valj-form/?vad-vill-ni=kunskap",
}
# Every kind of page in two states that differ in both; the other two on pages that hold every component.
STATES = [("light", 1440), ("dark", 320)]
OTHER_STATES = [("light", 320), ("dark", 1440)]
RICH_PAGES = ["start", "guidance", "group", "comparison", "style"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Of rules that hold only the first element is told, which saves axe most of its time.
OPTIONS = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
HEIGHT = 900


def _open(browser: Browser, server: str, scheme: Literal["light", "dark"], width: int) -> Iterator[Page]:
    context = browser.new_context(
        base_url=server, color_scheme=scheme, viewport={"width": width, "height": HEIGHT}, reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=STATES, ids=lambda state: f"{state[0]}-{state[1]}")
def reader(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    yield from _open(browser, server, *request.param)


@pytest.fixture(scope="module", params=OTHER_STATES, ids=lambda state: f"{state[0]}-{state[1]}")
def other_reader(request: pytest.FixtureRequest, browser: Browser, server: str) -> Iterator[Page]:
    yield from _open(browser, server, *request.param)


@pytest.fixture(scope="module")
def wide_reader(browser: Browser, server: str) -> Iterator[Page]:
    yield from _open(browser, server, "light", 1440)


def violations(page: Page) -> list[str]:
    """What axe finds wrong, a line for each element. Fails when axe has not looked at the page."""
    found = Axe().run(page, options=OPTIONS).response
    assert len(found["passes"]) > 10, "axe tried no rules"
    return [
        f"{rule['id']}: {node['target'][0]}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]


def _assert_accessible(page: Page, address: str) -> None:
    page.goto(address)
    assert violations(page) == []
    width = page.evaluate("document.documentElement.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_page_has_no_violation_and_nothing_beside_the_screen(reader: Page, address: str) -> None:
    _assert_accessible(reader, address)


@pytest.mark.parametrize("name", RICH_PAGES)
def test_rich_page_has_no_violation_in_the_other_states(other_reader: Page, name: str) -> None:
    _assert_accessible(other_reader, PAGES[name])


def test_axe_finds_a_fault_that_is_put_in(wide_reader: Page) -> None:
    wide_reader.goto("/404.html")
    wide_reader.evaluate("document.querySelector('h1').insertAdjacentHTML('afterend', '<button></button>')")
    assert any(line.startswith("button-name") for line in violations(wide_reader))


def test_open_menus_have_no_violation(reader: Page) -> None:
    reader.goto(PAGES["guidance"])
    for button in reader.locator("[data-vaxla]:visible").all():
        button.click()
    assert violations(reader) == []


def test_scrolled_table_has_no_violation(wide_reader: Page) -> None:
    wide_reader.goto(PAGES["comparison"])
    region = wide_reader.locator(".jamforelse").first
    # Sideways the table scrolls, downwards the page.
    region.evaluate("region => { region.scrollLeft = region.scrollWidth; scrollTo(0, region.offsetTop + 600); }")
    assert region.evaluate("region => region.scrollLeft > 0 && scrollY > 0")
    assert violations(wide_reader) == []


def test_shown_explanation_has_no_violation(reader: Page) -> None:
    reader.goto(PAGES["guidance"])
    reader.locator("a.begrepp").first.focus()
    assert reader.locator(".bubbla:popover-open").count() == 1
    assert violations(reader) == []


LARGE_TEXT = "html { font-size: 200% !important; }"
SPACED_TEXT = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    " p { margin-bottom: 2em !important; }"
)


@pytest.mark.parametrize(
    "address", ["/", "/grupper/bebo/", "/jamfor/samverkansformer/", "/bilda-en-grupp/finansiering/"]
)
@pytest.mark.parametrize("css", [LARGE_TEXT, SPACED_TEXT], ids=["twice-the-size", "more-space"])
def test_changed_text_stays_on_the_screen(browser: Browser, server: str, address: str, css: str) -> None:
    # The reader's own style sheet, which the site's policy does not rule.
    width = 1280 if css == LARGE_TEXT else 320
    context = browser.new_context(base_url=server, viewport={"width": width, "height": HEIGHT}, bypass_csp=True)
    page = context.new_page()
    page.goto(address)
    page.add_style_tag(content=css)
    shown = page.evaluate("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
    context.close()
    assert shown[0] <= shown[1]


@pytest.mark.parametrize("address", ["/", "/grupper/bebo/", "/bilda-en-grupp/finansiering/"])
def test_every_forced_colour_has_visible_borders(browser: Browser, server: str, address: str) -> None:
    context = browser.new_context(base_url=server, forced_colors="active", viewport={"width": 1440, "height": HEIGHT})
    page = context.new_page()
    page.goto(address)
    for button in page.locator("header button:visible").all():
        assert button.evaluate("element => getComputedStyle(element).borderTopWidth") != "0px"
    context.close()


# What a finger presses: everything but links in running text, which WCAG lets follow the lines.
PRESSED = "button, select, summary, input:not([type=hidden]), .knapp, nav a, .sok-filter, .kort-rubrik a, .sidfot a"
# A box to tick is pressed by its label, and a card by its whole surface.
TOO_SMALL = """(elements) => elements.filter((element) => element.checkVisibility()).map((element) => {
  const target = element.closest("label") || element.closest(".kort-post") || element;
  const box = target.getBoundingClientRect();
  return [box.height, Math.max(box.width, 0), element.outerHTML.slice(0, 90)];
}).filter(([height, width]) => height > 1 && (height < 43.5 || width < 24))"""


@pytest.fixture(scope="module")
def touch(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=server, viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/")
    assert page.evaluate("matchMedia('(pointer: coarse)').matches")
    yield page
    context.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_what_a_finger_presses_is_large_enough(touch: Page, address: str) -> None:
    touch.goto(address)
    touch.locator("main details").evaluate_all("(folded) => folded.forEach((each) => { each.open = true; })")
    for button in touch.locator("[data-vaxla]:visible").all():
        button.tap()
    assert touch.locator(PRESSED).evaluate_all(TOO_SMALL) == []


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_everything_is_reached_without_script(browser: Browser, server: str, address: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False, viewport={"width": 320, "height": HEIGHT})
    page = context.new_page()
    page.goto(address)
    assert page.locator("#huvudmeny a, main a").first.is_visible()
    assert page.locator("h1").is_visible()
    assert page.locator("button[data-vaxla]:visible, button[data-utseende]:visible").count() == 0
    context.close()
