"""The decision guide in the browser says what Python says, keeps its state in the address, works by keyboard."""

from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.tools.decide import all_answers, decide
from macros.tools.draw import GUIDE

OWN = words()["verktyg"]["valj-form"]
ADDRESS = "/valj-form/"
CASE_OF_4S = {
    "vad-vill-ni": "arbete",
    "finns-pa-marknaden": "nej",
    "utveckling": "prova",
    "minst-tva-andra": "ja",
    "om-tre-ar": "ja",
    "nagon-haller-ihop": "ja",
}
RESULT = ADDRESS + "?" + urlencode(CASE_OF_4S)


def query(page: Page) -> str:
    return urlsplit(page.url).query


def test_browser_and_python_agree_on_every_combination(bank: Kunskapsbank, page: Page) -> None:
    guide = bank.vagval[GUIDE]
    every = list(all_answers(guide))
    page.goto(ADDRESS)
    found = page.evaluate(
        """(every) => every.map((answers) => {
          const { kept, decide, nextQuestion } = window.kbVerktyg.delar;
          const made = decide(window.kbVerktyg.data, answers);
          return {
            kept: kept(window.kbVerktyg.data, answers),
            complete: nextQuestion(window.kbVerktyg.data, answers) === null,
            rule: made.rule.id,
            outcome: made.outcome.id,
            excluded: made.excluded.map((each) => [each.form, each.darfor]),
            changes: made.changes.map((each) => [each.question, each.answer, each.outcome]),
            wanted: made.wanted,
          };
        })""",
        every,
    )
    for answers, told in zip(every, found, strict=True):
        made = decide(guide, answers)
        assert told == {
            "kept": answers,
            "complete": True,
            "rule": made.rule.id,
            "outcome": made.outcome.id,
            "excluded": [[each.form, each.darfor] for each in made.excluded],
            "changes": [[each.question, each.answer, each.outcome] for each in made.changes],
            "wanted": list(made.wanted),
        }, answers


def test_from_first_question_to_result_by_keyboard_alone(page: Page, bank: Kunskapsbank) -> None:
    guide = bank.vagval[GUIDE]
    page.goto(ADDRESS)
    expect(page.locator("h1:visible")).to_have_text(guide.fragor[0].fraga)
    expect(page.locator(".verktyg")).to_contain_text("Inget sparas och inget skickas")
    page.locator("input[type=radio]").first.focus()
    for question in (guide.question(name) for name in CASE_OF_4S):
        expect(page.locator(".verktyg h1")).to_have_text(question.fraga)
        assert page.locator("input:checked").count() == 0
        if page.evaluate("document.activeElement.tagName") == "H1":
            page.keyboard.press("Tab")
        place = [choice.id for choice in question.svar].index(CASE_OF_4S[question.id])
        page.keyboard.press("Space")
        for _ in range(place):
            page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(page.locator(".verktyg h1")).to_have_text(OWN["kontrollera"])
    expect(page.locator(".verktyg h1")).to_be_focused()
    assert page.title().startswith(OWN["kontrollera"])
    for _ in CASE_OF_4S:
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    heading = page.locator(".verktyg-ut h2")
    expect(heading).to_contain_text("förkommersiell upphandling")
    expect(heading).to_be_focused()
    assert query(page) == urlencode(CASE_OF_4S)
    for link in page.locator(".verktyg-ut .verktyg-utfall a[href*=checklista]").all():
        assert link.get_attribute("href")


def test_back_and_forward_follow_the_questions(page: Page, bank: Kunskapsbank) -> None:
    first, second, *_ = bank.vagval[GUIDE].fragor
    page.goto(ADDRESS)
    page.get_by_role("radio", name=first.svar[1].text).check()
    page.get_by_role("button", name=OWN["fortsatt"]).click()
    expect(page.locator(".verktyg h1")).to_have_text(second.fraga)
    expect(page.locator(".verktyg h1")).to_be_focused()
    page.go_back()
    expect(page.locator(".verktyg h1")).to_have_text(first.fraga)
    page.go_forward()
    expect(page.locator(".verktyg h1")).to_have_text(second.fraga)
    page.get_by_role("link", name=OWN["tillbaka"]).click()
    expect(page.get_by_role("radio", name=first.svar[1].text)).to_be_checked()


def test_no_answer_is_told_with_a_link_to_the_question(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_role("button", name=OWN["fortsatt"]).click()
    told = page.locator("[data-fel]")
    expect(told).to_be_focused()
    assert page.title().startswith(OWN["fel_titel"])
    told.get_by_role("link").click()
    expect(page.get_by_role("radio").first).to_be_focused()
    assert query(page) == ""


def test_an_answer_is_changed_from_the_result(page: Page) -> None:
    page.goto(RESULT)
    page.locator(".verktyg-svar tr", has_text="Kan någon hålla ihop").get_by_role("link").click()
    page.get_by_role("radio", name="Nej").check()
    page.get_by_role("button", name=OWN["fortsatt"]).click()
    page.get_by_role("link", name=OWN["visa"]).click()
    expect(page.locator(".verktyg-ut h2")).to_have_text("Resultat: Gör en förkommersiell upphandling")


def test_what_an_address_holds_in_vain_is_named_and_dropped(page: Page) -> None:
    page.goto(f"{ADDRESS}?gammal-fraga=ja&minst-tva-andra=kanske&vad-vill-ni=kunskap&om-tre-ar=ja&omrade=manen")
    told = page.locator("[data-borttaget]")
    for name in ("gammal-fraga", "minst-tva-andra", "om-tre-ar", "omrade"):
        expect(told).to_contain_text(f"”{name}”")
    assert query(page) == "vad-vill-ni=kunskap"
    expect(page.locator(".verktyg-ut h2")).to_contain_text("intresseorganisation")


def test_one_state_has_one_address(page: Page) -> None:
    page.goto(f"{ADDRESS}?" + urlencode(dict(reversed(CASE_OF_4S.items()))))
    expect(page.locator(".verktyg-ut h2")).to_be_visible()
    assert query(page) == urlencode(CASE_OF_4S)


def test_an_address_with_one_answer_asks_for_the_rest(page: Page, bank: Kunskapsbank) -> None:
    page.goto(f"{ADDRESS}?vad-vill-ni=arbete")
    expect(page.locator(".verktyg h1")).to_have_text(bank.vagval[GUIDE].fragor[1].fraga)


def test_groups_of_the_area_are_shown_last(page: Page, bank: Kunskapsbank) -> None:
    page.goto(RESULT)
    page.get_by_label(OWN["omrade"]).select_option("vatten-och-avlopp")
    named = page.locator(".verktyg-grupper li a").all_inner_texts()
    assert set(named) == {group.namn for group in bank.grupp.values() if "vatten-och-avlopp" in group.omraden}
    assert query(page).endswith("omrade=vatten-och-avlopp")


def test_the_link_to_the_comparison_has_the_forms_chosen(page: Page) -> None:
    page.goto(RESULT)
    page.get_by_role("link", name=OWN["jamfor"]).click()
    expect(page.locator(".jamfor-ut thead")).to_contain_text("Förkommersiell upphandling")


def test_without_script_questions_rules_and_outcomes_are_text(without_script: Page, bank: Kunskapsbank) -> None:
    without_script.goto(ADDRESS)
    shown = without_script.locator("main").inner_text()
    guide = bank.vagval[GUIDE]
    told = [each.fraga for each in guide.fragor] + [each.namn for each in guide.utfall]
    told += [each.motivering for each in guide.regler] + [each.darfor for each in guide.uteslutningar]
    assert [text for text in told if text not in shown] == []
    assert without_script.locator(".figur-vagval svg").is_visible()


def test_a_result_is_one_sheet(page: Page, tmp_path_factory: pytest.TempPathFactory) -> None:
    page.goto(RESULT + "&omrade=bostader")
    expect(page.locator(".verktyg-ut h2")).to_be_visible()
    target = tmp_path_factory.mktemp("print") / "resultat.pdf"
    page.pdf(path=target, format="A4")
    assert target.read_bytes().count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    assert page.url in page.locator(".verktyg-utskrift").inner_text()
