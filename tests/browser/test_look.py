"""The look of every component, as the style page shows it, compared with what was last agreed.

A picture differs between machines, since each smooths letters in its own way. What makes the look is the
same everywhere: colours, lines, type and space as the browser computes them. They are kept in `look.json`
for each kind of element on `/om/formsprak/`, in light and dark. A change of look is agreed by writing the
file anew: `UPDATE_LOOK=1 pytest tests/browser/test_look.py`, and reading the difference.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

STYLE_PAGE = "/om/formsprak/"
AGREED = Path(__file__).with_name("look.json")
# The first element of each kind, a kind being its name and classes, with what makes its look.
LOOK = """() => {
  const properties = [
    "display", "color", "background-color", "border-top", "border-inline-start", "border-bottom", "border-radius",
    "font-family", "font-size", "font-weight", "font-style", "line-height", "padding", "text-decoration-line",
  ];
  const kinds = {};
  for (const element of document.querySelectorAll("header *, main *, footer *")) {
    if (element.closest("svg") || !element.checkVisibility()) continue;
    const name = [element.localName, ...[...element.classList].sort()].join(".");
    if (name in kinds) continue;
    const style = getComputedStyle(element);
    const looks = properties.map((property) => style.getPropertyValue(property)).join(" | ");
    kinds[name] = looks.replace(/("KB \\w+")[^|]*/, "$1 ");
  }
  return kinds;
}"""
# Parts of a component that stand outside it, or over their neighbour.
OVERLAPS = """() => {
  const wrong = [];
  const seen = [...document.querySelectorAll("main div.text > *")].filter((element) => element.checkVisibility());
  seen.forEach((element, at) => {
    const box = element.getBoundingClientRect();
    const next = seen[at + 1] && seen[at + 1].getBoundingClientRect();
    if (next && next.top < box.bottom - 1 && next.left < box.right - 1 && next.right > box.left + 1) {
      wrong.push([element.outerHTML.slice(0, 60), seen[at + 1].outerHTML.slice(0, 60)]);
    }
    if (box.right > document.documentElement.clientWidth + 1) wrong.push([element.outerHTML.slice(0, 60), "outside"]);
  });
  return wrong;
}"""


def _opened(browser: Browser, server: str, **settings: Any) -> Page:
    page = browser.new_context(base_url=server, reduced_motion="reduce", **settings).new_page()
    page.goto(STYLE_PAGE)
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_component_looks_as_agreed(scheme: str, browser: Browser, server: str) -> None:
    page = _opened(browser, server, color_scheme=scheme, viewport={"width": 1440, "height": 900})
    found = page.evaluate(LOOK)
    page.context.close()
    agreed: dict[str, dict[str, str]] = json.loads(AGREED.read_text("utf-8")) if AGREED.exists() else {}
    if os.environ.get("UPDATE_LOOK"):
        AGREED.write_text(json.dumps({**agreed, scheme: found}, indent=1, ensure_ascii=False) + "\n", "utf-8")
        return
    assert len(found) > 60
    assert found == agreed[scheme]


@pytest.mark.parametrize("width", [320, 768, 1440, 1920])
def test_components_keep_apart_at_every_width(width: int, browser: Browser, server: str) -> None:
    page = _opened(browser, server, viewport={"width": width, "height": 900})
    found = page.evaluate(OVERLAPS)
    page.context.close()
    assert found == []


def test_components_have_edges_in_forced_colours(browser: Browser, server: str) -> None:
    page = _opened(browser, server, forced_colors="active", viewport={"width": 1440, "height": 900})
    for name in (".knapp", ".admonition", ".kort-post", ".tabellyta td", ".legend"):
        found = page.locator(f"main {name}:visible, header {name}:visible")
        assert found.count() > 0, name
        edge = found.first.evaluate("(element) => parseFloat(getComputedStyle(element).borderBottomWidth)")
        assert edge > 0, name
    page.context.close()
