"""The search page and the search field in the header, as a reader meets them."""

import re
import zipfile
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.axe import violations

RESULTS = "#sok-resultat > li"
MARKUP = "<img src=x onerror=alert(1)><b>jäv</b>"


def search(page: Page, query: str, rest: str = "") -> None:
    """Opens the search page with a question and waits for its answer."""
    page.goto(f"/sok/?q={quote(query)}{rest}")
    expect(page.get_by_role("status")).not_to_be_empty()


def field(page: Page) -> Locator:
    return page.locator(".sokruta input[name=q]")


def suggestions(page: Page) -> Locator:
    return page.locator("[data-sokforslag] a")


def shown(page: Page, part: str) -> Locator:
    return page.locator(f'[data-sok-del="{part}"]')


# --- Results ---------------------------------------------------------------------------------------------


def test_each_result_is_a_row_with_its_link_first(page: Page) -> None:
    search(page, "tvättstuga")
    rows = page.locator(RESULTS)
    assert rows.count() > 3
    for row in rows.all():
        assert row.evaluate("(row) => row.firstElementChild.matches('a[href]')")
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
    assert page.url.endswith("/sok/?q=finansiering")
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
    assert "slag=projekt" in page.url
    assert page.locator(RESULTS).count() == count
    page.reload()
    expect(page.locator(RESULTS)).to_have_count(count)


def test_more_results_are_shown_on_request_and_the_reader_is_taken_to_the_first_of_them(page: Page) -> None:
    search(page, "upphandling")
    before = page.locator(RESULTS).count()
    shown(page, "fler").click()
    assert page.locator(RESULTS).count() > before
    focused = page.evaluate(
        "[...document.querySelectorAll('#sok-resultat > li')].indexOf(document.activeElement.closest('li'))"
    )
    assert focused == before


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


def test_a_word_that_nothing_knows_is_named_and_words_like_it_are_offered(page: Page) -> None:
    search(page, "besxqzv")
    expect(shown(page, "okand")).to_contain_text("Ingen sida innehåller ordet ”besxqzv”.")
    shown(page, "okand").get_by_role("link").first.click()
    assert page.locator(RESULTS).count()


def test_results_are_shown_though_the_texts_for_quotations_fail(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.route("**/assets/sok/text-*", lambda route: route.abort())
    search(page, "tvättstuga")
    assert page.locator(RESULTS).count() > 3
    expect(shown(page, "utanutdrag")).to_be_visible()
    expect(shown(page, "fel")).to_be_hidden()
    context.close()


def test_the_filters_leave_room_for_the_first_result_on_a_phone(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 360, "height": 740})
    page = context.new_page()
    search(page, "upphandling")
    first = page.locator(RESULTS).first.bounding_box()
    assert first
    assert first["y"] < 740
    context.close()


def test_the_suggestions_begin_with_the_answer_and_are_grouped(page: Page) -> None:
    page.goto("/")
    field(page).fill("när bildades BeBo")
    expect(suggestions(page).first).to_contain_text("1989")
    expect(page.locator(".sokforslag-rubrik")).to_have_text(["Svar", "Sidor"])
    field(page).fill("tvättstuga")
    expect(page.locator(".sokforslag-rubrik")).to_have_text(["Sidor", "Begrepp"])


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
def test_bad_input_is_answered_and_never_becomes_markup(own_page: Page, query: str) -> None:
    dialogs: list[str] = []
    own_page.on("dialog", lambda dialog: dialogs.append(dialog.message))
    search(own_page, query)
    assert own_page.locator("main img, main b, main script").count() == 0
    assert dialogs == []


def test_markup_while_typing_never_becomes_markup(page: Page) -> None:
    page.goto("/")
    field(page).fill(MARKUP)
    expect(suggestions(page).first).to_be_visible()
    assert page.locator(".sokruta img, .sokruta b").count() == 0
    expect(suggestions(page).last).to_have_text(f"Alla träffar på ”{MARKUP}”")


# --- The field in the header -----------------------------------------------------------------------------


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


# --- Without script, without network, for everybody --------------------------------------------------------


def test_without_script_the_page_says_so_and_leads_to_the_register(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/")
    field(page).fill("jäv")
    field(page).press("Enter")
    expect(page).to_have_url(re.compile(rf"^{re.escape(server)}/sok/\?q="))
    expect(page.locator("main .sok-utan-skript")).to_contain_text("Sökningen behöver JavaScript")
    page.get_by_role("link", name="Gå till A–Ö").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A–Ö")
    context.close()


def test_a_downloaded_copy_can_be_searched(browser: Browser, site: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(next((site / "nedladdning").glob("*.zip"))) as packed:
        packed.extractall(tmp_path)
    start = next(path for path in tmp_path.rglob("index.html") if (path.parent / "sok").is_dir())
    page = browser.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto((start.parent / "grupper" / "bebo" / "index.html").as_uri())
    field(page).fill("finansiering")
    expect(suggestions(page).first).to_have_text(re.compile("Finansiering"))
    field(page).press("Enter")
    expect(page.get_by_role("status")).to_have_text(re.compile("träffar på ”finansiering”"))
    page.locator(f"{RESULTS} a").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Finansiera gruppen")
    assert errors == []
    page.close()


def test_a_search_that_cannot_be_loaded_says_so(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server)
    page = context.new_page()
    page.route("**/assets/sok/**", lambda route: route.abort())
    page.goto("/sok/?q=jav")
    expect(shown(page, "fel")).to_be_visible()
    expect(shown(page, "fel").get_by_role("link")).to_have_attribute("href", "../a-o/")
    expect(page.get_by_role("status")).to_contain_text("gick inte att ladda")
    context.close()


@pytest.mark.parametrize("address", ["/sok/", "/sok/?q=upphandling", "/sok/?q=sekretes", "/sok/?q=xyzzyplugh"])
def test_the_search_page_has_no_accessibility_faults(page: Page, address: str) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    assert violations(page) == []


def test_the_open_suggestions_have_no_accessibility_faults(page: Page) -> None:
    page.goto("/")
    field(page).fill("upphandling")
    expect(suggestions(page).first).to_be_visible()
    assert violations(page) == []
