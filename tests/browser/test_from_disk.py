"""The site is read from a disk too: the built folder with script, the downloaded copy also without."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.offline import ARCHIVE, FOLDER_IN_ARCHIVE


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    with zipfile.ZipFile(site / ARCHIVE) as packed:
        packed.extractall(folder)
    return folder / FOLDER_IN_ARCHIVE


def _walk(browser: Browser, folder: Path, *, script: bool) -> list[str]:
    """From the start page to a group and back by the menu; the headings on the way. Fails on any error."""
    context = browser.new_context(java_script_enabled=script, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto((folder / "index.html").as_uri())
    headings = [page.locator("h1").inner_text()]
    for name in ("Grupper", "BeBo"):
        page.get_by_role("link", name=name, exact=True).first.click()
        headings.append(page.locator("h1").inner_text())
    page.locator("a.varumarke").click()
    headings.append(page.locator("h1").inner_text())
    assert page.locator("header").evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    context.close()
    assert errors == []
    return headings


WAY = ["När flera beställare har samma behov", "Grupper och nätverk i Sverige", "BeBo"]


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_downloaded_copy_is_read_from_a_disk(browser: Browser, copy: Path, *, script: bool) -> None:
    assert _walk(browser, copy, script=script) == [*WAY, WAY[0]]


def test_built_folder_is_read_from_a_disk(browser: Browser, site: Path) -> None:
    assert _walk(browser, site, script=True) == [*WAY, WAY[0]]


def test_search_works_in_the_downloaded_copy(browser: Browser, copy: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((copy / "index.html").as_uri())
    page.locator("header input[type=search]").fill("muffar")
    page.locator("header input[type=search]").press("Enter")
    page.locator("#sok-resultat li a").first.click()
    assert page.locator("h1").is_visible()
    assert page.url.endswith(".html") or ".html#" in page.url
    context.close()
