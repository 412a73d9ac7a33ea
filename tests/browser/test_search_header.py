"""The search field in the header: its suggestions, its keys, and what it asks the network for."""

import re

from playwright.sync_api import Page, expect

from tests.browser.axe import violations
from tests.browser.search import MARKUP, field, search, shown, suggestions


def test_the_suggestions_begin_with_the_answer_and_are_grouped(page: Page) -> None:
    page.goto("/")
    field(page).fill("när bildades BeBo")
    expect(suggestions(page).first).to_contain_text("1989")
    expect(page.locator(".sokforslag-rubrik")).to_have_text(["Svar", "Sidor"])
    field(page).fill("tvättstuga")
    expect(page.locator(".sokforslag-rubrik")).to_have_text(["Sidor", "Begrepp"])


def test_markup_while_typing_never_becomes_markup(page: Page) -> None:
    page.goto("/")
    field(page).fill(MARKUP)
    expect(suggestions(page).first).to_be_visible()
    assert page.locator(".sokruta img, .sokruta b").count() == 0
    expect(suggestions(page).last).to_have_text(f"Alla träffar på ”{MARKUP}”")


def test_the_index_is_loaded_only_when_the_search_is_used(own_page: Page) -> None:
    asked: list[str] = []
    own_page.on("request", lambda request: asked.append(request.url))
    own_page.goto("/")
    own_page.wait_for_load_state("networkidle")
    assert not [address for address in asked if "/assets/sok/" in address]
    field(own_page).fill("bebo")
    expect(suggestions(own_page).first).to_have_text(re.compile("BeBo"))
    assert [address for address in asked if "/assets/sok/index-" in address]


def test_what_is_typed_is_neither_sent_nor_stored(own_page: Page, server: str) -> None:
    asked: list[str] = []
    own_page.on("request", lambda request: asked.append(request.url))
    own_page.goto("/")
    field(own_page).fill("hemligordet")
    expect(suggestions(own_page).last).to_be_visible()
    assert all(address.startswith(server) and "hemligordet" not in address for address in asked)
    assert "hemligordet" not in own_page.evaluate(
        "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"
    )


def test_enter_leads_to_the_search_page(page: Page) -> None:
    page.goto("/grupper/bebo/")
    field(page).fill("jäv")
    field(page).press("Enter")
    expect(page).to_have_url(re.compile(r"/sok/\?q=j%C3%A4v$"))
    expect(page.get_by_role("status")).to_contain_text("träffar")


def test_the_slash_key_goes_to_the_field_and_escape_back(page: Page) -> None:
    page.goto("/")
    link = page.locator("main a").first
    link.focus()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type("bebo")
    expect(suggestions(page).first).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(suggestions(page).first).to_be_focused()
    page.keyboard.press("Escape")
    expect(suggestions(page)).to_have_count(0)
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_control_k_goes_to_the_field(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Control+k")
    expect(field(page)).to_be_focused()


def test_a_slash_in_a_field_is_a_slash(page: Page) -> None:
    page.goto("/sok/")
    page.locator("#sok-q").focus()
    page.keyboard.type("a/b")
    expect(page.locator("#sok-q")).to_have_value("a/b")


def test_on_a_small_screen_the_search_page_has_one_field_and_the_shortcut_leads_to_it(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    search(page, "jäv")
    expect(field(page)).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("#sok-q")).to_be_focused()


def test_the_shortcuts_can_be_turned_off_and_on(page: Page) -> None:
    page.goto("/sok/")
    box = shown(page, "kortkommandon").get_by_role("checkbox")
    expect(box).to_be_checked()
    box.uncheck()
    page.goto("/")
    page.keyboard.press("/")
    page.keyboard.press("Control+k")
    expect(field(page)).not_to_be_focused()
    page.goto("/sok/")
    expect(box).not_to_be_checked()
    box.check()
    page.goto("/")
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()


def test_arrows_and_tab_both_reach_the_suggestions(page: Page) -> None:
    page.goto("/")
    field(page).fill("upphandling")
    expect(suggestions(page).first).to_be_visible()
    field(page).press("ArrowDown")
    expect(suggestions(page).first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(suggestions(page).nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(suggestions(page).first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).not_to_have_url(re.compile("/$(?<=0/)"))


def test_the_number_of_suggestions_is_announced(page: Page) -> None:
    page.goto("/")
    field(page).fill("upphandling")
    expect(page.locator(".sokruta [aria-live=polite]")).to_have_text("6 förslag. Gå till dem med pil ner eller Tab.")


def test_the_suggestions_close_when_the_reader_goes_on(page: Page) -> None:
    page.goto("/")
    field(page).fill("upphandling")
    expect(suggestions(page).first).to_be_visible()
    page.locator("main a").first.focus()
    expect(suggestions(page)).to_have_count(0)


def test_the_open_suggestions_have_no_accessibility_faults(page: Page) -> None:
    page.goto("/")
    field(page).fill("upphandling")
    expect(suggestions(page).first).to_be_visible()
    assert violations(page) == []
