"""The chosen comparison on paper and as files to download."""

import csv
import io
import json
import re
from pathlib import Path

from playwright.sync_api import Page

from macros.kunskapsbank import Kunskapsbank
from tests.browser.jamfor import OWN, compare


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
