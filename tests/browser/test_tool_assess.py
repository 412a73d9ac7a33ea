"""The self-assessment in the browser: a profile as Python's, kept in the address, several people side by side."""

import random
from pathlib import Path
from urllib.parse import parse_qs, urlencode, urlsplit

from playwright.sync_api import Page, expect

from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.tools.profile import edition, level, parts, spread, weakest

OWN = words()["verktyg"]["sjalvskattning"]
ADDRESS = "/sjalvskattning/"


def answers(bank: Kunskapsbank, value: str, **others: str) -> dict[str, str]:
    """The same answer to every statement but some, and the edition."""
    every = {each.id: value for _, part in parts(bank) for each in part.pastaenden}
    return {**every, **others, "utgava": str(edition(bank))}


def test_browser_and_python_agree(page: Page) -> None:
    dice = random.Random(2)  # noqa: S311 - only the same cases at every run
    lists = [[dice.choice([None, 1, 2, 3, 4]) for _ in range(dice.randint(1, 4))] for _ in range(400)]
    profiles = [{str(n): dice.choice([None, 1, 2, 3, 4]) for n in range(10)} for _ in range(400)]
    page.goto(ADDRESS)
    found = page.evaluate(
        """([lists, profiles]) => {
          const { level, spread, weakest } = window.kbVerktyg.delar;
          return [lists.map(level), lists.map(spread), profiles.map((each) => weakest(each))];
        }""",
        [lists, [list(each.items()) for each in profiles]],
    )
    assert found == [
        [level(each) for each in lists],
        [spread(each) for each in lists],
        [weakest(each) for each in profiles],
    ]


def test_all_ten_parts_by_keyboard_alone(page: Page, bank: Kunskapsbank) -> None:
    page.goto(ADDRESS)
    expect(page.locator(".verktyg")).to_contain_text("Inget sparas och inget skickas")
    for number, (_, part) in enumerate(parts(bank)):
        expect(page.locator(".verktyg h1")).to_have_text(part.fraga)
        assert page.locator("input:checked").count() == 0
        if number == 0:
            page.locator(".verktyg input").first.focus()
        else:
            expect(page.locator(".verktyg h1")).to_be_focused()
            page.keyboard.press("Tab")
        for _ in part.pastaenden:
            page.keyboard.press("Space")
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
    expect(page.locator(".verktyg h1")).to_have_text(OWN["kontrollera"])
    page.get_by_role("link", name=OWN["visa"]).press("Enter")
    expect(page.locator(".verktyg-ut h2")).to_be_focused()
    query = parse_qs(urlsplit(page.url).query)
    assert {key: value[0] for key, value in query.items()} == answers(bank, "2")
    page.go_back()
    expect(page.locator(".verktyg h1")).to_have_text(OWN["kontrollera"])


def test_the_weakest_come_first_with_what_to_do(page: Page, bank: Kunskapsbank) -> None:
    page.goto(f"{ADDRESS}?{urlencode(answers(bank, '4', ma='1', oa='2'))}")
    headings = page.locator(".verktyg-ut h3").all_inner_texts()
    assert headings[0].startswith("Börja här: Finansieringsmodell (nivå 1 av 4)")
    assert headings[1].startswith("Börja här: Överenskommelse om beslut (nivå 2 av 4)")
    expect(page.locator(".verktyg-ut")).to_contain_text(bank.skattning["finansieringsmodell"].gor.split(".")[0])
    expect(page.locator(".verktyg-ut").get_by_role("link", name="Budget och andelar")).to_be_visible()
    assert page.locator(".verktyg-figur svg").get_attribute("aria-label")
    assert "procent" not in page.locator(".verktyg-ut").inner_text()


def test_knowing_nothing_is_said_and_gives_no_level(page: Page, bank: Kunskapsbank) -> None:
    page.goto(f"{ADDRESS}?{urlencode(answers(bank, 'vet-inte'))}")
    expect(page.locator(".verktyg-mening")).to_have_text(OWN["inget_kant"])


def test_missing_answers_are_told(page: Page) -> None:
    page.goto(ADDRESS)
    page.get_by_role("button", name=OWN["fortsatt"]).click()
    told = page.locator("[data-fel]")
    expect(told).to_be_focused()
    assert told.get_by_role("link").count() == 2
    told.get_by_role("link").first.click()
    expect(page.get_by_role("radio").first).to_be_focused()


def test_an_address_from_an_older_edition_says_what_is_new(page: Page, bank: Kunskapsbank) -> None:
    older = {**answers(bank, "3"), "utgava": "0"}
    del older["ob"]
    page.goto(f"{ADDRESS}?{urlencode(older)}")
    expect(page.locator("[data-nya]")).to_contain_text("Alla vet vad som måste beslutas hemma.")


def test_what_is_unknown_in_an_address_is_named_and_dropped(page: Page) -> None:
    page.goto(f"{ADDRESS}?xx=3&ba=7&steg=borta&andra=skrap")
    for name in ("xx", "ba", "steg", "andra"):
        expect(page.locator("[data-borttaget]")).to_contain_text(f"”{name}”")
    assert urlsplit(page.url).query == ""


def test_several_addresses_side_by_side_show_where_people_disagree(page: Page, bank: Kunskapsbank) -> None:
    page.goto(f"{ADDRESS}?{urlencode(answers(bank, '3'))}")
    page.locator(".verktyg-klistra summary").click()
    other = f"Lisa https://exempel.se{ADDRESS}?{urlencode(answers(bank, '3', ca='1', ga='2'))}"
    page.locator("#ss-andra").fill(f"{other}\n?{urlencode(answers(bank, '3', ca='vet-inte'))}")
    page.get_by_role("button", name=OWN["jamfor_knapp"]).click()
    table = page.get_by_role("table", name=OWN["jamfor_tabell"])
    expect(table.locator("thead")).to_contain_text("Lisa")
    expect(table.locator("tbody tr").first).to_contain_text("Samma personer deltar")
    assert table.locator("tbody tr").first.locator("td").all_inner_texts() == ["3", "1", "?", "2"]
    expect(page.locator(".verktyg-ut")).to_contain_text("Ni är oense om 2 av 20 påståenden.")
    page.reload()
    expect(table.locator("thead")).to_contain_text("Lisa")


def test_without_script_every_statement_and_level_is_text(without_script: Page, bank: Kunskapsbank) -> None:
    without_script.goto(ADDRESS)
    shown = without_script.locator("main").inner_text()
    told = [text for part in bank.skattning.values() for each in part.pastaenden for text in (each.text, *each.nivaer)]
    assert [text for text in told if text not in shown] == []


def test_a_profile_is_one_sheet_with_its_answers(page: Page, bank: Kunskapsbank, tmp_path: Path) -> None:
    page.goto(f"{ADDRESS}?{urlencode(answers(bank, '2'))}")
    page.pdf(path=tmp_path / "profil.pdf", format="A4")
    assert (tmp_path / "profil.pdf").read_bytes().count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    shown = page.locator(".verktyg-ut").inner_text()
    assert page.url in shown
    assert [each.text for part in bank.skattning.values() for each in part.pastaenden if each.text not in shown] == []
