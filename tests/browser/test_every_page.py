"""Every page of the site, not one of each kind: focus is seen, nothing stands beside the screen, figures are whole."""

from collections.abc import Iterator
from pathlib import Path

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
BESIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


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


def _drawn(page: Page, address: str) -> None:
    page.goto(address)
    if "valda=" in address:
        page.locator(".jamfor-ut table").wait_for()


@pytest.mark.parametrize("width", [320, 390, 720, 1440])
def test_whatever_has_focus_is_seen(width: int, opened: Page, addresses: list[str]) -> None:
    opened.set_viewport_size({"width": width, "height": HEIGHT})
    wrong = {}
    for address in (*addresses, *COMPARISONS):
        _drawn(opened, address)
        tried, unseen = opened.evaluate(UNSEEN)
        assert tried > 10, address
        if unseen:
            wrong[address] = unseen
    assert wrong == {}


@pytest.mark.parametrize(
    ("width", "css"),
    [(320, ""), (320, SPACED_TEXT), (1280, LARGE_TEXT), (640, LARGE_TEXT)],
    ids=["320 px", "320 px, more space", "twice the size", "twice the size on half a screen"],
)
def test_nothing_stands_beside_the_screen(width: int, css: str, opened: Page, addresses: list[str]) -> None:
    opened.set_viewport_size({"width": width, "height": HEIGHT})
    wrong = {}
    for address in (*addresses, *COMPARISONS):
        _drawn(opened, address)
        if css:
            opened.add_style_tag(content=css)
        over = opened.evaluate(BESIDE)
        if over > 0:
            wrong[address] = over
    assert wrong == {}
