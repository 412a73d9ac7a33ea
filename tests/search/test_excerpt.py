"""What a result quotes and marks."""

from typing import Any

from playwright.sync_api import Page

LONG = "Inledning utan svar. " * 30 + "Här står att avgiften är en krona. " + "Fortsättning. " * 60


def excerpt(page: Page, summary: str, sections: list[list[str]], words: list[str]) -> Any:
    code = """([summary, sections, words]) =>
      kbSokUtdrag.excerpt(summary, sections, Object.assign((word) => words.indexOf(word) + 1, { worth: () => 1 }))"""
    return page.evaluate(code, [summary, sections, words])


def test_the_summary_is_quoted_when_it_answers(words_page: Page) -> None:
    found = excerpt(words_page, "Så sätts avgiften.", [["", "", LONG]], ["avgiften"])
    assert found["text"] == "Så sätts avgiften."


def test_otherwise_the_passage_that_answers_is_quoted_from_its_sentence(words_page: Page) -> None:
    found = excerpt(words_page, "Om annat.", [["", "", LONG]], ["avgiften"])
    assert found["text"].startswith("… Här står att avgiften är en krona.")
    assert found["text"].endswith(" …")
    assert len(found["text"]) < 230


def test_a_number_is_never_cut_in_two(words_page: Page) -> None:
    for padding in range(60):
        text = f"{'a' * 150} 20 000 {'b' * padding} avgiften {'c' * padding} 1 250 000 kr {'d' * 200}"
        quoted = excerpt(words_page, "Om annat.", [["", "", text]], ["avgiften"])["text"]
        assert "avgiften" in quoted
        assert not quoted.startswith("… 000")
        assert not quoted.endswith((" 1 …", " 250 …"))


def test_a_page_that_answers_by_its_search_words_only_shows_its_summary(words_page: Page) -> None:
    assert excerpt(words_page, "Om annat.", [["", "", "Text."]], ["avgiften"]) == {"text": "Om annat.", "sections": []}


def test_sections_that_answer_are_given_best_first_and_at_most_three(words_page: Page) -> None:
    sections = [["", "", "avgift"], ["a", "Om stöd", "avgift"], ["b", "Om avgift", "avgift"], ["c", "Annat", "annat"]]
    found = excerpt(words_page, "", [*sections, ["d", "Avgift igen", ""], ["e", "Avgift än", ""]], ["avgift"])
    assert [part["anchor"] for part in found["sections"]] == ["b", "d", "e"]


def test_marked_text_is_the_text_itself(words_page: Page) -> None:
    text = "Avgift <b>och</b> AVGIFT & mer"
    code = "([text]) => kbSokUtdrag.marked(text, (word) => word === 'avgift')"
    pieces = words_page.evaluate(code, [text])
    assert "".join(piece["text"] for piece in pieces) == text
    assert [piece["text"] for piece in pieces if piece["marked"]] == ["Avgift", "AVGIFT"]
