"""The printed products of the real site, read as a receiver would: whole, tagged, and with nothing lost."""

import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from docx import Document

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.pages.print_products import COMPARISONS, ONLY_ON_SCREEN, PLAIN, SHEETS, SHORT, THE_GUIDE
from macros.printing.content import printed_content
from macros.printing.inline import Place
from macros.printing.jobs import jobs_of
from macros.printing.site_pages import PrintedPages
from macros.printing.step import documents
from macros.printing.typesetting import make
from macros.site.html_tree import Element, parse
from macros.site.pages import BuiltSite
from tests.printing.pdf_text import PdfText, page_links, page_words, words


@pytest.fixture(scope="module")
def prints(site: Path) -> Path:
    return site / "utskrift"


@pytest.fixture(scope="module")
def pdfs(prints: Path) -> list[Path]:
    found = sorted(prints.glob("*.pdf"))
    assert len(found) > 50
    return found


@cache
def _opened(path: Path) -> pikepdf.Pdf:
    return pikepdf.open(path)


@cache
def _text(path: Path) -> PdfText:
    return PdfText(path)


def _elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/StructElem")


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    return (
        item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor"
    )


def test_every_pdf_says_its_language_and_shows_its_title(pdfs: list[Path]) -> None:
    for path in pdfs:
        pdf = _opened(path)
        language = "en-GB" if path.name in {"in-english.pdf", THE_GUIDE} else "sv-SE"
        assert str(pdf.Root.Lang) == language, path.name
        assert pdf.Root.ViewerPreferences.DisplayDocTitle, path.name
        assert len(str(pdf.docinfo["/Title"])) > 3, path.name


def test_every_pdf_is_tagged_and_claims_both_standards(pdfs: list[Path]) -> None:
    for path in pdfs:
        pdf = _opened(path)
        assert pdf.Root.MarkInfo.Marked, path.name
        with pdf.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1", path.name
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "A"), path.name


def test_every_pdf_embeds_its_typefaces(pdfs: list[Path]) -> None:
    for path in pdfs:
        descriptors = list(_fonts(_opened(path)))
        assert descriptors, path.name
        for font in descriptors:
            assert any(f"/FontFile{kind}" in font for kind in ("", "2", "3")), f"{path.name}: {font.FontName}"


def test_guides_have_bookmarks_and_contents(pdfs: list[Path]) -> None:
    for path in [path for path in pdfs if path.name.startswith("vagledning")]:
        with _opened(path).open_outline() as outline:
            assert outline.root, path.name
        assert any(element.S == "/TOC" for element in _elements(_opened(path))), path.name


def test_tables_have_headers_for_columns_and_rows(prints: Path) -> None:
    for name in ("jamforelse-grupper-energi-a4.pdf", "vagledning-om.pdf"):
        scopes = set()
        for element in _elements(_opened(prints / name)):
            if element.S == "/TH":
                given = element.get("/A")
                attributes = list(given) if isinstance(given, pikepdf.Array) else [given]
                scopes |= {str(part.get("/Scope")) for part in attributes if part is not None and "/Scope" in part}
        assert scopes >= {"/Column", "/Row"}, name


def test_figures_have_a_description(prints: Path) -> None:
    figures = [element for element in _elements(_opened(prints / SHORT)) if element.S == "/Figure"]
    assert len(figures) >= 4
    assert all(len(str(figure.get("/Alt", ""))) > 30 for figure in figures)


@pytest.mark.parametrize("kind", SHEETS)
def test_every_record_has_a_sheet_of_one_page(kind: str, prints: Path, bank: Kunskapsbank) -> None:
    for identifier in bank.records(kind):
        assert len(_opened(prints / f"{SHEETS[kind].name}-{identifier}.pdf").pages) == 1, identifier


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


@pytest.fixture(scope="module")
def guides(site: Path) -> dict[str, str]:
    """For every page of the site the guide that its own foot says that it stands in: the one to its section."""
    found = {}
    for path in sorted(site.rglob("index.html")):
        address = f"/{path.parent.relative_to(site).as_posix()}/".replace("/./", "/")
        page = parse(path.read_text("utf-8"))
        if page.find("div", "text") is None:
            continue
        links = page.find("section", "utskriftslankar")
        names = (
            [link.attributes["href"].rpartition("/")[2] for link in links.walk() if link.tag == "a"] if links else []
        )
        found[address] = next((name for name in names if name.startswith("vagledning")), "")
    return found


def test_every_page_stands_in_a_guide_but_those_that_paper_has_no_use_for(
    guides: dict[str, str], bank: Kunskapsbank
) -> None:
    # The search is a form without a text, so it is not among the pages read here.
    # A comparison is wider than a book and has sheets of its own; easy Swedish and English have books of their own.
    apart = (COMPARISONS, PLAIN, "/en/")
    without = {address for address, guide in guides.items() if not guide and not address.startswith(apart)}
    # An address that has moved only leads on.
    moved = {f"/{KINDS[kind].page_folder}/{old}/" for kind, found in bank.moved.items() for old in found}
    moved.add("/om/lattlast/")
    assert without - moved == ONLY_ON_SCREEN - {"/sok/"}
    assert {"/jamfor/par/bebo-och-belok/", "/bidra/i-webblasaren/", "/bidra/falt/grupp/"} <= guides.keys()


def test_the_short_guide_holds_what_a_new_group_reads_and_its_glossary(
    site: Path, prints: Path, bank: Kunskapsbank, guides: dict[str, str]
) -> None:
    text = _text(prints / SHORT)
    built = PrintedPages(BuiltSite(site))
    short = [page for page in guides if page.startswith(("/om-bestallargrupper/", "/bilda-en-grupp/", "/arbetssatt/"))]
    assert len(short) > 20
    for address in (*short, "/ordlista/"):
        content = built.tree(address).find("div", "text")
        assert content is not None
        assert not [word for word in page_words(content) if not text.holds(word)], address
    assert len(_opened(prints / SHORT).pages) < 200
    assert all(text.holds(word) for term in bank.begrepp.values() for word in words(term.namn))


def test_every_page_is_in_its_guide_word_for_word(site: Path, prints: Path, guides: dict[str, str]) -> None:
    built = PrintedPages(BuiltSite(site))
    texts = {name: _text(prints / name) for name in set(guides.values()) - {""}}
    for address, guide in guides.items():
        # On paper the cover and the contents are there in place of the start page.
        if guide and address != "/":
            content = built.tree(address).find("div", "text")
            assert content is not None
            lost = [word for word in page_words(content) if not texts[guide].holds(word)]
            assert not lost, f"{address} in {guide}: {lost[:8]}"


def test_every_link_is_in_its_guide_as_a_link_or_a_printed_address(
    site: Path, prints: Path, guides: dict[str, str]
) -> None:
    built = PrintedPages(BuiltSite(site))
    for guide in set(guides.values()) - {""}:
        text, reached, outside = _text(prints / guide), _reached(prints / guide), _outside(prints / guide)
        # On paper the cover and the contents are there in place of the start page.
        inside = {address for address, name in guides.items() if name == guide} - {"/"}
        titles = {address: _title(built, address) for address in inside}
        for address in sorted(address for address in inside if guides[address] == guide):
            content = built.tree(address).find("div", "text")
            assert content is not None
            for href in page_links(content):
                target = Place(address, "").target(href).partition("#")[0]
                if not target.startswith("/"):
                    assert href in outside, f"{address} in {guide}: {href}"
                elif target in inside:
                    assert titles[target] in reached, f"{address} in {guide}: {target}"
                elif address == "/kallor/":
                    # The register names the pages that cite a source; their addresses would fill a book.
                    assert all(text.holds(word) for word in words(_title(built, target))), f"{address}: {target}"
                else:
                    assert target in text.squashed, f"{address} in {guide}: {target}"


def _title(built: PrintedPages, address: str) -> str:
    heading = built.tree(address).find("h1")
    assert heading is not None
    return " ".join(heading.text().split())


@cache
def _links(path: Path) -> list[Any]:
    """The links of a PDF; they stand with its pages."""
    return [item for page in _opened(path).pages for item in page.get("/Annots", ()) if item.Subtype == "/Link"]


def _outside(path: Path) -> set[str]:
    """Where the links of a PDF lead outside it."""
    return {str(link.A.URI) for link in _links(path) if "/A" in link and "/URI" in link.A}


def _inside(path: Path) -> set[Any]:
    """The pages of a PDF that its links lead to."""
    targets = (link.get("/Dest") for link in _links(path))
    return {target[0].objgen for target in targets if isinstance(target, pikepdf.Array)}


def _reached(path: Path) -> set[str]:
    """The titles of the chapters that some link in a guide leads into."""
    pdf = _opened(path)
    numbers: dict[Any, int] = {page.objgen: number for number, page in enumerate(pdf.pages)}
    starts = sorted(_bookmarks(pdf, numbers))
    led_to = {numbers[page] for page in _inside(path)}
    found = set()
    for place, (start, title) in enumerate(starts):
        end = starts[place + 1][0] if place + 1 < len(starts) else len(numbers)
        if any(page in led_to for page in range(start, max(end, start + 1))):
            found.add(title)
    return found


def _bookmarks(pdf: pikepdf.Pdf, numbers: dict[Any, int]) -> Iterator[tuple[int, str]]:
    with pdf.open_outline() as outline:
        waiting = list(outline.root)
        while waiting:
            item = waiting.pop()
            waiting += item.children
            destination: Any = item.destination
            yield numbers[destination[0].objgen], " ".join(str(item.title).split())


def test_every_source_is_named_and_its_address_can_be_followed(prints: Path, bank: Kunskapsbank) -> None:
    wanted = {source.adress for source in bank.kalla.values() if source.adress.startswith("http")}
    assert wanted <= _outside(prints / "vagledning-om.pdf")
    text = _text(prints / "vagledning-om.pdf")
    for source in bank.kalla.values():
        assert all(text.holds(word) for word in words(source.titel)), source.titel


def test_links_between_pages_lead_to_a_page_of_the_guide(prints: Path) -> None:
    links = [link for link in _links(prints / SHORT) if isinstance(link.get("/Dest"), pikepdf.Array)]
    assert len(links) > 500
    assert _inside(prints / SHORT) <= {page.objgen for page in _opened(prints / SHORT).pages}


def test_a_comparison_carries_its_table_as_csv_and_json(prints: Path, bank: Kunskapsbank) -> None:
    attachments = _opened(prints / "jamforelse-grupper-a3.pdf").attachments
    table = json.loads(attachments["grupper.json"].get_file().read_bytes())
    assert {"bebo", "belok"} <= {record["id"] for record in table["poster"]}
    rows = attachments["grupper.csv"].get_file().read_bytes().decode("utf-8-sig").splitlines()
    assert bank.grupp["bebo"].namn in rows[0].split(";")
    assert len(rows) > 10


def test_comparison_sheets_lie_down_on_their_paper(prints: Path) -> None:
    for size, wide in (("a4", 841.9), ("a3", 1190.6)):
        box = _opened(prints / f"jamforelse-normer-{size}.pdf").pages[0].mediabox
        assert abs(float(box[2]) - wide) < 1
        assert box[2] > box[3]


def test_qpdf_finds_no_fault(pdfs: list[Path]) -> None:
    for path in pdfs:
        pdf = _opened(path)
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
    again = {"exempelblad-rorskarvar.pdf", "jamforelse-normer-a4.pdf", "vagledning-exempel.pdf"}
    made = [make(job) for job in jobs_of(content, bank) if job.name in again]
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
        pages = str(len(_opened(prints / name).pages)) if name.endswith(".pdf") else "–"
        assert cells[2] == pages, name
        assert re.fullmatch(r"[\d,\u00a0]+\u00a0(kB|MB)", cells[3]), name
        assert re.fullmatch(r"\d+ \w+ \d{4}", cells[4]), name


def test_pages_link_to_the_files_that_hold_them(site: Path) -> None:
    page = parse((site / "exempel" / "tvattstugor" / "index.html").read_text("utf-8"))
    found = page.find("section", "utskriftslankar")
    assert found is not None
    names = [link.attributes["href"].rpartition("/")[2] for link in found.walk() if link.tag == "a"]
    assert names == ["exempelblad-tvattstugor.pdf", "vagledning-exempel.pdf"]
