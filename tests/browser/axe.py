"""What axe finds wrong on a page: by all its rules of WCAG 2.2 AA and best practice, or by those on colours alone."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

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
SCRIPT = Axe().axe_script
RUN = """async (options) => {
  const { passes, violations } = await axe.run(options);
  return { passes: passes.length, violations };
}"""


def violations(page: Page, options: dict[str, Any] = ALL) -> list[str]:
    """What axe finds wrong, a line for each element. Fails when axe has not looked at the page."""
    if not page.evaluate("'axe' in globalThis"):
        page.evaluate(SCRIPT)
    found = page.evaluate(RUN, options)
    assert found["passes"] > (10 if options is ALL else 0), "axe tried no rules"
    return [
        f"{rule['id']}: {node['target'][0]}: {node['failureSummary']}"
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
