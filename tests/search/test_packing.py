"""The index as it is sent: small, and read back by the browser as it was made."""

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from macros.language.speaking import ENGLISH, speaking
from macros.search.packing import FIRST, LARGEST, pack
from macros.search.write import ENGINE_SCRIPTS, OTHER_ENGINE_SCRIPTS, index_script, make_index
from tests.search.conftest import BANK, PAGES, document

# Bytes by gzip of what a first search fetches before it can answer. Of a site with more pages it is as much more, so
# that whoever adds a page is not told off for it, but never more than what is fetched at all before a query.
MOST, AMONG, MOST_OF_ALL = 150_000, 380, 300_000


def unpacked(browser: Browser, content: str) -> dict[str, Any]:
    """The index of a script as the browser has it, with folded words in the order of the build."""
    page = browser.new_page()
    page.add_script_tag(content=content)
    found: dict[str, Any] = page.evaluate("kbSokIndex")
    page.close()
    return {**found, "vikningar": sorted(found["vikningar"])}


def plain(index: dict[str, Any]) -> dict[str, Any]:
    """An index as JSON gives it."""
    found: dict[str, Any] = json.loads(json.dumps(index))
    return found


@pytest.mark.parametrize("language", ["sv", ENGLISH])
def test_the_browser_reads_the_index_that_was_made(browser: Browser, language: str) -> None:
    odd = document("udda/", "𝒜 och 𐐨𐐩𐐪, 𐐨𐐩𐐫 ”citat” \\ 'o'", "Ett 7 500 §", "4 kap. 8 § LOU", "-")
    with speaking(language):
        index = make_index([*PAGES, odd], BANK)
        before = ENGINE_SCRIPTS if language == "sv" else OTHER_ENGINE_SCRIPTS
        assert unpacked(browser, index_script(index, before)) == plain(index)


def test_numbers_of_more_than_one_sign_are_read_back(browser: Browser) -> None:
    index = make_index(PAGES, BANK)
    numbers = [1, LARGEST - 1, LARGEST, 3 * LARGEST + 7, 0xD800 - FIRST, 200_000]
    word = next(at for at, term in enumerate(index["termer"].split(" ")) if not term.startswith("#"))
    index["ingar"] = [[] for _ in index["begrepp"]]
    index["poster"][word] = [number for frequency in numbers for number in (0, frequency)]
    index["nycklar"] = [[[[]], [], []] for _ in index["nycklar"]]
    index["nycklar"][0][1] = [[1], []]
    index["delar"] = [[number, number + 1, 0] for number in sorted(numbers)]
    assert unpacked(browser, index_script(index, ENGINE_SCRIPTS)) == plain(index)


def test_the_index_of_the_site_is_within_its_weight_and_read_back(site: Path, browser: Browser) -> None:
    for folder in ("assets/sok", "assets/sok/en"):
        (file,) = (site / folder).glob("index-*.js")
        content = file.read_text("utf-8")
        found = unpacked(browser, content)
        most = min(MOST * max(1, len(found["sidor"]) / AMONG), MOST_OF_ALL)
        assert len(gzip.compress(content.encode(), 6)) <= most, folder
        sent = unpacked(browser, content.replace("kbSokPackning.unpack(", "("))
        again = plain(pack({**found, "vikningar": [tuple(row) for row in found["vikningar"]]}))
        assert {**again, "vikningar": sorted(again["vikningar"])} == sent
