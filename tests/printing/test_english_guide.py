"""The guide in English: whole, in English and tagged, and found from the English pages."""

import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from macros.kunskapsbank import Kunskapsbank
from macros.language.signs import SWEDISH_FROM
from macros.pages.print_products import THE_GUIDE
from macros.printing.site_pages import PrintedPages
from macros.site.html_tree import parse
from macros.site.pages import BuiltSite
from macros.translation.bank import in_english
from macros.translation.html import without_signs
from tests.printing.pdf_text import PdfText, page_words, words

SECTIONS = ("about-client-groups", "form-a-group", "ways-of-working")


@pytest.fixture(scope="module")
def guide(site: Path) -> Path:
    return site / "utskrift" / THE_GUIDE


@pytest.fixture(scope="module")
def text(guide: Path) -> PdfText:
    return PdfText(guide)


def _pages(site: Path) -> list[str]:
    found = [path for name in SECTIONS for path in (site / "en" / name).rglob("index.html")]
    return [f"/{path.parent.relative_to(site).as_posix()}/" for path in found]


def test_every_english_page_of_guidance_is_in_it_word_for_word(site: Path, text: PdfText) -> None:
    built = PrintedPages(BuiltSite(site))
    pages = _pages(site)
    assert len(pages) > 35
    for address in (*pages, "/en/glossary/"):
        content = built.tree(address).find("div", "text")
        assert content is not None
        lost = [word for word in page_words(content) if not text.holds(word)]
        assert not lost, f"{address}: {lost[:8]}"


def test_it_says_that_it_is_in_english_and_is_tagged(guide: Path) -> None:
    pdf = pikepdf.open(guide)
    assert str(pdf.Root.Lang) == "en-GB"
    assert pdf.Root.MarkInfo.Marked
    assert "Client groups" in str(pdf.docinfo["/Title"])
    checked = subprocess.run(
        [sys.executable, "-m", "pdfua", "check", str(guide)], capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout


def test_swedish_words_in_it_say_that_they_are_swedish(guide: Path) -> None:
    pdf = pikepdf.open(guide)
    marked = [
        item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and str(item.get("/Lang", ""))[:2] == "sv"
    ]
    assert len(marked) > 100


def test_its_furniture_is_in_english(guide: Path, text: PdfText) -> None:
    with pikepdf.open(guide).open_outline() as outline:
        titles = [item.title for item in outline.root]
    assert {"About client groups", "Form a group", "Ways of working", "Index"} <= set(titles)
    for english, swedish in (("edition 2", "utgåva"), ("how to use the guide", "så använder ni"), ("(p. ", "(s. ")):
        assert english in text.text
        assert swedish not in text.text


def test_it_has_every_term_without_signs_that_only_pages_can_show(bank: Kunskapsbank, text: PdfText) -> None:
    for identifier, term in in_english(bank).begrepp.items():
        assert all(text.holds(word) for word in words(without_signs(term.namn))), identifier
    assert SWEDISH_FROM not in text.text


def test_english_pages_offer_it_and_no_other_book(site: Path) -> None:
    for address in _pages(site):
        links = parse((site / address.strip("/") / "index.html").read_text("utf-8")).find("section", "utskriftslankar")
        assert links is not None, address
        found = [link for link in links.walk() if link.tag == "a"]
        assert [link.attributes["href"].rpartition("/")[2] for link in found] == [THE_GUIDE], address
        assert "pages" in found[0].text(), address


def test_the_english_page_about_print_lists_it(site: Path, guide: Path) -> None:
    page = parse((site / "en" / "print" / "index.html").read_text("utf-8"))
    rows = [row.text() for row in page.walk() if row.tag == "tr" and row.find("a") is not None]
    count = str(len(pikepdf.open(guide).pages))
    assert any("The guide" in row and count in row for row in rows), rows
    table = page.find("table", "utskrifter")
    assert table is not None
    for link in (each for each in table.walk() if each.tag == "a"):
        assert (site / "en" / "print" / link.attributes["href"]).resolve().is_file()
