"""What axe finds wrong on a page: by all its rules of WCAG 2.2 AA and best practice, or by those on colours alone."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.browser.drawn import settle

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# Of rules that hold only the first element is told, which saves axe most of its time.
ALL: dict[str, Any] = {
    "runOnly": {"type": "tag", "values": TAGS},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}
# When a page that held all rules only changes its colours, no other rule can tell the difference.
COLOURS: dict[str, Any] = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    "resultTypes": ["violations"],
}
# Contrast is measured for one element of each look on the page, since to see what lies behind an element is most of
# axe's work, and elements that look alike differ in nothing that the rule asks for. A link in running text must be told
# by more than its colour: by colour alone axe lets it pass, and in a paragraph with several links it cannot say.
SCRIPT = (
    Axe().axe_script
    + """
axe.configure({ rules: [
  { id: "color-contrast", selector: "[data-first-of-look]" },
  { id: "link-in-text-block", any: ["link-in-text-block-style"] },
] });"""
)
# Marks the first seen element of each look: names, classes, letters and colours of itself and of all that it stands in,
# whether it holds text of its own, and whether it is scrolled out of the box that it stands in.
MARK_LOOKS = """() => {
  const looks = new Map(), boxes = new Map(), first = new Set();
  const hasText = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
  function lookOf(element) {
    if (!element) return "";
    if (!looks.has(element)) {
      const style = getComputedStyle(element);
      boxes.set(element, style.overflowX === "visible" ? boxes.get(element.parentElement) : element);
      looks.set(element, [
        lookOf(element.parentElement), element.localName, [...element.classList].sort().join("."), hasText(element),
        element.getAttribute("aria-disabled"), element.disabled, style.color, style.backgroundColor,
        style.backgroundImage, style.opacity, style.fontSize, style.fontWeight, style.textShadow, style.position,
      ].join(" "));
    }
    return looks.get(element);
  }
  function isInBox(element) {
    const box = boxes.get(element.parentElement)?.getBoundingClientRect(), own = element.getBoundingClientRect();
    return !box || (own.left >= box.left && own.right <= box.right && own.top >= box.top && own.bottom <= box.bottom);
  }
  for (const element of document.body.querySelectorAll("*")) {
    element.removeAttribute("data-first-of-look");
    if (!element.checkVisibility()) continue;
    const look = lookOf(element) + isInBox(element);
    if (!first.has(look)) element.setAttribute("data-first-of-look", "");
    first.add(look);
  }
}"""
RUN = f"""async (options) => {{
  ({MARK_LOOKS})();
  const {{ passes, violations }} = await axe.run(options);
  return {{ passes: passes.length, violations }};
}}"""


def violations(page: Page, options: dict[str, Any] = ALL) -> list[str]:
    """What axe finds wrong, a line for each element. Fails when axe has not looked at the page."""
    # A region that a new width made too wide becomes a stop once it has been drawn.
    settle(page)
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(SCRIPT)
    found = page.evaluate(RUN, options)
    assert found["passes"] > (10 if options is ALL else 0), "axe tried no rules"
    return [
        f"{rule['id']}: {node['target'][0]}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
