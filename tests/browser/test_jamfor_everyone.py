"""Comparing without script, from a folder, on small screens and for assistive technology."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import COLOURS, violations
from tests.browser.drawn import resize
from tests.browser.jamfor import TEXTS, WHOLE_TABLES


@pytest.mark.parametrize("name", WHOLE_TABLES)
def test_without_script_the_whole_table_shows_and_no_control_does(name: str, without_script: Page) -> None:
    without_script.goto(f"/jamfor/{name}/?valda=bebo,belok&bara=skillnader")
    expect(without_script.locator("main table")).to_be_visible()
    for control in (".valjbar", ".jamfor-lista", ".jamfor-verktyg", ".sortera"):
        assert without_script.locator(f"{control}:visible").count() == 0


def test_without_script_the_chooser_leads_to_the_whole_tables(without_script: Page) -> None:
    without_script.goto("/jamfor/?valda=bebo,belok")
    expect(without_script.get_by_text(TEXTS["utan_skript"])).to_be_visible()
    assert without_script.locator("main .kort a").count() == len(WHOLE_TABLES)
    assert without_script.locator(".valjbar:visible, .jamfor:visible").count() == 0


def test_a_comparison_opens_from_a_folder_too(site: Path, browser: Browser) -> None:
    context = browser.new_context()
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto((site / "jamfor" / "grupper" / "index.html").as_uri())
    opened.locator("input[data-valj=bebo]").check()
    opened.locator("input[data-valj=belok]").check()
    opened.get_by_role("button", name=TEXTS["valj"]["jamfor"], exact=True).click()
    expect(opened.locator(".jamfor-ut table thead a")).to_have_text(["BeBo", "Belok"])
    opened.locator(".jamfor-ut table thead a").first.click()
    expect(opened.locator("h1")).to_have_text("BeBo")
    context.close()
    assert not errors, errors


SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }));
  observer.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 600);
})"""


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize(
    "address",
    ["/jamfor/?valda=bebo,belok", "/jamfor/", "/jamfor/grupper/", "/jamfor/grupper/?vand=ja", "/grupper/?valda=bebo"],
)
def test_nothing_jumps_while_a_page_loads(address: str, width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    assert page.evaluate(SHIFTS) < 0.02


@pytest.mark.parametrize(
    "address", ["/jamfor/?valda=bebo,belok,hylok", "/jamfor/", "/jamfor/exempel/?f-omraden=bostader"]
)
def test_small_screens_need_no_sideways_scrolling(address: str, page: Page) -> None:
    """On a screen of 320 px, and at 400 % zoom, where there is less height too."""
    resize(page, 320, 640)
    page.goto(address)
    expect(page.locator("input[data-valj]").first).to_be_attached()
    for open_all in ("", "document.querySelectorAll('details').forEach((one) => { one.open = true; })"):
        page.evaluate(open_all)
        for height in (640, 256):
            resize(page, 320, height)
            assert page.evaluate("document.documentElement.scrollWidth") <= 320, (open_all, height)


def test_at_high_zoom_the_bar_does_not_lie_over_what_is_read(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto("/grupper/?valda=bebo,belok")
    assert page.locator(".valjbar").evaluate("(bar) => getComputedStyle(bar).position") == "static"


@pytest.mark.parametrize(
    "address",
    [
        "/jamfor/?valda=bebo,belok,zz",
        "/jamfor/",
        "/jamfor/exempel/?sortera=namn",
        "/jamfor/?valda=bebo,lou,ramavtal",
        "/grupper/",
    ],
)
def test_axe_finds_nothing(address: str, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(address)
    expect(page.locator("input[data-valj]").first).to_be_attached()
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page, COLOURS) == []
