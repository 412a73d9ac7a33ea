"""Every page of the site, not one of each kind: focus is seen, nothing stands beside the screen, figures are whole."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

HEIGHT = 800
COMPARISONS = ("/jamfor/?valda=bebo,belok", "/jamfor/?valda=bebo,belok,4s-ledningsnat,hylok")
LARGE_TEXT = "html { font-size: 200% !important; }"
SPACED_TEXT = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    " p { margin-bottom: 2em !important; }"
)

# What takes focus but is not seen: smaller than two pixels, or not what lies at its own middle.
UNSEEN = """() => {
  const wrong = [];
  let tried = 0;
  const stops = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']";
  for (const stop of document.querySelectorAll(stops)) {
    if (stop.tabIndex < 0 || stop.disabled || !stop.checkVisibility({ visibilityProperty: true })) continue;
    stop.focus();
    if (document.activeElement !== stop) continue;
    tried += 1;
    const boxes = [...stop.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height);
    const box = boxes[0] || { width: 0, height: 0 };
    if (box.width < 2 || box.height < 2) {
      wrong.push("too small: " + stop.outerHTML.slice(0, 120));
    } else if (stop.hasAttribute("tabindex")) {
      if (box.bottom < 0 || box.top > innerHeight) wrong.push("out of view: " + stop.outerHTML.slice(0, 120));
    } else {
      const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const label = at && at.closest("label");
      if (!at || !(stop.contains(at) || (label && label.contains(stop)))) {
        wrong.push("covered: " + stop.outerHTML.slice(0, 120));
      }
    }
  }
  return [tried, wrong];
}"""
# The pages are shared out on so many tests, so that workers can share them.
PARTS = 6
# How much stands beside the screen, with each of some styles in turn.
BESIDE = """(styles) => styles.map((css) => {
  const style = document.createElement("style");
  style.textContent = css;
  if (css) document.head.append(style);
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  style.remove();
  return over;
})"""
# Where every page is opened, and where long words have the least room.
SMALL = 320
# The other views are for pages that together hold every form the site has: focus at some widths, a reader's own style.
OTHER_WIDTHS = (390, 720, 1440)
OTHER_STYLES = ((640, LARGE_TEXT), (1280, LARGE_TEXT))
_ELEMENT = re.compile(r'<([a-z][a-z0-9]*)(?:[^>]*? class="([^"]*)")?')

Form = tuple[tuple[str, str], tuple[str, str]]


class Pages(NamedTuple):
    """The address of every page, and those that together hold every form: an element and the next, with classes."""

    every: list[str]
    rich: frozenset[str]


@pytest.fixture(scope="module")
def pages(site: Path) -> Pages:
    """Every page but those that only say that they have moved."""
    texts = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    forms = {
        "/" + path.relative_to(site).as_posix().removesuffix("index.html"): _forms(text)
        for path, text in texts.items()
        if 'http-equiv="refresh"' not in text
    }
    assert len(forms) > 150
    rich = {*COMPARISONS}
    left = frozenset[Form]().union(*forms.values())
    while left:
        richest = max(forms, key=lambda address: len(forms[address] & left))
        rich.add(richest)
        left -= forms[richest]
    return Pages([*forms, *COMPARISONS], frozenset(rich))


def _forms(html: str) -> frozenset[Form]:
    elements = _ELEMENT.findall(html)
    return frozenset(pairwise(elements))


@pytest.fixture
def opened(browser: Browser, server: str) -> Iterator[Page]:
    # The reader's own style sheet is not ruled by the site's policy.
    context = browser.new_context(base_url=server, bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def _faults(page: Page, address: str, *, rich: bool) -> list[str]:
    """What is wrong on a page: on the smallest screen with each spacing, and for a rich page in the other views."""
    _resize(page, SMALL)
    page.goto(address)
    if "valda=" in address:
        page.locator(".jamfor-ut table").wait_for()
    _settle(page)
    wrong = [*_beside(page, SMALL, ["", SPACED_TEXT]), *_unseen(page, SMALL)]
    if rich:
        for width, style in OTHER_STYLES:
            _resize(page, width)
            wrong += _beside(page, width, [style])
        for width in OTHER_WIDTHS:
            _resize(page, width)
            wrong += _unseen(page, width)
    return wrong


def _beside(page: Page, width: int, styles: list[str]) -> list[str]:
    found = zip(styles, page.evaluate(BESIDE, styles), strict=True)
    return [f"{over} px beside {width} px with {css or 'no style of its own'}" for css, over in found if over > 0]


def _unseen(page: Page, width: int) -> list[str]:
    tried, unseen = page.evaluate(UNSEEN)
    assert tried > 10, page.url
    return [f"{width} px: {stop}" for stop in unseen]


def _resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    _settle(page)


def _settle(page: Page) -> None:
    """Waits until what the page does when it is drawn at a size is done."""
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_has_focus_is_seen_and_nothing_stands_beside_the_screen(part: int, opened: Page, pages: Pages) -> None:
    mine = pages.every[part::PARTS]
    faults = {address: _faults(opened, address, rich=address in pages.rich) for address in mine}
    assert {address: wrong for address, wrong in faults.items() if wrong} == {}
