"""Questions that are answered above the results: facts, comparisons, sections of laws, lists; and what is not."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.search import search, shown


def answer(page: Page) -> Locator:
    return shown(page, "svar")


def test_a_question_about_a_fact_is_answered_with_year_source_and_a_way_to_the_record(page: Page) -> None:
    search(page, "hur många medlemmar har BeBo?")
    expect(answer(page).get_by_role("heading")).to_have_text("BeBo: Antal medlemmar")
    expect(answer(page)).to_contain_text("17 (uppgiften gäller 2011)")
    expect(page.get_by_role("status")).to_contain_text("Svar: BeBo: Antal medlemmar. 17, uppgiften gäller 2011.")
    assert "/kallor/#" in str(answer(page).locator(".sok-ruta-kallor a").first.get_attribute("href"))
    answer(page).get_by_role("link", name="Läs mer om BeBo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("BeBo")


def test_what_is_unknown_is_said_to_be_unknown(page: Page) -> None:
    search(page, "vad kostar det att vara med i Belok")
    expect(answer(page)).to_contain_text("Uppgift saknas")


@pytest.mark.parametrize("query", ["när bildades Energimyndigheten", "hur många medlemmar hade BeBo 2020", "BeBo"])
def test_what_cannot_be_answered_for_certain_is_not_answered(page: Page, query: str) -> None:
    search(page, query)
    expect(answer(page)).to_be_hidden()


def test_a_comparison_leads_to_the_drawn_one(page: Page) -> None:
    search(page, "skillnaden mellan ramavtal och beställargrupp")
    answer(page).get_by_role("link", name="Se dem sida vid sida").click()
    expect(page.get_by_role("columnheader", name="Ramavtal")).to_be_visible()
    expect(page.get_by_role("columnheader", name="Beställargrupp")).to_be_visible()


def test_a_section_of_a_law_leads_to_its_place_or_is_said_not_to_be_here(page: Page) -> None:
    search(page, "4 kap. 8 § LOU")
    link = answer(page).get_by_role("link").first
    assert "#" in str(link.get_attribute("href"))
    link.click()
    expect(page.locator("main")).to_contain_text("4 kap. 8 §")
    search(page, "4 kap. 99 § LOU")
    expect(answer(page)).to_contain_text("Ingen sida här hänvisar till paragrafen.")


def test_a_question_for_a_list_is_answered_with_the_list(page: Page) -> None:
    search(page, "vilka grupper finns i Norge?")
    expect(answer(page).get_by_role("link", name="Leverandørutviklingsprogrammet")).to_be_visible()
