"""Every page of the site, not one of each kind: focus is seen, nothing stands beside the screen, figures are whole."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser.drawn import resize, settle

HEIGHT = 800
COMPARISONS = ("/jamfor/?valda=bebo,belok", "/jamfor/?valda=bebo,belok,4s-ledningsnat,hylok")
LARGE_TEXT = "html { font-size: 200% !important; }"
SPACED_TEXT = (
    "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }"
    " p { margin-bottom: 2em !important; }"
)

# Stops of the Tab key, and what decides how one looks and acts in focus: the names, classes and kinds of attributes of
# itself and of all that it stands in, and of its neighbours. Styles and scripts find an element by nothing else.
STOPS = """
  const stops = [...document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']"
  )].filter((stop) => stop.tabIndex >= 0 && !stop.disabled && stop.checkVisibility({ visibilityProperty: true }));
  const nameOf = (element) => element ? [element.localName, ...[...element.classList].sort()].join(".") : "";
  const paths = new Map([[document.body, ""]]);
  function pathOf(element) {
    if (!paths.has(element)) paths.set(element, nameOf(element) + " " + pathOf(element.parentElement));
    return paths.get(element);
  }
  function formOf(stop) {
    const parts = stop.getAttributeNames().filter((name) => !["href", "id", "class"].includes(name)).sort();
    parts.push(nameOf(stop.previousElementSibling), nameOf(stop.nextElementSibling), pathOf(stop));
    return parts.join(" ");
  }
  // Smaller than two pixels, or not what lies at its own middle.
  function faultOf(stop) {
    const boxes = [...stop.getClientRects()].sort((a, b) => b.width * b.height - a.width * a.height);
    const box = boxes[0] || { width: 0, height: 0 };
    if (box.width < 2 || box.height < 2) return "too small";
    if (stop.hasAttribute("tabindex")) return box.bottom < 0 || box.top > innerHeight ? "out of view" : "";
    const at = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    const label = at && at.closest("label");
    return at && (stop.contains(at) || (label && label.contains(stop))) ? "" : "covered";
  }
"""
# Scrolls to every stop: how many there are, their forms, and the forms of those that are not seen without focus.
SCROLLED_TO = f"""() => {{
  {STOPS}
  const forms = new Set(), unseen = new Set();
  for (const stop of stops) {{
    stop.scrollIntoView({{ block: "nearest", inline: "nearest" }});
    const form = formOf(stop);
    forms.add(form);
    if (faultOf(stop)) unseen.add(form);
  }}
  return [stops.length, [...forms], [...unseen]];
}}"""
# Gives focus to one stop of some forms and to every stop of others: what is wrong, and the forms whose focus a script
# answers on the page. Of those every stop is tried, and the next one, which must not lie under what was answered.
IN_FOCUS = f"""([once, always]) => {{
  {STOPS}
  const left = new Set(once), all = new Set(always), answered = new Set(), wrong = [];
  const changes = new MutationObserver(() => undefined);
  changes.observe(document.body, {{ attributes: true, childList: true, characterData: true, subtree: true }});
  let isNext = false;
  for (const stop of stops) {{
    const form = formOf(stop);
    if (!isNext && !all.has(form) && !left.has(form)) continue;
    changes.takeRecords();
    stop.focus();
    if (document.activeElement !== stop) continue;
    left.delete(form);
    const fault = faultOf(stop);
    if (fault) wrong.push(fault + ": " + stop.outerHTML.slice(0, 120));
    isNext = changes.takeRecords().length > 0 || document.querySelector(":popover-open") !== null;
    if (isNext) all.add(form), answered.add(form);
  }}
  changes.disconnect();
  return [wrong, [...answered]];
}}"""
# The pages are shared out on so many tests, so that workers can share them.
PARTS = 6
# How much stands beside the screen in a style of the reader's own, which stays until another is put in.
BESIDE = """(css) => {
  document.querySelector("style#egen")?.remove();
  if (css) {
    const style = document.createElement("style");
    style.id = "egen";
    style.textContent = css;
    document.head.append(style);
  }
  return document.documentElement.scrollWidth - document.documentElement.clientWidth;
}"""
# The sizes of all letters that are read, but for those of drawings.
LETTERS = """() => [...document.querySelectorAll("body *:not(svg, svg *, script)")]
  .filter((element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()))
  .map((element) => parseFloat(getComputedStyle(element).fontSize))"""
# Where every page is opened, and where long words have the least room.
SMALL = 320
# The other views are for pages that together hold every form the site has: focus and large text at some widths.
OTHER_WIDTHS = (1440, 720, 390)
WIDTHS_OF_LARGE_TEXT = (640, 1280)
# Two elements that styles see together: an element in another, or after one.
Form = tuple[str, str, str]


class Pages(NamedTuple):
    """The address of every page, and those that together hold every form."""

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


def _forms(page: str) -> frozenset[Form]:
    names: dict[Any, str] = {None: ""}
    found = set()
    for element in html.fromstring(page).iter("*"):
        names[element] = name = f"{element.tag}.{element.get('class')}"
        found.add((names[element.getparent()], "holds", name))
        found.add((names.get(element.getprevious(), ""), "then", name))
    return frozenset(found)


@pytest.fixture
def opened(browser: Browser, server: str) -> Iterator[Page]:
    # The reader's own style sheet is not ruled by the site's policy.
    context = browser.new_context(base_url=server, bypass_csp=True, reduced_motion="reduce", viewport=_view(SMALL))
    yield context.new_page()
    context.close()


@dataclass
class Tried:
    """The forms of stops that have had focus at a width, and those whose focus a script answers."""

    at: dict[int, set[str]] = field(default_factory=lambda: defaultdict(set))
    answered: set[str] = field(default_factory=set)


@pytest.fixture(scope="module")
def tried() -> Tried:
    return Tried()


def _faults(page: Page, address: str, tried: Tried, *, rich: bool) -> list[str]:
    """What is wrong on a page: on the smallest screen, last with large text, and for a rich page in the other views.

    What holds in text twice as large holds in text with more space between the letters, since a letter grows by more
    than that space; so the space is tried on rich pages alone, and there that all letters grow.
    """
    page.goto(address)
    if "valda=" in address:
        page.locator(".jamfor-ut table").wait_for()
    settle(page)
    wrong = [*_beside(page, SMALL, ""), *_unseen(page, SMALL, tried)]
    if rich:
        wrong += _beside(page, SMALL, SPACED_TEXT)
        letters = page.evaluate(LETTERS)
    wrong += _beside(page, SMALL, LARGE_TEXT)
    if rich:
        if page.evaluate(LETTERS) != [2 * size for size in letters]:
            wrong.append("letters do not grow with the reader's own size")
        for width in WIDTHS_OF_LARGE_TEXT:
            resize(page, width, HEIGHT)
            wrong += _beside(page, width, LARGE_TEXT)
        page.evaluate(BESIDE, "")
        for width in OTHER_WIDTHS:
            resize(page, width, HEIGHT)
            wrong += _unseen(page, width, tried)
        page.set_viewport_size(_view(SMALL))
    return wrong


def _beside(page: Page, width: int, css: str) -> list[str]:
    over = page.evaluate(BESIDE, css)
    return [f"{over} px beside {width} px with {css or 'no style of its own'}"] if over > 0 else []


def _unseen(page: Page, width: int, tried: Tried) -> list[str]:
    """What is wrong with the stops of a page: with each when it is scrolled to, and with each form in focus.

    Where a stop lies differs between pages, so each is looked for on each. What focus changes is decided by its form,
    so one of a form has focus, which costs the engine far more; but every one whose focus a script answers.
    """
    stops, forms, unseen = page.evaluate(SCROLLED_TO)
    assert stops > 10, page.url
    once, always = {*forms} - tried.at[width], ({*forms} & tried.answered) | {*unseen}
    tried.at[width] |= {*forms}
    if not once | always:
        return []
    wrong, answered = page.evaluate(IN_FOCUS, [[*once], [*always]])
    tried.answered |= {*answered}
    return [f"{width} px: {stop}" for stop in wrong]


def _view(width: int) -> ViewportSize:
    return {"width": width, "height": HEIGHT}


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_has_focus_is_seen_and_nothing_stands_beside_the_screen(
    part: int, opened: Page, pages: Pages, tried: Tried
) -> None:
    mine = pages.every[part::PARTS]
    faults = {address: _faults(opened, address, tried, rich=address in pages.rich) for address in mine}
    assert {address: wrong for address, wrong in faults.items() if wrong} == {}
