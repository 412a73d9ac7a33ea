import pytest
from playwright.sync_api import Browser

from bench.pages import PAGES, budget, weigh


@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES.keys())
def test_first_visit_keeps_to_the_budget(browser: Browser, server: str, address: str) -> None:
    weight = weigh(browser, server + address)
    assert weight.fonts > 0
    limits = budget()
    assert weight.whole <= limits["whole"]
    assert weight.text <= limits["text"]
