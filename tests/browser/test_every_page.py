"""Every page of the site, not one of each kind: focus is seen, nothing stands beside the screen, figures are whole."""

from collections.abc import Iterator
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
BESIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


class View(NamedTuple):
    """Widths at which focus is tried, and widths with a reader's own style at which nothing may stand beside."""

    widths: tuple[int, ...]
    beside: tuple[tuple[int, str], ...]


# Every page is opened once on a small and once on a large screen, and then resized.
VIEWS = {
    "small": View((320, 390), ((320, ""), (320, SPACED_TEXT))),
    "large": View((1440, 720), ((1280, LARGE_TEXT), (640, LARGE_TEXT))),
}


@pytest.fixture(scope="module")
def addresses(site: Path) -> list[str]:
    """The address of every page but those that only say that they have moved."""
    found = [path for path in sorted(site.rglob("*.html")) if 'http-equiv="refresh"' not in path.read_text("utf-8")]
    assert len(found) > 150
    return ["/" + path.relative_to(site).as_posix().removesuffix("index.html") for path in found]


@pytest.fixture
def opened(browser: Browser, server: str) -> Iterator[Page]:
    # The reader's own style sheet is not ruled by the site's policy.
    context = browser.new_context(base_url=server, bypass_csp=True, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def _faults(page: Page, address: str, view: View) -> list[str]:
    """What is wrong on a page that is opened at a view's first width and seen in all its ways."""
    page.set_viewport_size({"width": view.widths[0], "height": HEIGHT})
    page.goto(address)
    if "valda=" in address:
        page.locator(".jamfor-ut table").wait_for()
    wrong = []
    for width, css in view.beside:
        _resize(page, width)
        style = page.add_style_tag(content=css or "html {}")
        over = page.evaluate(BESIDE)
        if over > 0:
            wrong.append(f"{over} px beside a screen of {width} px with {css or 'no style of its own'}")
        style.evaluate("(element) => element.remove()")
    for width in view.widths:
        _resize(page, width)
        tried, unseen = page.evaluate(UNSEEN)
        assert tried > 10, address
        wrong += [f"{width} px: {stop}" for stop in unseen]
    return wrong


def _resize(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": HEIGHT})
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS.keys())
def test_whatever_has_focus_is_seen_and_nothing_stands_beside_the_screen(
    view: View, part: int, opened: Page, addresses: list[str]
) -> None:
    mine = [*addresses, *COMPARISONS][part::PARTS]
    faults = {address: _faults(opened, address, view) for address in mine}
    assert {address: wrong for address, wrong in faults.items() if wrong} == {}
