"""The printed products of the real site, read as a receiver would: whole, tagged, and with nothing lost."""

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document

from macros.kunskapsbank import Kunskapsbank
from macros.pages.print_products import SHEETS, SHORT, THE_GUIDE
from macros.printing.content import printed_content
from macros.printing.jobs import planned_jobs
from macros.printing.site_pages import PrintedPages
from macros.printing.step import documents
from macros.printing.typesetting import make
from macros.site.html_tree import Element, parse
from macros.site.pages import BuiltSite
from tests.printing.pdf_text import opened, page_words, words


@pytest.fixture(scope="module")
def pdfs(prints: Path) -> list[Path]:
    found = sorted(prints.glob("*.pdf"))
    assert len(found) > 50
    return found


def _elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem")


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (
        item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    )


def test_every_pdf_says_its_language_and_shows_its_title(pdfs: list[Path]) -> None:
    for path in pdfs:
        pdf = opened(path)
        language = "en-GB" if path.name in {"in-english.pdf", THE_GUIDE} else "sv-SE"
        assert str(pdf.Root.Lang) == language, path.name
        assert pdf.Root.ViewerPreferences.DisplayDocTitle, path.name
        assert len(str(pdf.docinfo["/Title"])) > 3, path.name


def test_every_pdf_is_tagged_and_claims_both_standards(pdfs: list[Path]) -> None:
    for path in pdfs:
        pdf = opened(path)
        assert pdf.Root.MarkInfo.Marked, path.name
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1", path.name
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A"), path.name


def test_every_pdf_embeds_its_typefaces(pdfs: list[Path]) -> None:
    for path in pdfs:
        descriptors = list(_fonts(opened(path)))
        assert descriptors, path.name
        for font in descriptors:
            assert any(f"/FontFile{kind}" in font for kind in ("", "2", "3")), f"{path.name}: {font.FontName}"


def test_guides_have_bookmarks_and_contents(pdfs: list[Path]) -> None:
    for path in [path for path in pdfs if path.name.startswith("vagledning")]:
        with opened(path).open_outline() as outline:
            assert outline.root, path.name
        assert any(element.S == "/TOC" for element in _elements(opened(path))), path.name


def test_tables_have_headers_for_columns_and_rows(prints: Path) -> None:
    for name in ("jamforelse-grupper-energi-a4.pdf", "vagledning-om.pdf"):
        scopes = set()
        for element in _elements(opened(prints / name)):
            if element.S == "/TH":
                given = element.get("/A")
                attributes = list(given) if isinstance(given, pikepdf.Array) else [given]
                scopes |= {str(part.get("/Scope")) for part in attributes if part is not None and "/Scope" in part}
        assert scopes >= {"/Column", "/Row"}, name


def test_figures_have_a_description(prints: Path) -> None:
    figures = [element for element in _elements(opened(prints / SHORT)) if element.S == "/Figure"]
    assert len(figures) >= 4
    assert all(len(str(figure.get("/Alt", ""))) > 30 for figure in figures)


@pytest.mark.parametrize("kind", SHEETS)
def test_every_record_has_a_sheet_of_one_page(kind: str, prints: Path, bank: Kunskapsbank) -> None:
    for identifier in bank.records(kind):
        assert len(opened(prints / f"{SHEETS[kind].name}-{identifier}.pdf").pages) == 1, identifier


def test_sheets_never_go_below_their_smallest_size(prints: Path) -> None:
    # Raised note numbers are smaller by nature; everything else is at least 8.5 points.
    for path in (prints / "gruppblad-bebo.pdf", prints / "exempelblad-rorskarvar.pdf"):
        made = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True).stdout
        heights = [
            float(high) - float(low)
            for low, high, word in re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]+)<', made)
            if word.isalpha()
        ]
        assert min(heights) > 8.5, path.name


def test_a_comparison_carries_its_table_as_csv_and_json(prints: Path, bank: Kunskapsbank) -> None:
    attachments = opened(prints / "jamforelse-grupper-a3.pdf").attachments
    table = json.loads(attachments["grupper.json"].get_file().read_bytes())
    assert {"bebo", "belok"} <= {record["id"] for record in table["poster"]}
    rows = attachments["grupper.csv"].get_file().read_bytes().decode("utf-8-sig").splitlines()
    assert bank.grupp["bebo"].namn in rows[0].split(";")
    assert len(rows) > 10


def test_comparison_sheets_lie_down_on_their_paper(prints: Path) -> None:
    for size, wide in (("a4", 841.9), ("a3", 1190.6)):
        box = opened(prints / f"jamforelse-normer-{size}.pdf").pages[0].mediabox
        assert abs(float(box[2]) - wide) < 1
        assert box[2] > box[3]


def test_qpdf_finds_no_fault(pdfs: list[Path]) -> None:
    for path in pdfs:
        pdf = opened(path)
        # What it mended to be able to open the file, and what is wrong in what it holds.
        assert [*pdf.get_warnings(), *pdf.check_pdf_syntax()] == [], path.name


def test_pdfua_finds_no_fault(prints: Path) -> None:
    # One of each kind: the checker takes long for the whole guide.
    names = (
        "vagledning-exempel",
        "exempelblad-rorskarvar",
        "gruppblad-bebo",
        "normblad-totalmetodiken",
        "jamforelse-normer-a4",
        "checklista-forsta-motet",
        "lattlast",
        "in-english",
    )
    command = [sys.executable, "-m", "pdfua", "check", *(str(prints / f"{name}.pdf") for name in names)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("PASS") == len(names)


def test_making_again_gives_the_same_bytes(site: Path, prints: Path, bank: Kunskapsbank) -> None:
    content = printed_content(BuiltSite(site), bank)
    again = {"projekt rorskarvar", "normer a4", "vagledning-exempel.pdf"}
    made = [make(each.make()) for each in planned_jobs(content, bank) if each.name in again]
    assert len(made) == len(again)
    for each in made:
        assert each.content == (prints / each.name).read_bytes(), each.name
    for name, document in documents(content).items():
        assert document == (prints / name).read_bytes(), name


def test_word_documents_have_headings_fields_and_language(prints: Path) -> None:
    for name, heading in (("mall-overenskommelse.docx", "1. Parter"), ("dagordning.docx", "Vem gör vad till när")):
        document = Document(str(prints / name))
        headings = [
            text.text for text in document.paragraphs if text.style is not None and text.style.name == "Heading 1"
        ]
        assert heading in headings
        assert len(document.element.findall(".//{*}sdt")) > 10
        assert document.core_properties.language == "sv-SE"
        assert document.core_properties.title


def test_the_agreement_has_every_word_of_its_page(site: Path, prints: Path) -> None:
    with zipfile.ZipFile(prints / "mall-overenskommelse.docx") as packed:
        shown = set(words(re.sub(r"<[^>]+>", " ", packed.read("word/document.xml").decode())))
    content = PrintedPages(BuiltSite(site)).tree("/bilda-en-grupp/mall-overenskommelse/").find("div", "text")
    assert content is not None
    # The page's last heading gives advice to the reader of the site and is not part of the agreement.
    last = max(
        place for place, child in enumerate(content.children) if isinstance(child, Element) and child.tag == "h2"
    )
    agreement = Element("div", children=content.children[:last])
    assert not [word for word in page_words(agreement) if word not in shown]


def test_the_list_names_every_file_with_its_pages(site: Path, prints: Path) -> None:
    page = parse((site / "skriv-ut" / "index.html").read_text("utf-8"))
    rows = [row for row in page.walk() if row.tag == "tr" and row.find("a") is not None]
    listed = {}
    for row in rows:
        link = row.find("a")
        assert link is not None
        cells = [cell.text().strip() for cell in row.children if isinstance(cell, Element)]
        listed[link.attributes["href"].rpartition("/")[2]] = cells
    assert listed.keys() == {path.name for path in prints.iterdir()}
    for name, cells in listed.items():
        pages = str(len(opened(prints / name).pages)) if name.endswith(".pdf") else "–"
        assert cells[2] == pages, name
        assert re.fullmatch(r"[\d,\u00a0]+\u00a0(kB|MB)", cells[3]), name
        assert re.fullmatch(r"\d+ \w+ \d{4}", cells[4]), name


def test_pages_link_to_the_files_that_hold_them(site: Path) -> None:
    page = parse((site / "exempel" / "tvattstugor" / "index.html").read_text("utf-8"))
    found = page.find("section", "utskriftslankar")
    assert found is not None
    names = [link.attributes["href"].rpartition("/")[2] for link in found.walk() if link.tag == "a"]
    assert names == ["exempelblad-tvattstugor.pdf", "vagledning-exempel.pdf"]
