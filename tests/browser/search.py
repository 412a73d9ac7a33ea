"""What the tests of the search share: where a question is asked, and what is shown."""

from urllib.parse import quote

from playwright.sync_api import Locator, Page, expect

RESULTS = "#sok-resultat > li"
MARKUP = "<img src=x onerror=alert(1)><b>jäv</b>"


def search(page: Page, query: str, rest: str = "") -> None:
    """Opens the search page with a question and waits for its answer."""
    page.goto(f"/sok/?q={quote(query)}{rest}")
    expect(page.get_by_role("status")).not_to_be_empty()


def field(page: Page) -> Locator:
    return page.locator(".sokruta input[name=q]")


def suggestions(page: Page) -> Locator:
    return page.locator("[data-sokforslag] a")


def shown(page: Page, part: str) -> Locator:
    return page.locator(f'[data-sok-del="{part}"]')
