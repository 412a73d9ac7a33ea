"""Choosing and comparing in a real browser, with and without script."""

import csv
import io
import itertools
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from macros.compare.chosen import COMPARABLE, MOST, chosen_table
from macros.compare.filters import filters
from macros.compare.nearest import pairs
from macros.compare.summary import sentences
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.pages.comparisons import comparison_tables
from macros.pages.indexes import SECTIONS

TEXTS = words()["jamfor"]
OWN = TEXTS["skript"]
WHOLE_TABLES = tuple(TEXTS["slag"])
INDEX_PAGES = tuple(section.source.removesuffix("index.md") for section in SECTIONS)
TWO = {
    "grupp": ("bebo", "belok"),
    "norm": ("totalmetodiken", "totalverktyget"),
    "projekt": ("tvattstugor", "getholmen"),
    "samverkansform": ("ramavtal", "bestallargrupp"),
    "framgangsfaktor": ("finansiering", "tydligt-mandat"),
}


def chosen(page: Page) -> list[str]:
    """The identifiers that the address holds."""
    return [part for value in parse_qs(urlsplit(page.url).query).get("valda", []) for part in value.split(",")]


def compare(page: Page, *identifiers: str, more: str = "") -> Locator:
    """Opens the comparison of some records and waits for its table."""
    page.goto(f"/jamfor/?valda={','.join(identifiers)}{more}")
    table = page.locator(".jamfor-ut table")
    expect(table).to_be_visible()
    return table


def open_tools(page: Page) -> None:
    page.locator(".jamfor-verktyg > summary").first.click()


def left_out(page: Page) -> str:
    return page.locator(".jamfor-utelamnat").inner_text()


@pytest.mark.parametrize("address", [*(f"jamfor/{name}/" for name in WHOLE_TABLES), *INDEX_PAGES])
def test_records_are_chosen_on_every_list_and_the_choice_survives_reload_and_back(address: str, page: Page) -> None:
    page.goto(f"/{address}")
    boxes = page.locator("input[data-valj]")
    assert boxes.count() >= 3
    picked = [boxes.nth(number).get_attribute("data-valj") for number in (0, 2)]
    for number in (0, 2):
        boxes.nth(number).check()
    status = page.locator("[data-valjbar] [role=status]")
    expect(status).to_contain_text("2 av högst 6 valda")
    assert chosen(page) == picked
    page.reload()
    assert [box.get_attribute("data-valj") for box in boxes.all() if box.is_checked()] == picked
    page.get_by_role("button", name=TEXTS["valj"]["jamfor"], exact=True).click()
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    assert urlsplit(page.url).path == "/jamfor/"
    assert chosen(page) == picked
    page.go_back()
    expect(status).to_contain_text("2 av högst 6 valda")
    assert [box.get_attribute("data-valj") for box in boxes.all() if box.is_checked()] == picked


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


@pytest.mark.parametrize("kind", COMPARABLE)
def test_chosen_records_of_every_kind_stand_beside_each_other(kind: str, page: Page, bank: Kunskapsbank) -> None:
    made = chosen_table(bank, kind, TWO[kind], words()["ja_nej"])
    table = compare(page, *TWO[kind])
    assert table.locator("thead th a").all_inner_texts() == [column.name for column in made.columns]
    assert table.locator("tbody tr").count() == len(made.rows)
    names = " och ".join(column.name for column in made.columns)
    assert page.get_by_role("heading", level=2).first.inner_text() == f"Jämförelse: {names}"
    assert names in page.title()
    shown = page.locator(".jamfor-text li").all_inner_texts()
    assert shown == list(sentences(made, TEXTS["sammandrag"]))


@pytest.mark.parametrize("kind", COMPARABLE)
def test_each_note_of_a_chosen_table_leads_to_its_source(kind: str, page: Page, bank: Kunskapsbank) -> None:
    made = chosen_table(bank, kind, TWO[kind], words()["ja_nej"])
    cited = {key for row in made.rows for cell in row.cells for entry in cell.entries for key in entry.sources}
    table = compare(page, *TWO[kind])
    titles = page.locator(".jamfor-ut .kallista .kalltitel").all_inner_texts()
    assert sorted(titles) == sorted(bank.kalla[key].titel for key in cited)
    assert cited
    for note in table.locator(".kallnot a").all():
        target = page.locator(note.get_attribute("href") or "")
        assert target.count() == 1
        assert (
            note.get_attribute("aria-label")
            == f"Källa {note.inner_text()}: " + target.locator(".kalltitel").inner_text()
        )


def test_a_note_can_be_followed_without_losing_the_comparison(page: Page) -> None:
    table = compare(page, "bebo", "belok")
    table.locator(".kallnot a").first.click()
    assert page.url.endswith("#jamfor-kalla-1")
    expect(table).to_be_visible()


def _rows(table: Locator) -> list[list[str]]:
    """The table's texts without note numbers, sort buttons and labels that only the script draws."""
    rows: list[list[str]] = table.evaluate(
        """(table) => Array.from(table.rows).map((row) => Array.from(row.cells).map((cell) => {
          const copy = cell.cloneNode(true);
          copy.querySelectorAll("sup, button, .relation").forEach((part) => part.remove());
          return copy.textContent.replace(/\\s+/g, " ").trim() + " " + cell.querySelectorAll("sup a").length;
        }))"""
    )
    return rows


@pytest.mark.parametrize("name", WHOLE_TABLES)
def test_the_script_draws_the_whole_table_as_the_build_did(name: str, page: Page) -> None:
    page.goto(f"/jamfor/{name}/")
    before = _rows(page.locator("[data-jamfor-server] table"))
    open_tools(page)
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    expect(page.locator("[data-jamfor-server]")).to_be_hidden()
    assert _rows(page.locator(".jamfor-ut table")) == before
    assert page.locator(".kallista:visible").count() == 1


def test_different_kinds_are_explained_and_what_can_be_compared_is_offered(page: Page) -> None:
    page.goto("/jamfor/?valda=bebo,totalmetodiken,belok")
    expect(page.get_by_role("heading", name=OWN["blandatRubrik"])).to_be_visible()
    said = page.locator(".jamfor-blandat p").inner_text()
    assert "BeBo och Belok är grupper" in said
    assert "Totalmetodiken är en norm" in said
    assert page.locator(".jamfor-ut").count() == 0
    assert chosen(page) == ["bebo", "totalmetodiken", "belok"], "the address is kept for what it is"
    page.get_by_role("link", name="Jämför BeBo och Belok").click()
    expect(page.locator(".jamfor-ut table thead a")).to_have_text(["BeBo", "Belok"])
    page.go_back()
    page.get_by_role("link", name="Välj fler normer att jämföra med Totalmetodiken").click()
    expect(page.locator("input[data-valj=totalmetodiken]")).to_be_checked()


@pytest.mark.parametrize(
    ("identifier", "reason"),
    [("permanent", "Kännetecken jämförs inte"), ("lou", "Begrepp förklaras"), ("bebo-hist", "Källor belägger")],
)
def test_kinds_that_cannot_be_compared_are_explained(identifier: str, reason: str, page: Page) -> None:
    compare(page, "bebo", "belok", identifier)
    assert reason in left_out(page)
    link = page.locator(".jamfor-utelamnat a")
    link.click()
    expect(page.locator("h1")).to_be_visible()
    assert urlsplit(page.url).path != "/jamfor/"


def test_unknown_repeated_and_too_many_are_left_out_in_words(page: Page, bank: Kunskapsbank) -> None:
    eight = list(bank.grupp)[:8]
    table = compare(page, *eight, eight[0], "finns-inte")
    assert table.locator("thead th a").count() == MOST
    said = left_out(page)
    assert "Finns inte i kunskapsbanken: ”finns-inte”." in said
    assert f"räknas en gång: ”{eight[0]}”" in said
    for identifier in eight[MOST:]:
        assert bank.grupp[identifier].namn in said


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "<script>alert(1)</script>",
    "javascript:alert(1)",
    "__proto__",
    "constructor",
    "../../etc/passwd",
    "%00",
    "\u202ebebo",
    "a" * 5000,
    ",".join(f"x{number}" for number in range(300)),
    "bebo;belok",
    "BEBO",
]


@pytest.mark.parametrize("hostile", HOSTILE, ids=[text[:20] for text in HOSTILE])
def test_whatever_stands_in_the_address_is_only_text(hostile: str, page: Page) -> None:
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    everywhere = "&".join(
        f"{name}={quote(hostile)}" for name in ("slag", "bara", "punkter", "sortera", "f-land", "f-omraden")
    )
    before = "document.querySelectorAll('img, script:not([src]), b, iframe').length"
    page.goto("/jamfor/?valda=bebo,belok")
    usual = page.evaluate(before)
    for address in ("/jamfor/", "/jamfor/grupper/", "/grupper/"):
        page.goto(f"{address}?valda=bebo,{quote(hostile)},belok&{everywhere}")
        expect(page.locator("[data-valjbar] [role=status]")).to_contain_text("BeBo, Belok")
        expect(page.locator(".jamfor-utelamnat").first).to_be_visible()
        assert page.evaluate(before) == usual
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("({}).polluted") is None


@pytest.mark.parametrize(
    "query", ["?valda=%E0%A4%A", "?valda=", "?valda=,,,", "?valda", "?", "?valda=bebo&valda=belok"]
)
def test_broken_addresses_give_a_page_that_works(query: str, page: Page) -> None:
    page.goto(f"/jamfor/{query}")
    expect(page.locator("input[data-valj=bebo]")).to_be_attached()
    if "belok" in query:
        expect(page.locator(".jamfor-ut table")).to_be_visible()


def test_only_differences_leaves_out_what_is_the_same(page: Page) -> None:
    table = compare(page, "bebo", "belok")
    rows = table.locator("tbody tr").count()
    open_tools(page)
    switch = page.get_by_role("checkbox", name=OWN["bara"])
    switch.check()
    expect(switch).to_be_focused()
    assert 0 < table.locator("tbody tr").count() < rows
    labels = set(table.locator(".relation").all_inner_texts())
    assert labels <= {TEXTS["relation"][name] for name in ("skiljer", "delvis", "egna-ord", "delvis-okant")}
    assert "bara=skillnader" in page.url
    page.reload()
    assert set(table.locator(".relation").all_inner_texts()) == labels


def test_rows_where_all_is_unknown_can_be_hidden(page: Page) -> None:
    table = compare(page, "bebo", "belok")
    unknown = table.locator(".relation-okant")
    assert unknown.count() > 0
    open_tools(page)
    page.get_by_role("checkbox", name=OWN["dolj"]).check()
    expect(unknown).to_have_count(0)
    assert table.locator(".relation-gemensamt").count() > 0
    page.reload()
    expect(table).to_be_visible()
    assert unknown.count() == 0


def test_rows_and_columns_change_places(page: Page) -> None:
    table = compare(page, "bebo", "belok")
    open_tools(page)
    page.get_by_role("checkbox", name=OWN["vand"]).check()
    expect(table.locator("tbody tr")).to_have_count(2)
    assert table.locator("tbody th a").all_inner_texts() == ["BeBo", "Belok"]
    assert table.locator("thead th").first.get_attribute("scope") == "col"
    page.reload()
    expect(table.locator("tbody tr")).to_have_count(2)


def test_criteria_are_grouped_on_by_default_and_kept_in_the_address(page: Page) -> None:
    table = compare(page, "bebo", "belok")
    open_tools(page)
    panel = page.locator(".jamfor-punkter")
    boxes = panel.get_by_role("checkbox")
    assert all(box.is_checked() for box in boxes.all())
    assert panel.locator("fieldset legend").all_inner_texts()[:2] == ["Om", "Tid"]
    for box in boxes.all()[2:]:
        box.uncheck()
    expect(table.locator("tbody tr")).to_have_count(2)
    page.reload()
    expect(table.locator("tbody tr")).to_have_count(2)
    for box in panel.get_by_role("checkbox").all()[:2]:
        box.uncheck()
    expect(page.locator(".jamfor-ut")).to_contain_text(OWN["ingaPunkter"])
    page.get_by_role("button", name=OWN["allaPunkter"]).click()
    expect(table).to_be_visible()
    assert "punkter" not in page.url


def test_unknown_criteria_in_the_address_are_told(page: Page) -> None:
    table = compare(page, "bebo", "belok", more="&punkter=land,hittepa")
    assert "hittepa" in left_out(page)
    assert table.locator("tbody tr").count() == 1


def test_unknown_filter_values_in_the_address_are_told(page: Page) -> None:
    page.goto("/jamfor/utomlands/?f-land=atlantis,norge&f-hittepa=1")
    expect(page.locator(".jamfor-ut table thead th a, .jamfor-ut table tbody th a")).to_have_count(1)
    assert "”atlantis”" in left_out(page)
    assert "”1”" in left_out(page)


@pytest.mark.parametrize("name", ["grupper", "utomlands", "normer", "exempel", "samverkansformer"])
def test_each_filter_says_how_many_and_shows_them(name: str, page: Page, bank: Kunskapsbank) -> None:
    made = comparison_tables(bank)[name]
    identifiers = [column.identifier for column in made.columns]
    page.goto(f"/jamfor/{name}/")
    open_tools(page)
    table = page.locator(".jamfor-ut table")
    expect(table).to_be_visible()
    shown = page.locator(".jamfor-filter fieldset")
    wanted = filters(bank, made.kind, identifiers, TEXTS["filter"])
    assert shown.locator("legend").all_inner_texts() == [each.name for each in wanted]
    for group, each in zip(shown.all(), wanted, strict=True):
        for option in each.options:
            box = group.get_by_role("checkbox", name=f"{option.name} ({len(option.records)})", exact=True)
            box.check()
            columns = table.locator("tbody th a, thead th a")
            expect(columns).to_have_count(len(option.records))
            box.uncheck()


def test_filters_narrow_each_other_and_are_kept_in_the_address(page: Page) -> None:
    page.goto("/jamfor/exempel/?f-omraden=bostader&f-metod=matning")
    table = page.locator(".jamfor-ut table")
    expect(table).to_be_visible()
    names = table.locator("th a").all_inner_texts()
    assert names
    page.goto("/jamfor/exempel/?f-omraden=bostader")
    expect(table).to_be_visible()
    assert set(names) < set(table.locator("th a").all_inner_texts())


def test_an_empty_result_says_which_filter_to_loosen(page: Page) -> None:
    page.goto("/jamfor/utomlands/?f-land=norge&f-slag=koparprogram&f-omraden=livsmedel")
    empty = page.locator(".jamfor-tomt")
    expect(empty).to_contain_text(OWN["tomt"])
    remedies = empty.get_by_role("button")
    assert remedies.last.inner_text() == OWN["lossaAlla"]
    for remedy in remedies.all()[:-1]:
        assert re.fullmatch(r"Ta bort filtret .+ \(då visas [1-9]\d*\)", remedy.inner_text())
    remedies.first.click()
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    expect(page.locator(".jamfor-ut > .jamfor-status")).to_be_focused()


def test_the_list_to_choose_from_is_filtered_too(page: Page) -> None:
    page.goto("/jamfor/")
    page.get_by_text(OWN["filtrera"]).click()
    page.get_by_role("checkbox", name=re.compile("^Norge")).check()
    expect(page.locator(".jamfor-lista li:visible")).to_have_count(1)
    expect(page.locator(".jamfor-lista .jamfor-status")).to_contain_text("Visar 1 av")


def _latest(page: Page, heading: str) -> list[str]:
    """The last fact in each cell of a column, without its year and notes."""
    texts: list[str] = page.locator(f".jamfor-ut td[data-rubrik='{heading}']").evaluate_all(
        """(cells) => cells.map((cell) => {
          const facts = cell.querySelectorAll(".uppgift");
          const copy = (facts.length ? facts[facts.length - 1] : cell).cloneNode(true);
          copy.querySelectorAll("sup, .ar, .kommentar, .marke").forEach((part) => part.remove());
          return copy.textContent.trim();
        })"""
    )
    return texts


def test_numbers_sort_as_numbers_with_unknown_last_in_both_directions(page: Page) -> None:
    unknown = words()["sida"]["saknas"]
    page.goto("/jamfor/utomlands/?vand=ja")
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    button = page.get_by_role("button", name="Sortera efter Antal medlemmar")
    header = page.locator("th", has=button)
    for direction in ("ascending", "descending"):
        button.click()
        expect(header).to_have_attribute("aria-sort", direction)
        expect(button).to_be_focused()
        texts = _latest(page, "Antal medlemmar")
        known = [text for text in texts if text != unknown]
        assert texts == known + [unknown] * (len(texts) - len(known)), "unknown last"
        assert unknown in texts
        numbers = [float(text.replace("\u00a0", "")) for text in known]
        assert numbers == sorted(numbers, reverse=direction == "descending")
        assert known != sorted(known, reverse=direction == "descending"), "as text they would stand in another order"
    expect(page.locator(".jamfor-ut > .jamfor-status")).to_contain_text("fallande")
    page.reload()
    expect(header).to_have_attribute("aria-sort", "descending")


def test_every_column_of_every_table_can_be_sorted(page: Page) -> None:
    for name in WHOLE_TABLES:
        page.goto(f"/jamfor/{name}/")
        headings = page.locator("[data-jamfor-server] thead th").count()
        buttons = page.locator("[data-jamfor-server] thead th .sortera")
        assert buttons.count() == headings
        buttons.last.click()
        sorted_by = page.locator(".jamfor-ut thead th[aria-sort]")
        expect(sorted_by).to_have_count(1)
        expect(sorted_by.locator(".sortera")).to_be_focused()


def test_names_sort_in_swedish(page: Page) -> None:
    page.goto("/jamfor/exempel/?sortera=namn&vand=" + ("" if _records_down(page, "exempel") else "ja"))
    expect(page.locator(".jamfor-ut table")).to_be_visible()
    names = page.locator(".jamfor-ut tbody th a").all_inner_texts()
    assert names[-1].startswith("Örebro")
    assert names[0] < names[1]


def _records_down(page: Page, name: str) -> bool:
    page.goto(f"/jamfor/{name}/")
    return page.locator(".poster-ned").count() > 0


def test_records_can_be_ordered_without_the_tables_head(page: Page) -> None:
    table = compare(page, "belok", "bebo", "4s-ledningsnat")
    open_tools(page)
    page.get_by_label(OWN["ordna"]).select_option(label="Bildad")
    assert table.locator("thead th a").all_inner_texts() == ["BeBo", "Belok", "4S Ledningsnät"]
    page.get_by_role("checkbox", name=OWN["fallande"]).check()
    assert table.locator("thead th a").all_inner_texts() == ["4S Ledningsnät", "Belok", "BeBo"]


def test_print_holds_only_the_comparison_on_lying_sheets(page: Page) -> None:
    compare(page, "bebo", "belok")
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text()
    for part in ("Jämförelse: BeBo och Belok", "uppgift saknas", "Källor", "Hämtad", page.url, "Ja, enligt källan"):
        assert part in shown, part
    for other in ("Hela tabeller", "Ändra urvalet", "Huvudmeny", OWN["csv"], "CC BY", "Anpassa tabellen"):
        assert other not in shown, other
    page.emulate_media(media="null")
    printed = page.pdf(prefer_css_page_size=True)
    sizes = {tuple(map(float, box.split())) for box in re.findall(rb"/MediaBox\s*\[([\d. ]+)\]", printed)}
    assert sizes
    for _, _, width, height in sizes:
        assert width > height


def test_csv_is_what_swedish_spreadsheets_expect(page: Page, bank: Kunskapsbank) -> None:
    compare(page, "bebo", "belok")
    with page.expect_download() as download:
        page.get_by_role("button", name=OWN["csv"]).click()
    assert download.value.suggested_filename == "jamforelse-grupp-bebo-belok.csv"
    raw = Path(download.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == ["Jämförelsepunkt", "BeBo", "BeBo, källor", "Belok", "Belok, källor"]
    formed = next(row for row in rows if row[0] == "Bildad")
    assert formed[1].startswith("1989")
    assert set(formed[2].split(", ")) == {"bebo-hist", "rr-uppsala"}
    listed = {row[0]: row[1] for row in rows if row and row[0] in bank.kalla}
    assert listed["bebo-hist"] == bank.kalla["bebo-hist"].titel


def test_csv_cells_never_run_as_formulas(page: Page) -> None:
    page.goto("/jamfor/")
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", 'a"b;c\nd']
    text = page.evaluate("(cells) => window.kbJamfor.delar.csvText([cells])", hostile)
    (row,) = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";")
    assert row[:-1] == ["'" + cell for cell in hostile[:-1]]
    assert row[-1] == hostile[-1]


def test_json_holds_the_chosen_table_with_sources(page: Page, bank: Kunskapsbank) -> None:
    compare(page, "bebo", "belok", more="&dolj=okanda")
    with page.expect_download() as download:
        page.get_by_role("button", name=OWN["json"]).click()
    content = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert [record["id"] for record in content["poster"]] == ["bebo", "belok"]
    assert content["adress"] == page.url
    relations = {point["relation"] for point in content["punkter"]}
    assert "okant" not in relations
    for point in content["punkter"]:
        for cell in point["celler"]:
            assert cell["status"] in {"kand", "saknas", "ej"}
            for fact in cell["uppgifter"]:
                assert set(fact["kallor"]) <= set(content["kallor"])
    assert content["kallor"]["bebo-hist"]["titel"] == bank.kalla["bebo-hist"].titel


def test_changes_are_announced(page: Page) -> None:
    compare(page, "bebo", "belok")
    status = page.locator(".jamfor-ut > .jamfor-status")
    expect(status).to_have_attribute("role", "status")
    before = status.inner_text()
    open_tools(page)
    page.get_by_role("checkbox", name=OWN["bara"]).check()
    expect(status).not_to_have_text(before)


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


def test_each_page_of_a_pair_leads_into_the_chooser_with_the_pair_chosen(page: Page, bank: Kunskapsbank) -> None:
    found = pairs(bank)
    assert found
    for pair in found[:3]:
        page.goto(f"/jamfor/par/{pair.stem}/")
        page.get_by_role("link", name=re.compile("^Anpassa jämförelsen")).click()
        expect(page.locator(".jamfor-ut table")).to_be_visible()
        assert chosen(page) == [pair.first, pair.second]


def test_a_kind_is_chosen_before_its_records(page: Page) -> None:
    page.goto("/jamfor/")
    radio = page.get_by_role("radio", name="Normer och metoder")
    radio.check()
    expect(page.locator("input[data-valj=totalmetodiken]")).to_be_visible()
    expect(radio).to_be_focused()
    page.locator("input[data-valj=totalmetodiken]").check()
    page.reload()
    expect(page.locator("input[data-valj=totalmetodiken]")).to_be_checked()


@pytest.fixture
def without_script(browser: Browser, server: str) -> Iterator[Page]:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("name", WHOLE_TABLES)
def test_without_script_the_whole_table_shows_and_no_control_does(name: str, without_script: Page) -> None:
    without_script.goto(f"/jamfor/{name}/?valda=bebo,belok&bara=skillnader")
    expect(without_script.locator("main table")).to_be_visible()
    for control in (".valjbar", ".jamfor-lista", ".jamfor-verktyg", ".sortera"):
        assert without_script.locator(f"{control}:visible").count() == 0


def test_without_script_the_chooser_leads_to_the_whole_tables(without_script: Page) -> None:
    without_script.goto("/jamfor/?valda=bebo,belok")
    expect(without_script.get_by_text(TEXTS["utan_skript"])).to_be_visible()
    assert without_script.locator("main .kort a").count() == len(WHOLE_TABLES)
    assert without_script.locator(".valjbar:visible, .jamfor:visible").count() == 0


def test_a_comparison_opens_from_a_folder_too(site: Path, browser: Browser) -> None:
    context = browser.new_context()
    opened = context.new_page()
    errors: list[str] = []
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.goto((site / "jamfor" / "grupper" / "index.html").as_uri())
    opened.locator("input[data-valj=bebo]").check()
    opened.locator("input[data-valj=belok]").check()
    opened.get_by_role("button", name=TEXTS["valj"]["jamfor"], exact=True).click()
    expect(opened.locator(".jamfor-ut table thead a")).to_have_text(["BeBo", "Belok"])
    opened.locator(".jamfor-ut table thead a").first.click()
    expect(opened.locator("h1")).to_have_text("BeBo")
    context.close()
    assert not errors, errors


SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => { sum += entry.value; }));
  observer.observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 600);
})"""


@pytest.mark.parametrize("width", [320, 1440])
@pytest.mark.parametrize(
    "address",
    ["/jamfor/?valda=bebo,belok", "/jamfor/", "/jamfor/grupper/", "/jamfor/grupper/?vand=ja", "/grupper/?valda=bebo"],
)
def test_nothing_jumps_while_a_page_loads(address: str, width: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    assert page.evaluate(SHIFTS) < 0.02


@pytest.mark.parametrize(("width", "height"), [(320, 640), (320, 256)], ids=["320 px", "400 % zoom"])
@pytest.mark.parametrize(
    "address", ["/jamfor/?valda=bebo,belok,hylok", "/jamfor/", "/jamfor/exempel/?f-omraden=bostader"]
)
def test_small_screens_need_no_sideways_scrolling(address: str, width: int, height: int, page: Page) -> None:
    page.set_viewport_size({"width": width, "height": height})
    page.goto(address)
    expect(page.locator("input[data-valj]").first).to_be_attached()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_at_high_zoom_the_bar_does_not_lie_over_what_is_read(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 256})
    page.goto("/grupper/?valda=bebo,belok")
    assert page.locator(".valjbar").evaluate("(bar) => getComputedStyle(bar).position") == "static"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "address",
    [
        "/jamfor/?valda=bebo,belok,zz",
        "/jamfor/",
        "/jamfor/exempel/?sortera=namn",
        "/jamfor/?valda=bebo,lou,ramavtal",
        "/grupper/",
    ],
)
def test_axe_finds_nothing(address: str, scheme: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address)
    expect(page.locator("input[data-valj]").first).to_be_attached()
    page.evaluate("document.querySelectorAll('main details').forEach((one) => { one.open = true; })")
    page.wait_for_timeout(300)
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert found.violations_count == 0, found.generate_report()


def test_chosen_identifiers_exist(bank: Kunskapsbank) -> None:
    """Guards the identifiers written in this file."""
    for kind, identifiers in TWO.items():
        assert set(identifiers) <= set(bank.records(kind))
    assert set(itertools.chain(*TWO.values()))
