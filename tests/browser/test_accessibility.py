"""Every kind of page holds WCAG 2.2 AA and axe's best practice, in light and dark, small and large.

One page of each kind is tried, since a kind is one template; what no template decides (headings,
descriptions, titles) is checked on every page by `tests/site/test_built_pages.py`.
"""

from collections.abc import Iterator
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import ALL, COLOURS, violations

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
# Every page is tried light and wide, then dark and small; these hold every component, and are tried in between too.
RICH_PAGES = ["/", "/bilda-en-grupp/finansiering/", "/grupper/bebo/", "/jamfor/samverkansformer/", "/om/formsprak/"]
WIDE, NARROW, HEIGHT = 1440, 320, 900


@pytest.fixture(scope="module")
def reader(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(base_url=server, reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.fixture
def wide_reader(reader: Page) -> Page:
    _show(reader, "light", WIDE)
    return reader


def _show(page: Page, scheme: Literal["light", "dark"], width: int) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.emulate_media(color_scheme=scheme)


def _assert_accessible(page: Page, options: dict[str, Any] = ALL) -> None:
    assert violations(page, options) == []
    width = page.evaluate("document.documentElement.clientWidth")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_page_has_no_violation_and_nothing_beside_the_screen(reader: Page, address: str) -> None:
    _show(reader, "light", WIDE)
    reader.goto(address)
    _assert_accessible(reader)
    if address in RICH_PAGES:
        _show(reader, "dark", WIDE)
        _assert_accessible(reader, COLOURS)
        _show(reader, "light", NARROW)
        _assert_accessible(reader, COLOURS)
    _show(reader, "dark", NARROW)
    _assert_accessible(reader)


# Each stands last among many that look alike, and does so no more.
FAULTS = {
    "button-name": "document.querySelector('h1').insertAdjacentHTML('afterend', '<button></button>')",
    "color-contrast": "[...document.querySelectorAll('.text > p')].at(-1).style.color = '#999'",
    "link-in-text-block": """{
      const link = [...document.querySelectorAll(".text > p > a:not([class])")].at(-1);
      Object.assign(link.style, { color: "#345", textDecoration: "none" });
    }""",
}


@pytest.mark.parametrize(("rule", "fault"), FAULTS.items(), ids=FAULTS.keys())
def test_axe_finds_a_fault_that_is_put_in(wide_reader: Page, rule: str, fault: str) -> None:
    wide_reader.goto(PAGES["guidance"])
    wide_reader.evaluate(fault)
    assert [line.split(":")[0] for line in violations(wide_reader)] == [rule]


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_open_menus_have_no_violation(reader: Page, width: int) -> None:
    _show(reader, "light", width)
    reader.goto(PAGES["guidance"])
    for button in reader.locator("[data-vaxla]:visible").all():
        button.click()
    assert violations(reader) == []
    _show(reader, "dark", width)
    assert violations(reader, COLOURS) == []


def test_scrolled_table_has_no_violation(wide_reader: Page) -> None:
    wide_reader.goto(PAGES["comparison"])
    region = wide_reader.locator(".jamforelse").first
    # Sideways the table scrolls, downwards the page.
    region.evaluate("region => { region.scrollLeft = region.scrollWidth; scrollTo(0, region.offsetTop + 600); }")
    assert region.evaluate("region => region.scrollLeft > 0 && scrollY > 0")
    assert violations(wide_reader) == []


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_shown_explanation_has_no_violation(reader: Page, width: int) -> None:
    _show(reader, "light", width)
    reader.goto(PAGES["guidance"])
    reader.locator("a.begrepp").first.focus()
    assert reader.locator(".bubbla:popover-open").count() == 1
    assert violations(reader) == []
    _show(reader, "dark", width)
    reader.locator("a.begrepp").last.focus()
    assert reader.locator(".bubbla:popover-open").count() == 1
    assert violations(reader, COLOURS) == []


@pytest.mark.parametrize("address", ["/", "/grupper/bebo/", "/bilda-en-grupp/finansiering/"])
def test_every_forced_colour_has_visible_borders(page: Page, address: str) -> None:
    page.emulate_media(forced_colors="active")
    page.set_viewport_size({"width": WIDE, "height": HEIGHT})
    page.goto(address)
    for button in page.locator("header button:visible").all():
        assert button.evaluate("element => getComputedStyle(element).borderTopWidth") != "0px"


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
        # The engine makes a click of a touch once it has answered it.
        expect(button).to_have_attribute("aria-expanded", "true")
    assert touch.locator(PRESSED).evaluate_all(TOO_SMALL) == []


@pytest.fixture(scope="module")
def without_script(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=server, java_script_enabled=False, viewport={"width": NARROW, "height": HEIGHT}
    )
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_everything_is_reached_without_script(without_script: Page, address: str) -> None:
    without_script.goto(address)
    assert without_script.locator("#huvudmeny a, main a").first.is_visible()
    assert without_script.locator("h1").is_visible()
    assert without_script.locator("button[data-vaxla]:visible, button[data-utseende]:visible").count() == 0
