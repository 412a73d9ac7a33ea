"""A site with many records: tables in parts, and a chooser that finds by typing, for everyone."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from bench.served import served
from macros.compare.parts import MOST_ACROSS
from macros.ord import words
from tests.many import GROUPS

TEXTS = words()["jamfor"]
OWN = TEXTS["skript"]
TOOLS = words()["verktyg"]["gemensamt"]
# The groups of the small project itself, too.
ALL = GROUPS + 1
MOST_HTML = 300_000


@pytest.fixture(scope="module")
def many(many_built: Path) -> Iterator[str]:
    with served(many_built / "site") as address:
        yield address


@pytest.fixture
def opened(browser: Browser, many: str) -> Iterator[Page]:
    context = browser.new_context(base_url=many, locale="sv-SE")
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]
    context.close()
    assert not errors, errors


def test_no_page_is_heavier_than_the_rule_and_no_table_wider(many_built: Path) -> None:
    pages = list((many_built / "site").rglob("*.html"))
    assert max(path.stat().st_size for path in pages) < MOST_HTML
    tables = list((many_built / "site" / "jamfor" / "grupper").rglob("index.html"))
    assert len(tables) > ALL / MOST_ACROSS
    for path in tables:
        head = re.search(r"<thead.*?</thead>", path.read_text("utf-8"), re.DOTALL)
        assert head is None or head[0].count("<th ") <= MOST_ACROSS + 1, path


def test_the_address_of_the_whole_table_leads_to_every_part_and_names_every_record(many_built: Path) -> None:
    folder = many_built / "site" / "jamfor" / "grupper"
    lead = (folder / "index.html").read_text("utf-8")
    for path in folder.glob("*/index.html"):
        named = f'href="{path.parent.name}/"' in lead or f"grupper/{path.parent.name}/" in lead
        # What was a part when there were fewer groups leads back.
        assert named != ('http-equiv="refresh" content="0; url=../"' in path.read_text("utf-8")), path
    for number in range(1, GROUPS + 1):
        assert f"Grupp {number:03}" in lead


def test_a_link_to_a_filtered_whole_table_still_shows_it(opened: Page) -> None:
    opened.goto("/jamfor/grupper/?f-omraden=skolor")
    expect(opened.locator(".jamfor-ut thead th a")).to_have_count(1)
    expect(opened.locator(".jamfor-ut > .jamfor-status")).to_contain_text(f"Visar 1 av {ALL} poster")


def test_a_sorted_whole_table_shows_the_first_and_says_so(opened: Page) -> None:
    opened.goto("/jamfor/grupper/?sortera=namn&ordning=fallande")
    heads = opened.locator(".jamfor-ut thead th a")
    expect(heads).to_have_count(MOST_ACROSS)
    assert heads.first.inner_text() == f"Grupp {GROUPS:03}"
    told = opened.locator(".jamfor-ut > .jamfor-status")
    expect(told).to_contain_text(OWN["deForsta"].format(hogst=MOST_ACROSS))


def test_the_chooser_finds_by_typing_with_the_keyboard_alone(opened: Page) -> None:
    opened.goto("/jamfor/?slag=grupp")
    field = opened.get_by_role("combobox", name=OWN["skrivNamn"])
    expect(field).to_be_visible()
    assert opened.locator("main input[type=checkbox][data-valj]").count() == 0
    field.focus()
    for number in (7, 42):
        opened.keyboard.type(f"{number:03}")
        listed = opened.locator(f"#{field.get_attribute('aria-controls')}")
        expect(listed).to_have_role("listbox")
        expect(field).to_have_attribute("aria-expanded", "true")
        expect(opened.locator(".valruta [role=status]")).to_have_text(TOOLS["antal_val"].format(antal=1))
        opened.keyboard.press("ArrowDown")
        marked = opened.locator(f"#{field.get_attribute('aria-activedescendant')}")
        expect(marked).to_have_attribute("aria-selected", "true")
        assert marked.inner_text() == f"Grupp {number:03}"
        opened.keyboard.press("Enter")
        expect(field).to_have_value("")
        expect(field).to_be_focused()
        expect(opened.locator("[data-valjbar] [role=status]")).to_contain_text(f"Grupp {number:03}")
    opened.keyboard.type("finns inte")
    expect(opened.locator(".valruta [role=status]")).to_have_text(TOOLS["inget_val"])
    opened.get_by_role("button", name=TEXTS["valj"]["jamfor"], exact=True).press("Enter")
    expect(opened.locator(".jamfor-ut thead th a")).to_have_text(["Grupp 007", "Grupp 042"])


def test_a_choice_is_taken_away_again_and_the_focus_is_kept(opened: Page) -> None:
    opened.goto("/jamfor/?valda=grupp-003")
    box = opened.get_by_role("checkbox", name=TEXTS["valj"]["post"].format(namn="Grupp 003"))
    expect(box).to_be_checked()
    box.focus()
    opened.keyboard.press("Space")
    expect(box).to_have_count(0)
    expect(opened.get_by_role("combobox", name=OWN["skrivNamn"])).to_be_focused()
    expect(opened.locator("[data-valjbar] [role=status]")).to_contain_text(OWN["inga"])


def test_a_record_is_added_to_a_drawn_comparison_by_typing(opened: Page) -> None:
    opened.goto("/jamfor/?valda=grupp-003,grupp-004")
    field = opened.get_by_role("combobox", name=OWN["laggTill"])
    field.fill("040")
    field.press("Enter")
    expect(opened.locator(".jamfor-ut thead th a")).to_have_text(["Grupp 003", "Grupp 004", "Grupp 040"])


def test_escape_closes_the_list_and_keeps_what_was_typed(opened: Page) -> None:
    opened.goto("/jamfor/?slag=grupp")
    field = opened.get_by_role("combobox", name=OWN["skrivNamn"])
    field.fill("grupp")
    expect(field).to_have_attribute("aria-expanded", "true")
    field.press("Escape")
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("grupp")


def test_records_are_chosen_by_typing_on_the_page_of_a_divided_table_too(opened: Page) -> None:
    opened.goto("/jamfor/grupper/")
    field = opened.get_by_role("combobox", name=OWN["skrivNamn"])
    for number in (11, 12):
        field.fill(f"{number:03}")
        field.press("Enter")
    opened.get_by_role("button", name=TEXTS["valj"]["jamfor"], exact=True).click()
    expect(opened.locator(".jamfor-ut thead th a")).to_have_text(["Grupp 011", "Grupp 012"])


def test_without_a_script_every_record_is_reached_through_the_parts(browser: Browser, many: str) -> None:
    context = browser.new_context(base_url=many, java_script_enabled=False)
    page = context.new_page()
    page.goto("/jamfor/")
    page.get_by_role("link", name=TEXTS["slag"]["grupper"]["titel"]).last.click()
    assert not page.get_by_role("combobox").is_visible()
    parts = page.locator(".kort-rubrik a").evaluate_all("(links) => links.map((link) => link.href)")
    names = set()
    for address in parts:
        page.goto(address)
        names |= set(page.locator(".jamforelsetabell th a").all_inner_texts())
        assert page.locator(".jamfor-delar a[aria-current]").count() == 1
    assert len(names) == ALL
    context.close()
