"""A comparison is a comparison on every screen: columns beside each other, names in view, nothing in a box."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.drawn import resize
from tests.browser.jamfor import TEXTS, WHOLE_TABLES, compare

# For every row with values: the places of its cells, as the eye sees them.
ROWS = """(table) => [...table.tBodies].flatMap((body) => [...body.rows])
  .map((row) => [...row.cells].filter((cell) => cell.tagName === "TD").map((cell) => {
    const box = cell.getBoundingClientRect();
    return { top: Math.round(box.top), left: box.left, right: box.right, width: box.width };
  })).filter((cells) => cells.length)"""


def at_widths(page: Page, *widths: int) -> Iterator[int]:
    """The page at one width after the other, from the narrowest: what is drawn follows the screen."""
    for width in widths:
        resize(page, width)
        yield width


def test_two_records_are_two_columns_that_fit_the_screen(page: Page) -> None:
    resize(page, 320)
    table = compare(page, "bebo", "belok")
    for width in at_widths(page, 320, 390, 768):
        rows = table.evaluate(ROWS)
        assert len(rows) > 10
        for first, second in rows:
            assert first["top"] == second["top"], width
            assert first["right"] <= second["left"] + 1, width
            assert second["right"] <= width
            assert min(first["width"], second["width"]) > 110, width
        region = page.locator(".jamfor-ut .jamforelse")
        assert region.evaluate("(region) => region.scrollWidth <= region.clientWidth + 1"), width


@pytest.mark.parametrize(
    "chosen", [("bebo", "belok", "4s-ledningsnat"), ("bebo", "belok", "hylok", "belivs", "hbv", "besma")]
)
def test_more_records_swipe_under_a_first_column_that_stays(chosen: tuple[str, ...], page: Page) -> None:
    resize(page, 320)
    table = compare(page, *chosen)
    for width in at_widths(page, 320, 390, 768, 1440):
        for cells in table.evaluate(ROWS):
            assert len(cells) == len(chosen)
            assert len({cell["top"] for cell in cells}) == 1, width
        before, first, last = table.evaluate(SWIPED)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert abs(before["x"] - first["x"]) < 2, width
        assert last["x"] >= first["right"] - 1, f"{width}: the last column comes out from under the first"
        assert last["right"] <= width


# The first column before and after the table is swiped to its end, and the last column then.
SWIPED = """(table) => {
  const place = (cell) => { const { x, right } = cell.getBoundingClientRect(); return { x, right }; };
  const [first, ...others] = table.querySelector("tbody tr:not(.avdelning)").cells;
  const region = table.closest(".jamforelse");
  region.scrollLeft = 0;
  const before = place(first);
  region.scrollLeft = region.scrollWidth;
  return [before, place(first), place(others.pop())];
}"""
# The page scrolled to the middle of a table: whether the first name is in view and nothing lies over it.
NAME_IN_VIEW = """(region) => {
  scrollTo(0, region.getBoundingClientRect().top + scrollY + region.clientHeight / 2);
  const name = region.querySelector("thead th a");
  const box = name.getBoundingClientRect();
  return box.top >= 0 && name.contains(document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2));
}"""


@pytest.mark.parametrize(
    "address",
    [
        "/jamfor/?valda=bebo,belok",
        "/jamfor/?valda=bebo,belok,hylok",
        "/jamfor/grupper/energi/",
        "/jamfor/par/bebo-och-belok/",
    ],
)
def test_names_stay_in_view_while_the_page_itself_scrolls(address: str, page: Page) -> None:
    resize(page, 320)
    page.goto(address)
    region = page.locator("main .jamforelse:visible").first
    expect(region).to_be_visible()
    for width in at_widths(page, 320, 390, 768, 1440):
        assert region.evaluate("(region) => region.scrollHeight <= region.clientHeight + 1"), f"{width}: a box"
        assert region.evaluate(NAME_IN_VIEW), width


def test_where_heads_cannot_follow_both_ways_the_table_is_a_box_that_keeps_them(page: Page) -> None:
    """Browsers in which overflow is one for both directions: the names stay in view all the same."""
    page.goto("/jamfor/grupper/energi/")
    page.evaluate("document.documentElement.classList.add('rullar-i-ruta')")
    region = page.locator("main .jamforelse").first
    region.evaluate("(region) => { region.scrollTop = 600; }")
    inside = region.evaluate(
        "(region) => region.querySelector('thead th').getBoundingClientRect().top - region.getBoundingClientRect().top"
    )
    assert 0 <= inside < 5


@pytest.mark.parametrize("name", WHOLE_TABLES)
def test_whole_tables_are_tables_on_small_screens_too(name: str, page: Page) -> None:
    resize(page, 320)
    page.goto(f"/jamfor/{name}/")
    for width in at_widths(page, 320, 768):
        for cells in page.locator("[data-jamfor-server] table").evaluate(ROWS):
            assert len({cell["top"] for cell in cells}) == 1, width
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_table_is_swept_by_the_keyboard(page: Page) -> None:
    resize(page, 390)
    compare(page, "bebo", "belok", "hylok")
    region = page.locator(".jamfor-ut .jamforelse")
    region.focus()
    expect(region).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.activeElement.scrollLeft > 20")


def test_a_jump_leads_to_its_section_below_the_names(page: Page) -> None:
    resize(page, 390)
    table = compare(page, "bebo", "belok", "4s-ledningsnat")
    jumps = page.locator(".jamfor-ut .jamfor-hopp a")
    sections = table.locator(".avdelning th")
    assert jumps.all_inner_texts() == sections.all_inner_texts()
    for number in range(1, jumps.count() - 1):
        jumps.nth(number).click()
        below = sections.nth(number).evaluate(
            """(head) => {
              const name = head.closest("table").tHead.rows[0].cells[1];
              return head.getBoundingClientRect().top - name.getBoundingClientRect().bottom;
            }"""
        )
        assert -2 <= below < 80
    expect(table).to_be_visible()


def test_each_column_says_how_much_is_known(page: Page) -> None:
    table = compare(page, "bebo", "belok", "hylok")
    for head in table.locator("thead th[data-id]").all():
        expect(head).to_contain_text(TEXTS["kant"].split("}")[-1].strip())
