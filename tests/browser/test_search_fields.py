"""The search page's own field suggests while the reader types, as that of the header does."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.axe import violations

OWN = ".sok-form"


def field(page: Page) -> Locator:
    return page.locator("#sok-q")


def suggestions(page: Page) -> Locator:
    return page.locator(f"{OWN} [data-sokforslag] a")


@pytest.mark.parametrize("address", ["/sok/", "/en/search/"])
def test_the_field_suggests_pages_and_only_below_itself(page: Page, address: str) -> None:
    page.goto(address)
    field(page).fill("bebo")
    expect(suggestions(page).first).to_be_visible()
    expect(suggestions(page).first).to_contain_text("BeBo")
    expect(page.locator(".sokruta [data-sokforslag] a")).to_have_count(0)
    expect(page.locator(f"{OWN} [aria-live=polite]")).not_to_be_empty()


def test_the_field_suggests_the_answer_first(page: Page) -> None:
    page.goto("/sok/")
    field(page).fill("när bildades bebo")
    expect(suggestions(page).first).to_contain_text("1989")


def test_the_suggestions_are_reached_by_arrows_and_closed_by_escape(page: Page) -> None:
    page.goto("/sok/")
    field(page).fill("upphandling")
    expect(suggestions(page).first).to_be_visible()
    field(page).press("ArrowDown")
    expect(suggestions(page).first).to_be_focused()
    page.keyboard.press("Escape")
    expect(suggestions(page)).to_have_count(0)
    expect(field(page)).to_be_focused()


def test_the_suggestions_give_way_to_the_results(page: Page) -> None:
    page.goto("/sok/")
    field(page).fill("tvättstuga")
    expect(suggestions(page).first).to_be_visible()
    field(page).press("Enter")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ träffar på ”tvättstuga”\.$"))
    expect(suggestions(page)).to_have_count(0)


def test_the_open_suggestions_have_no_accessibility_faults(page: Page) -> None:
    page.goto("/sok/")
    field(page).fill("när bildades bebo")
    expect(suggestions(page).first).to_be_visible()
    assert violations(page) == []
