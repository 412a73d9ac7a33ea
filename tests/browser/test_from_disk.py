"""The site is read from a disk too: the built folder with script, the downloaded copy also without."""

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from macros.site.offline import ARCHIVE, FOLDER_IN_ARCHIVE


@pytest.fixture(scope="module")
def copy(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("copy")
    with zipfile.ZipFile(site / ARCHIVE) as packed:
        packed.extractall(folder)
    return folder / FOLDER_IN_ARCHIVE


START = "När flera beställare har samma behov"
# What is followed, and the heading of the page that it leads to.
WAY = [
    ("Grupper", "Grupper och nätverk i Sverige"),
    ("BeBo", "BeBo"),
    ("Beställargrupper Kunskapsbank för offentliga beställare", START),
]


def _walk(browser: Browser, folder: Path, *, script: bool) -> None:
    """From the start page to a group and back. Fails on any error."""
    context = browser.new_context(java_script_enabled=script, viewport={"width": 1440, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    page.goto((folder / "index.html").as_uri())
    expect(page.locator("h1")).to_have_text(START)
    for link, heading in WAY:
        page.get_by_role("link", name=link, exact=True).first.click()
        expect(page.locator("h1")).to_have_text(heading)
    assert page.locator("header").evaluate("e => getComputedStyle(e).backgroundColor") != "rgba(0, 0, 0, 0)"
    context.close()
    assert errors == []


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_downloaded_copy_is_read_from_a_disk(browser: Browser, copy: Path, *, script: bool) -> None:
    _walk(browser, copy, script=script)


def test_built_folder_is_read_from_a_disk(browser: Browser, site: Path) -> None:
    _walk(browser, site, script=True)


def test_search_works_in_the_downloaded_copy(browser: Browser, copy: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((copy / "index.html").as_uri())
    page.locator("header input[type=search]").fill("muffar")
    page.locator("header input[type=search]").press("Enter")
    page.locator("#sok-resultat li a").first.click()
    # A result names its page's file, since a folder has no server that finds it.
    expect(page).to_have_url(re.compile(r"/(normer/minimikrav-muffar|exempel/rorskarvar)/index\.html(#.*)?$"))
    expect(page.locator("h1")).to_be_visible()
    context.close()
