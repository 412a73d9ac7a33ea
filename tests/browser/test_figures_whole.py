"""On every screen a figure is whole and its letters are large enough: nothing has to be scrolled to or guessed."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

# The pages are shared out on so many tests, so that workers can share them.
PARTS = 4
WIDTHS = (320, 390, 768, 1024, 1220, 1280, 1310, 1440)
# The smallest letters that a figure may have, in px on the screen.
SMALLEST = 12
# The decision tree is wider than any screen, and scrolls in a frame that says so.
FIGURES = "figure.figur:not(:has(.figuryta[role=region]))"
# What is wrong with each figure, of whose drawings one is seen. Letters of a scaled drawing are measured as shown.
FAULTS = """([figures, smallest]) => [...document.querySelectorAll(figures)]
  .flatMap((figure) => {
    const seen = [...figure.querySelectorAll("svg")].filter(
      (each) => each.checkVisibility({ visibilityProperty: true }) && each.getBoundingClientRect().width);
    if (seen.length !== 1) return [`${seen.length} drawings: ${figure.className}`];
    const [svg] = seen;
    const frame = svg.closest(".figuryta");
    const room = frame.getBoundingClientRect();
    const faults = [];
    if (frame.scrollWidth > frame.clientWidth) faults.push("scrolls");
    if (room.right > document.documentElement.clientWidth + 1) faults.push("runs out of the page");
    const scale = svg.viewBox.baseVal?.width ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    for (const text of svg.querySelectorAll("text")) {
      const size = parseFloat(getComputedStyle(text).fontSize) * scale;
      if (size < smallest) faults.push(`${size.toFixed(1)} px: ${text.textContent}`);
      const box = text.getBoundingClientRect();
      if (box.left < room.left - 1 || box.right > room.right + 1 || box.bottom > room.bottom + 1) {
        faults.push(`outside: ${text.textContent}`);
      }
    }
    return faults;
  })"""


@pytest.fixture(scope="module")
def pages(site: Path) -> list[str]:
    """Every page with a figure."""
    found = [path for path in site.rglob("index.html") if '<figure class="figur ' in path.read_text("utf-8")]
    return sorted(f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/") for path in found)


@pytest.mark.long
@pytest.mark.parametrize("part", range(PARTS))
def test_every_figure_is_whole_with_letters_to_read(part: int, page: Page, pages: list[str]) -> None:
    assert len(pages) > 8
    for address in pages[part::PARTS]:
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate(FAULTS, [FIGURES, SMALLEST]) == [], (address, width)


def test_a_figure_has_its_values_in_a_table_below(page: Page) -> None:
    page.goto("/om-bestallargrupper/utvarderingar/")
    table = page.locator(".figur-besparing + .figurtabell")
    table.locator("summary").click()
    assert table.locator("tbody tr").count() > 2
    assert table.locator("thead th").all_inner_texts()[-1] == "År"
