"""Searching without script, without network, from a downloaded copy, on a phone and for assistive technology."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import violations
from tests.browser.search import RESULTS, field, search, shown, suggestions


def test_results_are_shown_though_the_texts_for_quotations_fail(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.route("**/assets/sok/text-*", lambda route: route.abort())
    search(page, "tvättstuga")
    assert page.locator(RESULTS).count() > 3
    expect(shown(page, "utanutdrag")).to_be_visible()
    expect(shown(page, "fel")).to_be_hidden()
    context.close()


def test_the_filters_leave_room_for_the_first_result_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    search(page, "upphandling")
    first = page.locator(RESULTS).first.bounding_box()
    assert first
    assert first["y"] < 740


def test_without_script_the_page_says_so_and_leads_to_the_register(without_script: Page, server: str) -> None:
    without_script.goto("/")
    field(without_script).fill("jäv")
    field(without_script).press("Enter")
    expect(without_script).to_have_url(re.compile(rf"^{re.escape(server)}/sok/\?q="))
    expect(without_script.locator("main .sok-utan-skript")).to_contain_text("Sökningen behöver JavaScript")
    without_script.get_by_role("link", name="Gå till A–Ö").first.click()
    expect(without_script.get_by_role("heading", level=1)).to_have_text("A–Ö")


def test_a_downloaded_copy_can_be_searched(browser: Browser, site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next((site / "nedladdning").glob("*.zip"))) as packed:
        # Prints and files of data are nothing that the search reads.
        packed.extractall(tmp_path, [name for name in packed.namelist() if name.endswith((".html", ".js", ".css"))])
    start = next(path for path in tmp_path.rglob("index.html") if (path.parent / "sok").is_dir())
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((start.parent / "grupper" / "bebo" / "index.html").as_uri())
    field(page).fill("finansiering")
    expect(suggestions(page).first).to_have_text(re.compile("Finansiering"))
    field(page).press("Enter")
    expect(page.get_by_role("status")).to_have_text(re.compile("träffar på ”finansiering”"))
    page.locator(f"{RESULTS} a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Finansiera gruppen")
    assert errors == []
    page.close()


def test_a_search_that_cannot_be_loaded_says_so(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.route("**/assets/sok/**", lambda route: route.abort())
    page.goto("/sok/?q=jav")
    expect(shown(page, "fel")).to_be_visible()
    expect(shown(page, "fel").get_by_role("link")).to_have_attribute("href", "../a-o/")
    expect(page.get_by_role("status")).to_contain_text("gick inte att ladda")
    context.close()


@pytest.mark.parametrize("address", ["/sok/", "/sok/?q=upphandling", "/sok/?q=sekretes", "/sok/?q=xyzzyplugh"])
def test_the_search_page_has_no_accessibility_faults(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
