"""What a reader finds with all kinds of words, in the little knowledge base of conftest."""

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser

from macros.kunskapsbank import Kunskapsbank
from macros.search.documents import Document
from macros.search.write import ENGINE_SCRIPTS, SCRIPTS
from tests.search.conftest import BANK, PAGES, Search, document, small_bank, term

Maker = Callable[[Sequence[Document], Kunskapsbank], Search]


def addresses(answer: dict[str, Any]) -> list[str]:
    return [hit["address"] for hit in answer["hits"]]


def sure(answer: dict[str, Any]) -> list[str]:
    return [hit["address"] for hit in answer["hits"] if hit["reason"] is None]


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("finansiering", "finansiering/"),
        ("LEDNINGSNÄTEN", "ledningsnat/"),
        ("tvättstugorna", "tvattstugor/"),
        ("ledningsnat", "ledningsnat/"),
        ("tvattstuga", "tvattstugor/"),
        ("LOU", "juridik/"),
        ("upphandlingslagen", "juridik/"),
        ("befogenheter", "beslut/"),
        ("vem betalar?", "finansiering/"),
        ("beslutade", "beslut/"),
        ("lednings nät", "ledningsnat/"),
        ("vad är det", "lattlast/"),
        ("finansierad", "finansiering/"),
    ],
)
def test_the_right_page_comes_first_and_is_sure(search: Search, query: str, right: str) -> None:
    answer = search(query)
    assert addresses(answer)[:1] == sure(answer)[:1] == [right]


@pytest.mark.parametrize(
    ("query", "right", "how"),
    [
        ("finasiering", "finansiering/", "liknar"),
        ("sekretes", "juridik/", "liknar"),
        ("fiansiering", "finansiering/", "liknar"),
        ("kylskåpstävling", "kylskap/", "del"),
        ("skarvmaskin", "ledningsnat/", "del"),
        ("energibudget", "tvattstugor/", "del"),
    ],
)
def test_what_is_found_by_likeness_or_part_is_a_near_match_with_its_reason(
    search: Search, query: str, right: str, how: str
) -> None:
    answer = search(query)
    assert sure(answer) == []
    reasons = {hit["address"]: hit["reason"]["how"] for hit in answer["hits"]}
    assert reasons.get(right) == how


def test_the_reason_shows_the_word_as_it_is_written(search: Search) -> None:
    near = search("finasiering")["hits"]
    assert {hit["address"]: hit["reason"]["word"] for hit in near}["finansiering/"] == "finansiering"


def test_a_misspelt_query_is_corrected_and_a_right_one_is_not(search: Search) -> None:
    assert search("sekretes och jäv")["corrected"] == "sekretess och jäv"
    assert search("sekretess och jäv")["corrected"] is None


@pytest.mark.parametrize(
    ("query", "right"),
    [
        ("lagr", "juridik/"),
        ("budegt", "finansiering/"),
        ("bydget", "finansiering/"),
        ("kylskopp", "kylskap/"),
        ("kulskop", "kylskap/"),
        ("skeretss", "juridik/"),
    ],
)
def test_a_word_of_four_letters_may_have_one_slip_and_one_of_seven_two(search: Search, query: str, right: str) -> None:
    assert addresses(search(query))[0] == right


@pytest.mark.parametrize("query", ["jev", "bydgat", "mymdat", "kulskopp", "lygarna", "dekretes"])
def test_a_word_with_more_slips_than_its_length_allows_is_another_word(search: Search, query: str) -> None:
    assert search(query)["hits"] == []


def test_a_misspelt_title_is_still_the_title(make_search: Callable[..., Search]) -> None:
    paid = ["avgifter", "hyror", "löner", "lån", "möten", "resor"]
    loud = document("prat/", "Prat", "", *(f"finansiering av {what}" for what in paid))
    others = [document(f"sida-{number}/", f"Sida {number}", "Om finansiering.") for number in range(20)]
    search = make_search([loud, *others, document("finansiering/", "Finansiering", "Pengar.")], BANK)
    assert [addresses(search(query))[0] for query in ("finansiering", "finasiering")] == ["finansiering/"] * 2


def test_an_address_in_a_text_does_not_hide_the_word_written_without_dots(make_search: Callable[..., Search]) -> None:
    pages = [
        document("natet/", "Ledningsnät", "Ledningsnät i marken."),
        document("roren/", "Rör", "Rören i ett ledningsnät."),
        document("adress/", "En adress", "Skriv till natet/ledningsnat.md när något är fel."),
    ]
    assert sure(make_search(pages, BANK)("ledningsnat"))[0] == "natet/"


def test_a_page_that_answers_all_words_comes_before_one_that_answers_some(search: Search) -> None:
    assert addresses(search("energi i tvättstugor"))[0] == "tvattstugor/"


def test_a_page_with_every_word_comes_before_one_that_says_one_often(make_search: Callable[..., Search]) -> None:
    often = document("ofta/", "Annat", "Moln. " * 9)
    whole = document("hela/", "Annat", "Gräs växer under moln vid en sjö.")
    others = [document(f"sida-{number}/", "Annat", "Text.") for number in range(9)]
    assert addresses(make_search([often, whole, *others], BANK)("gräs moln sjö"))[:2] == ["hela/", "ofta/"]


def test_near_is_a_mark_and_no_order(search: Search) -> None:
    for query in ("gitarrkurs i sekretess för hundvalpar", "mötesbudget", "läcka i en skarv på rören", "energikrav"):
        scores = [hit["score"] for hit in search(query)["hits"]]
        assert scores == sorted(scores, reverse=True)


def test_a_page_that_answers_little_of_the_question_is_only_near(search: Search) -> None:
    answer = search("gitarrkurs i sekretess för hundvalpar")
    assert sure(answer) == []
    assert answer["hits"][0]["reason"] == {"how": "bara", "word": "sekretess"}


@pytest.mark.parametrize("query", ["", "   ", "och att som", "🎸🎸", "東京", "Москва", "xyzzy", "?!", "a", "'\"<>"])
def test_questions_without_an_answer_get_none(search: Search, query: str) -> None:
    answer = search(query)
    assert (answer["hits"], answer["corrected"]) == ([], None)


def test_a_very_long_query_is_answered_by_its_beginning(search: Search) -> None:
    assert addresses(search("finansiering " * 1000))[0] == "finansiering/"
    assert search("x" * 10_000)["hits"] == []


def test_an_unfinished_word_is_completed_while_typing(search: Search) -> None:
    assert "finansiering/" in addresses(search("finans", typing=True))
    assert addresses(search("gruppens mand", typing=True))[0] == "beslut/"


def test_the_same_query_gets_the_same_answer_again(search: Search) -> None:
    first = search("energi i tvättstugor")
    search("sekretess")
    assert search("energi i tvättstugor") == first


def test_an_index_of_another_format_is_refused(browser: Browser) -> None:
    page = browser.new_page()
    try:
        for file in ENGINE_SCRIPTS:
            page.add_script_tag(content=(SCRIPTS / file).read_text("utf-8"))
        message = page.evaluate(
            "() => { try { kbSokMotor.createEngine({ format: 0 }); } catch (e) { return e.message; } }"
        )
    finally:
        page.close()
    assert "format 0" in message


def test_a_word_that_says_little_and_that_no_page_has_is_not_taken_for_another(make_search: Maker) -> None:
    search = make_search([*PAGES, document("gras/", "Klippa gräs", "Så klipps en fotbollsplan.")], BANK)
    assert "gras/" in addresses(search("klippa juridik"))
    assert addresses(search("slippa juridik")) == ["juridik/"]


def test_a_common_word_is_no_rarer_for_being_in_the_name_of_something_rare(make_search: Maker) -> None:
    named = document("former/", "Former", "En gemensam nämnd är en form av samverkan.")
    common = [document(f"behov-{at}/", f"Gemensamma behov {at}", "Vad många har gemensamt.") for at in range(4)]
    bank = small_bank(namnd=term(namn="gemensam nämnd"))
    search = make_search([*common, named, *PAGES], bank)
    assert addresses(search("gemensam nämnd"))[0] == "former/"
