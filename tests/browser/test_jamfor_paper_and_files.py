"""The chosen comparison on paper and as files to download."""

import csv
import io
import json
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

from playwright.sync_api import Page, expect

from macros.kunskapsbank import Kunskapsbank
from tests.browser.jamfor import OWN, compare, open_tools


def test_print_holds_only_the_comparison_on_lying_sheets(page: Page) -> None:
    compare(page, "bebo", "belok")
    page.emulate_media(media="print")
    shown = page.locator("body").inner_text()
    for part in ("Jämförelse: BeBo och Belok", "uppgift saknas", "Källor", "Hämtad", page.url, "Ja, enligt källan"):
        assert part in shown, part
    for other in (
        "Hela tabeller",
        "Ändra urvalet",
        "Huvudmeny",
        OWN["csv"],
        "CC BY",
        "Anpassa tabellen",
        OWN["laggTill"],
        OWN["taBort"],
    ):
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
    assert re.fullmatch(r"jamforelse-bebo-belok-\d{4}-\d\d-\d\d\.csv", download.value.suggested_filename)
    raw = Path(download.value.path()).read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == ["Jämförelsepunkt", "BeBo", "BeBo, källor", "Belok", "Belok, källor"]
    formed = next(row for row in rows if row[0] == "Bildad")
    assert formed[1].startswith("1989")
    assert set(formed[2].split(", ")) == {"bebo-hist", "rr-uppsala"}
    listed = {row[0]: row[1] for row in rows if row and row[0] in bank.kalla}
    assert listed["bebo-hist"] == bank.kalla["bebo-hist"].titel
    about = {row[0]: row[1] for row in rows[-4:]}
    assert about[OWN["adress"]] == page.url
    assert "CC0" in about[OWN["licens"]]
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", about[OWN["hamtadDen"]])


def test_excel_opens_as_a_workbook_with_the_table_and_its_sources(page: Page, bank: Kunskapsbank) -> None:
    compare(page, "bebo", "belok")
    with page.expect_download() as download:
        page.get_by_role("button", name=OWN["excel"]).click()
    assert re.fullmatch(r"jamforelse-bebo-belok-[\d-]+\.xlsx", download.value.suggested_filename)
    with zipfile.ZipFile(download.value.path()) as archive:
        assert archive.testzip() is None, "every checksum is right"
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    for text in parts.values():
        ET.fromstring(text)  # noqa: S314 - written by the page under test
    for override in re.findall(r'PartName="/([^"]+)"', parts["[Content_Types].xml"]):
        assert override in parts
    rows = _sheet(parts["xl/worksheets/sheet1.xml"])
    assert rows[0] == ["Jämförelsepunkt", "BeBo", "Belok"]
    assert next(row for row in rows if row[0] == "Bildad")[1].startswith("1989")
    about = _sheet(parts["xl/worksheets/sheet2.xml"])
    assert [bank.kalla["bebo-hist"].titel in row for row in about].count(True) == 1
    assert [OWN["adress"], page.url] in about


def _sheet(text: str) -> list[list[str]]:
    space = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    rows = ET.fromstring(text).iter(f"{space}row")  # noqa: S314 - written by the page under test
    return [["".join(cell.itertext()) for cell in row.iter(f"{space}c")] for row in rows]


def test_a_whole_tables_file_is_named_after_the_table(page: Page) -> None:
    page.goto("/jamfor/grupper/")
    open_tools(page)
    with page.expect_download() as download:
        page.get_by_role("button", name=OWN["csv"]).click()
    assert download.value.suggested_filename.startswith("jamforelse-svenska-grupper-och-natverk-")


def test_the_link_and_the_table_can_be_copied(own_page: Page) -> None:
    own_page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    compare(own_page, "bebo", "belok")
    own_page.get_by_role("button", name=OWN["kopieraLank"]).click()
    expect(own_page.locator(".jamfor-kvitto")).to_have_text(OWN["lankKopierad"])
    assert own_page.evaluate("navigator.clipboard.readText()") == own_page.url
    own_page.get_by_role("button", name=OWN["kopieraTabell"]).click()
    expect(own_page.locator(".jamfor-kvitto")).to_have_text(OWN["tabellKopierad"])
    rows = [line.split("\t") for line in own_page.evaluate("navigator.clipboard.readText()").splitlines()]
    assert rows[0] == ["Jämförelsepunkt", "BeBo", "Belok"]
    assert {len(row) for row in rows} == {3}


def test_where_the_browser_refuses_to_copy_the_text_is_shown(own_page: Page) -> None:
    own_page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    compare(own_page, "bebo", "belok")
    own_page.get_by_role("button", name=OWN["kopieraLank"]).click()
    expect(own_page.get_by_label(OWN["kopieraSjalv"])).to_have_value(own_page.url)


def test_csv_cells_never_run_as_formulas(page: Page) -> None:
    page.goto("/jamfor/")
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", 'a"b;c\nd']
    in_the_page = (
        "(cells) => window.kbJamfor.delar.loadTool('spara').then(() => window.kbJamfor.delar.csvText([cells]))"
    )
    text = page.evaluate(in_the_page, hostile)
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
