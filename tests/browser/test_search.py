"""The search page as a reader meets it: the results, their filters and marks, and questions without results."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.search import MARKUP, RESULTS, search, shown


def test_each_result_is_a_row_with_its_link_first(page: Page) -> None:
    search(page, "tvättstuga")
    rows = page.locator(RESULTS)
    assert rows.count() > 3
    first = rows.evaluate_all("(rows) => rows.map((row) => row.firstElementChild.matches('a[href]'))")
    assert all(first), first
    assert str(rows.first.locator("a").first.get_attribute("href")).endswith("/exempel/tvattstugor/")


def test_the_number_of_results_is_told(page: Page) -> None:
    search(page, "tvättstuga")
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ träffar på ”tvättstuga”\.$"))


def test_the_words_are_marked_in_what_is_quoted(page: Page) -> None:
    search(page, "tvättstuga")
    marked = page.locator(f"{RESULTS} .sok-utdrag mark").all_inner_texts()
    assert marked
    assert all(word.lower().startswith("tvätt") for word in marked)


def test_sections_are_given_under_their_page_and_lead_to_their_place(page: Page, site: Path) -> None:
    search(page, "jäv")
    link = page.locator(f"{RESULTS} .sok-avsnitt a").first
    path, anchor = str(link.get_attribute("href")).split("#")
    html = (site / path.split("/", 3)[3] / "index.html").read_text("utf-8")
    assert f'id="{anchor}"' in html


def test_the_question_stands_in_the_field_and_can_be_changed(page: Page) -> None:
    search(page, "jäv")
    own = page.locator("#sok-q")
    expect(own).to_have_value("jäv")
    own.fill("finansiering")
    own.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("finansiering")
    expect(page).to_have_url(re.compile(r"/sok/\?q=finansiering$"))
    page.go_back()
    expect(page.get_by_role("status")).to_contain_text("”jäv”")


def test_kinds_are_filters_with_counts_kept_in_the_address(page: Page) -> None:
    search(page, "tvättstuga")
    filters = shown(page, "filter").locator("a")
    total = filters.first.text_content() or ""
    assert re.fullmatch(r"Alla \(\d+\)", total)
    chosen = filters.filter(has_text="Exempel")
    count = int("".join(sign for sign in chosen.text_content() or "" if sign.isdigit()))
    chosen.click()
    expect(chosen).to_have_attribute("aria-current", "true")
    expect(page).to_have_url(re.compile("slag=projekt"))
    expect(page.locator(RESULTS)).to_have_count(count)
    page.reload()
    expect(page.locator(RESULTS)).to_have_count(count)


def test_more_results_are_shown_on_request_and_the_reader_is_taken_to_the_first_of_them(page: Page) -> None:
    search(page, "upphandling")
    before = page.locator(RESULTS).count()
    shown(page, "fler").click()
    expect(page.locator(RESULTS).nth(before).locator(":focus")).to_have_count(1)


def test_a_misspelt_word_gives_near_matches_with_their_reason_and_a_correction(page: Page) -> None:
    search(page, "sekretes")
    expect(shown(page, "nara")).to_be_visible()
    expect(page.locator(f"{RESULTS} .sok-skal").first).to_have_text("Nära träff: liknar ”sekretess”.")
    expect(shown(page, "menade")).to_have_text("Menade du sekretess?")
    shown(page, "menade").get_by_role("link").click()
    expect(page.get_by_role("status")).to_have_text(re.compile("träffar på ”sekretess”"))
    expect(shown(page, "menade")).to_be_hidden()


def test_near_matches_are_marked_among_the_sure_ones(page: Page) -> None:
    search(page, "får vi dela information med andra kommuner")
    marks = page.locator(f"{RESULTS} .sok-skal")
    assert 0 < marks.count() < page.locator(RESULTS).count()
    for mark in marks.all():
        expect(mark).to_have_text(re.compile("^Nära träff: "))


def test_a_word_that_nothing_knows_is_named_and_words_like_it_are_offered(page: Page) -> None:
    search(page, "besxqzv")
    expect(shown(page, "okand")).to_contain_text("Ingen sida innehåller ordet ”besxqzv”.")
    shown(page, "okand").get_by_role("link").first.click()
    expect(page.locator(RESULTS).first).to_be_visible()


def test_a_question_without_answer_is_helped_on(page: Page) -> None:
    search(page, "xyzzyplugh")
    expect(page.get_by_role("status")).to_have_text("Inga träffar på ”xyzzyplugh”.")
    links = shown(page, "inget").get_by_role("link").evaluate_all("(links) => links.map((link) => link.pathname)")
    assert {"/ordlista/", "/a-o/"} <= set(links)
    expect(page.locator(RESULTS)).to_have_count(0)


def test_the_page_without_a_question_tells_how_to_search(page: Page) -> None:
    page.goto("/sok/")
    expect(shown(page, "tips")).to_be_visible()
    expect(page.get_by_role("status")).to_be_empty()


@pytest.mark.parametrize(
    "query",
    ["x" * 10_000, MARKUP, "🎸🎸🎸", "och att som", "東京 Москва", '"><script>alert(1)</script>', "%3Cb%3E", "\\'"],
)
def test_bad_input_is_answered_and_never_becomes_markup(page: Page, query: str) -> None:
    search(page, query)
    assert page.locator("main img, main b, main script").count() == 0
