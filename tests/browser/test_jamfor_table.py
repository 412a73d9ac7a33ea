"""The table that the script draws: its values, notes, switches, order and announcements."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from macros.compare.chosen import COMPARABLE, all_rows, chosen_table
from macros.compare.folding import folded
from macros.compare.summary import sentences
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.scripts.comparison import questions
from tests.browser.jamfor import CHOSEN, OWN, TEXTS, WHOLE_TABLES, compare, left_out, open_tools


def _section(name: str) -> str:
    sections: dict[str, str] = {**words()["avdelningar"], **TEXTS["avdelningar"]}
    return sections[name]


@pytest.mark.parametrize("kind", COMPARABLE)
def test_chosen_records_of_every_kind_stand_beside_each_other(kind: str, page: Page, bank: Kunskapsbank) -> None:
    made = chosen_table(bank, kind, CHOSEN[kind], words()["ja_nej"])
    table = compare(page, *CHOSEN[kind])
    assert table.locator("thead th a").all_inner_texts() == [column.name for column in made.columns]
    shown = folded(made.rows)
    names_shown = table.locator("tbody tr:not(.avdelning) th").evaluate_all("(heads) => heads.map((head) => head.abbr)")
    assert names_shown == [row.name for row in shown.rows]
    sections = table.locator(".avdelning th").all_inner_texts()
    assert sections == ([_section(each.section) for each in shown.sections] if len(shown.sections) > 1 else [])
    names = " och ".join(column.name for column in made.columns)
    assert page.get_by_role("heading", level=2).first.inner_text() == f"Jämförelse: {names}"
    assert names in page.title()
    assert page.locator(".jamfor-text li").all_inner_texts() == list(sentences(made, TEXTS["sammandrag"]))


@pytest.mark.parametrize("kind", COMPARABLE)
def test_each_note_of_a_chosen_table_leads_to_its_source(kind: str, page: Page, bank: Kunskapsbank) -> None:
    made = chosen_table(bank, kind, CHOSEN[kind], words()["ja_nej"])
    cited = {key for row in made.rows for cell in row.cells for entry in cell.entries for key in entry.sources}
    table = compare(page, *CHOSEN[kind])
    titles = page.locator(".jamfor-ut .kallista .kalltitel").all_inner_texts()
    assert sorted(titles) == sorted(bank.kalla[key].titel for key in cited)
    assert cited
    expect(table).to_be_visible()
    notes = page.locator(".jamfor-ut .kallnot a").evaluate_all(
        """(notes) => notes.map((note) => [
          note.getAttribute("aria-label"),
          note.textContent,
          [...document.querySelectorAll(note.getAttribute("href"))]
            .map((target) => target.querySelector(".kalltitel").textContent),
        ])"""
    )
    assert notes
    for label, number, titles in notes:
        assert [label] == [f"Källa {number}: {title}" for title in titles]


def test_a_note_can_be_followed_without_losing_the_comparison(page: Page) -> None:
    table = compare(page, "bebo", "belok")
    page.locator(".jamfor-ut .kallnot a").first.click()
    expect(page).to_have_url(re.compile("#jamfor-kalla-1$"))
    expect(table).to_be_visible()
    page.go_back()
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


def test_only_differences_leaves_out_what_is_the_same(page: Page) -> None:
    table = compare(page, "bebo", "belok")
    rows = table.locator("tbody tr").count()
    assert page.locator(".jamfor-rader dt").all_inner_texts()[0] == TEXTS["rad"]["lika"]
    open_tools(page)
    switch = page.get_by_role("checkbox", name=OWN["bara"])
    switch.check()
    expect(switch).to_be_focused()
    assert 0 < table.locator("tbody tr").count() <= rows
    expect(page.locator(".jamfor-rader")).to_have_count(0)
    labels = set(table.locator(".relation").all_inner_texts())
    assert labels <= {TEXTS["relation"][name] for name in ("skiljer", "delvis", "egna-ord", "delvis-okant")}
    assert "bara=skillnader" in page.url
    page.reload()
    expect(table).to_be_visible()
    assert set(table.locator(".relation").all_inner_texts()) == labels


def test_rows_where_all_is_unknown_can_be_hidden(page: Page) -> None:
    table = compare(page, "bebo", "belok")
    unknown = page.locator(".jamfor-rader dt", has_text=TEXTS["rad"]["okant"])
    expect(unknown).to_have_count(1)
    assert table.locator(".relation-okant").count() == 0, "no rows where all is unknown"
    open_tools(page)
    page.get_by_role("checkbox", name=OWN["dolj"]).check()
    expect(unknown).to_have_count(0)
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


def _criteria(table: Locator) -> list[str]:
    found: list[str] = table.locator("tbody tr:not(.avdelning) th").evaluate_all("(heads) => heads.map((h) => h.abbr)")
    return found


def test_criteria_are_grouped_on_by_default_and_kept_in_the_address(page: Page) -> None:
    table = compare(page, "bebo", "4s-ledningsnat")
    open_tools(page)
    panel = page.locator(".jamfor-punkter")
    boxes = panel.get_by_role("checkbox")
    assert all(box.is_checked() for box in boxes.all())
    assert panel.locator("fieldset legend").all_inner_texts()[:2] == ["Om", "Tid"]
    page.get_by_role("button", name=OWN["ingaValda"]).click()
    expect(page.locator(".jamfor-ut")).to_contain_text(OWN["ingaPunkter"])
    panel.get_by_role("checkbox", name="Bildad").check()
    panel.get_by_role("checkbox", name="Syfte").check()
    assert sorted(_criteria(table)) == ["Bildad", "Syfte"]
    page.reload()
    expect(table).to_be_visible()
    assert sorted(_criteria(table)) == ["Bildad", "Syfte"]
    page.get_by_role("button", name=OWN["allaPunkter"]).click()
    expect(table).to_be_visible()
    assert "punkter" not in page.url


def test_a_whole_section_is_shown_or_left_out_at_once(page: Page) -> None:
    table = compare(page, "bebo", "belok")
    open_tools(page)
    page.get_by_role("button", name=OWN["ingaValda"]).click()
    page.get_by_role("button", name="Alla i Pengar").click()
    assert set(_criteria(table)) <= {"Finansiering", "Avgift"}
    page.get_by_role("button", name="Inga i Pengar").click()
    expect(page.locator(".jamfor-ut")).to_contain_text(OWN["ingaPunkter"])


@pytest.mark.parametrize("kind", [kind for kind, asked in TEXTS["fragor"].items() if asked])
def test_a_ready_question_shows_only_what_answers_it(kind: str, page: Page, bank: Kunskapsbank) -> None:
    rows = all_rows(bank, kind, CHOSEN[kind], words()["ja_nej"])
    table = compare(page, *CHOSEN[kind])
    for question in questions(kind, rows):
        assert question["punkter"], question
        button = page.get_by_role("button", name=question["namn"])
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")
        asked = {row.name for row in rows if row.identifier in question["punkter"]}
        shown = set(_criteria(table))
        assert shown
        assert shown <= asked
    page.reload()
    expect(page.locator(".jamfor-fragor [aria-pressed=true]")).to_have_text(TEXTS["fragor"][kind][-1]["namn"])
    page.get_by_role("button", name=OWN["helaBilden"]).click()
    assert "punkter" not in page.url


def test_unknown_criteria_in_the_address_are_told(page: Page) -> None:
    table = compare(page, "bebo", "belok", more="&punkter=land,hittepa")
    assert "hittepa" in left_out(page)
    assert _criteria(table) == ["Land"]


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


def test_records_are_ordered_by_every_criterion_of_every_table_and_criteria_by_none(page: Page) -> None:
    for name in WHOLE_TABLES:
        page.goto(f"/jamfor/{name}/")
        server = page.locator("[data-jamfor-server]")
        heads = server.locator("th[data-kriterium], tr[data-kriterium] > th")
        buttons = server.locator("th .sortera")
        assert heads.count() > 0
        assert buttons.count() == heads.count() + server.locator(".poster-ned").count()
        assert server.locator("th[data-id] .sortera, tr[data-id] > th .sortera").count() == 0
        criterion = heads.last.get_attribute("abbr")
        buttons.last.click()
        ordered = page.locator(".jamfor-ut th[aria-sort]")
        expect(ordered).to_have_count(1)
        assert ordered.get_attribute("abbr") == criterion
        expect(ordered.locator(".sortera")).to_be_focused()


def test_names_of_records_are_only_names_to_a_screen_reader(page: Page) -> None:
    table = compare(page, "bebo", "belok", "hylok")
    for head, name in zip(table.locator("thead th[data-id]").all(), ["BeBo", "Belok", "HyLok"], strict=True):
        assert head.get_attribute("abbr") == name
        assert "Sortera" not in head.inner_text()


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


def test_changes_are_announced(page: Page) -> None:
    compare(page, "bebo", "belok")
    status = page.locator(".jamfor-ut > .jamfor-status")
    expect(status).to_have_attribute("role", "status")
    before = status.inner_text()
    open_tools(page)
    page.get_by_role("checkbox", name=OWN["bara"]).check()
    expect(status).not_to_have_text(before)
