"""Records are chosen on every list, from every record page and by keyboard, and the choice is kept in the address."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from macros.compare.chosen import MOST
from macros.compare.nearest import pairs
from macros.kunskapsbank import Kunskapsbank
from tests.browser.jamfor import CHOSEN, INDEX_PAGES, OWN, TEXTS, WHOLE_TABLES, chosen, compare


@pytest.mark.parametrize("address", [*(f"jamfor/{name}/" for name in WHOLE_TABLES), *INDEX_PAGES])
def test_records_are_chosen_on_every_list_and_the_choice_is_there_on_the_way_back(address: str, page: Page) -> None:
    page.goto(f"/{address}")
    boxes = page.locator("input[data-valj]")
    assert boxes.count() >= 3
    picked = [boxes.nth(number).get_attribute("data-valj") for number in (0, 2)]
    for number in (0, 2):
        boxes.nth(number).check()
    status = page.locator("[data-valjbar] [role=status]")
    expect(status).to_contain_text("2 av högst 6 valda")
    assert chosen(page) == picked
    page.get_by_role("button", name=TEXTS["valj"]["jamfor"], exact=True).click()
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    assert urlsplit(page.url).path == "/jamfor/"
    assert chosen(page) == picked
    # The list is loaded anew, as it is when it is reloaded.
    page.go_back()
    expect(status).to_contain_text("2 av högst 6 valda")
    assert (
        page.locator("input[data-valj]:checked").evaluate_all("(boxes) => boxes.map((box) => box.dataset.valj)")
        == picked
    )


@pytest.mark.parametrize("address", ["/grupper/", "/jamfor/grupper/energi/"])
def test_a_choice_survives_reload(address: str, page: Page) -> None:
    page.goto(address)
    boxes = page.locator("input[data-valj]")
    for number in (0, 2):
        boxes.nth(number).check()
    page.reload()
    expect(boxes.nth(0)).to_be_checked()
    expect(boxes.nth(2)).to_be_checked()
    expect(page.locator("input[data-valj]:checked")).to_have_count(2)


def test_a_seventh_is_refused_in_words_and_focus_stays(page: Page) -> None:
    page.goto("/grupper/")
    boxes = page.locator("input[data-valj]")
    for number in range(MOST):
        boxes.nth(number).check()
    boxes.nth(MOST).focus()
    page.keyboard.press("Space")
    expect(boxes.nth(MOST)).not_to_be_checked()
    expect(boxes.nth(MOST)).to_be_focused()
    expect(page.locator("[data-valjbar] [role=status]")).to_contain_text("Högst 6 kan jämföras")
    assert len(chosen(page)) == MOST


def test_clearing_empties_the_choice_and_the_address_and_keeps_focus(page: Page) -> None:
    page.goto("/grupper/?valda=bebo,belok")
    clear = page.get_by_role("button", name=TEXTS["valj"]["rensa"], exact=True)
    clear.click()
    expect(clear).to_be_focused()
    expect(page.locator("[data-valjbar] [role=status]")).to_have_text(OWN["rensat"])
    assert page.locator("input[data-valj]:checked").count() == 0
    assert "valda" not in page.url


def test_one_record_is_not_a_comparison_and_the_bar_says_so(page: Page) -> None:
    page.goto("/grupper/?valda=bebo")
    page.get_by_role("button", name=TEXTS["valj"]["jamfor"], exact=True).click()
    expect(page.locator("[data-valjbar] [role=status]")).to_contain_text(OWN["enVald"])
    assert urlsplit(page.url).path == "/grupper/"


def test_boxes_say_what_they_choose(page: Page) -> None:
    page.goto("/jamfor/grupper/")
    expect(page.get_by_role("checkbox", name="Välj BeBo för jämförelse")).to_be_visible()
    page.goto("/grupper/")
    expect(page.get_by_role("checkbox", name="Välj för jämförelse (BeBo)")).to_be_visible()


def test_choosing_and_comparing_by_keyboard_alone(page: Page) -> None:
    page.goto("/jamfor/grupper/")
    page.locator("input[data-valj=bebo]").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.hasAttribute('data-jamfor-knapp')"):
            break
    page.keyboard.press("Enter")
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    assert len(chosen(page)) == 2


@pytest.mark.parametrize(
    ("address", "other", "reason"),
    [
        ("/grupper/bebo/", "Belok", "samma område: energi"),
        ("/normer/totalmetodiken/", "Totalverktyget", "samma område"),
        ("/samverkansformer/ramavtal/", "Dynamiskt inköpssystem", "leder till köp: ja"),
    ],
)
def test_a_record_offers_the_nearest_with_the_reason(address: str, other: str, reason: str, page: Page) -> None:
    page.goto(address)
    offers = page.locator("section[aria-labelledby=jamfor-med] li")
    offer = offers.filter(has_text=f"med {other}")
    expect(offer).to_contain_text(reason)
    offer.get_by_role("link").click()
    table = page.locator(".jamfor-ut table")
    expect(table.locator("thead")).to_contain_text(other)
    assert table.locator("thead th").count() == 3


def test_a_record_leads_to_the_readers_own_choice_with_itself_chosen(page: Page) -> None:
    page.goto("/exempel/tvattstugor/")
    page.locator("section[aria-labelledby=jamfor-med] li").last.get_by_role("link").click()
    expect(page.locator("input[data-valj=tvattstugor]")).to_be_checked()
    expect(page.get_by_role("radio", name="Exempel")).to_be_checked()


def test_a_new_choice_replaces_the_table_and_back_brings_the_old_one(page: Page) -> None:
    table = compare(page, "bebo", "belok")
    page.get_by_text(OWN["andraUrval"]).click()
    page.locator("input[data-valj=hylok]").check()
    page.get_by_role("button", name=TEXTS["valj"]["jamfor"], exact=True).click()
    expect(table.locator("thead th a")).to_have_text(["BeBo", "Belok", "HyLok"])
    expect(page.get_by_role("heading", name=re.compile("^Jämförelse:"))).to_be_focused()
    page.go_back()
    expect(table.locator("thead th a")).to_have_text(["BeBo", "Belok"])
    page.go_forward()
    expect(table.locator("thead th a")).to_have_text(["BeBo", "Belok", "HyLok"])


@pytest.mark.parametrize("width", [320, 1440])
def test_back_from_the_first_comparison_leads_to_the_list_with_the_choice_kept(width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto("/")
    page.goto("/jamfor/")
    for identifier in ("bebo", "belok"):
        page.locator(f"input[data-valj={identifier}]").check()
    page.get_by_role("button", name=TEXTS["valj"]["jamfor"], exact=True).click()
    table = page.locator(".jamfor-ut table")
    expect(table).to_be_visible()
    page.go_back()
    expect(table).to_have_count(0)
    assert urlsplit(page.url).path == "/jamfor/"
    expect(page.locator("input[data-valj=bebo]")).to_be_checked()
    page.go_forward()
    expect(table).to_be_visible()
    page.reload()
    expect(table).to_be_visible()
    page.go_back()
    expect(page.locator("input[data-valj=belok]")).to_be_checked()
    page.reload()
    expect(page.locator("input[data-valj=belok]")).to_be_checked()
    assert table.count() == 0, "the reader was choosing"


def test_records_are_removed_and_added_where_the_comparison_stands(page: Page) -> None:
    table = compare(page, "bebo", "belok", "hylok")
    page.get_by_role("button", name="Ta bort Belok från jämförelsen").click()
    expect(table.locator("thead th a")).to_have_text(["BeBo", "HyLok"])
    expect(page.get_by_role("heading", name=re.compile("^Jämförelse:"))).to_be_focused()
    expect(page.locator("[data-valjbar] [role=status]")).to_have_text("Belok är borttagen ur jämförelsen.")
    assert chosen(page) == ["bebo", "hylok"]
    page.get_by_label(OWN["laggTill"]).select_option(label="4S Ledningsnät")
    page.get_by_role("button", name=OWN["laggTillKnapp"], exact=True).click()
    expect(table.locator("thead th a")).to_have_text(["BeBo", "HyLok", "4S Ledningsnät"])
    page.go_back()
    expect(table.locator("thead th a")).to_have_text(["BeBo", "HyLok"])
    page.go_back()
    expect(table.locator("thead th a")).to_have_text(["BeBo", "Belok", "HyLok"])


def test_when_one_is_left_the_list_stands_open_with_it_ticked(page: Page) -> None:
    compare(page, "bebo", "belok")
    page.get_by_role("button", name="Ta bort Belok från jämförelsen").click()
    expect(page.locator("input[data-valj=bebo]")).to_be_checked()
    expect(page.locator("input[data-valj=bebo]")).to_be_visible()
    assert page.locator(".jamfor-ut").count() == 0
    page.go_back()
    expect(page.locator(".jamfor-ut table")).to_be_visible()


def test_six_is_the_most_and_then_nothing_more_is_offered(page: Page, bank: Kunskapsbank) -> None:
    compare(page, *list(bank.grupp)[:MOST])
    assert page.get_by_label(OWN["laggTill"]).count() == 0


def test_each_page_of_a_pair_leads_into_the_chooser_with_the_pair_chosen(
    page: Page, site: Path, bank: Kunskapsbank
) -> None:
    found = pairs(bank)
    assert found
    for pair in found:
        html = (site / "jamfor" / "par" / pair.stem / "index.html").read_text("utf-8")
        (link,) = re.findall(r'href="([^"]+)"[^>]*>\s*Anpassa jämförelsen', html)
        assert link == f"../../../jamfor/?valda={pair.first},{pair.second}"
    page.goto(f"/jamfor/par/{found[0].stem}/")
    page.get_by_role("link", name=re.compile("^Anpassa jämförelsen")).click()
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    assert chosen(page) == [found[0].first, found[0].second]
    # What is drawn of a pair is drawn record by record, and each can be drawn: as many at a time as there is room for.
    records = sorted({record for pair in found for record in (pair.first, pair.second)})
    for start in range(0, len(records), MOST):
        some = records[start : start + MOST]
        expect(compare(page, *some).locator("thead th a")).to_have_text([bank.grupp[record].namn for record in some])


def test_a_kind_is_chosen_before_its_records(page: Page) -> None:
    page.goto("/jamfor/")
    radio = page.get_by_role("radio", name="Normer och metoder")
    radio.check()
    expect(page.locator("input[data-valj=totalmetodiken]")).to_be_visible()
    expect(radio).to_be_focused()
    page.locator("input[data-valj=totalmetodiken]").check()
    page.reload()
    expect(page.locator("input[data-valj=totalmetodiken]")).to_be_checked()


def test_chosen_identifiers_exist(bank: Kunskapsbank) -> None:
    """Guards the identifiers written in this file."""
    for kind, identifiers in CHOSEN.items():
        assert set(identifiers) <= set(bank.records(kind))
