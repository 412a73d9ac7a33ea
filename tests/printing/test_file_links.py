"""Every link to a file says what it is and how much of it there is, before anybody fetches it."""

import re
from pathlib import Path

import pikepdf
import pytest

from macros.language.speaking import speaking
from macros.printing.file_links import label, with_labels
from macros.printing.listing import size_text
from macros.site.html_tree import Element, parse

_LINK = re.compile(r'href="[^"]*\b(utskrift|nedladdning)/([\w.-]+)"')


def test_a_label_says_type_pages_and_size() -> None:
    assert label("mall.pdf", 40_000, 2) == "(PDF, 2 sidor, 40\u00a0kB)"
    assert label("blad.pdf", 40_000, 1) == "(PDF, 1 sida, 40\u00a0kB)"
    assert label("mall.docx", 1_240_000, None) == "(Word, 1,2\u00a0MB)"


def test_only_links_to_files_of_the_folder_are_labelled() -> None:
    page = (
        '<a class="x" href="../../utskrift/a.pdf">A</a> <a href="../a.pdf">B</a> <a href="https://x.se/utskrift/">C</a>'
    )
    made = with_labels(page, "utskrift", {"a.pdf": "(PDF)"})
    assert made == page.replace(">A<", '>A <span class="filuppgift">(PDF)</span><')


def links(page: Element) -> list[Element]:
    return [
        found for found in page.walk() if found.tag == "a" and _LINK.search(f'href="{found.attributes.get("href")}"')
    ]


def test_every_link_to_a_file_on_every_page_says_type_pages_and_size(site: Path) -> None:
    pages = {path.name: len(pikepdf.open(path).pages) for path in (site / "utskrift").glob("*.pdf")}
    checked = 0
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        if not _LINK.search(html):
            continue
        tree = parse(html)
        in_table = {id(link) for row in tree.walk() if row.tag == "th" for link in links(row)}
        english = path.is_relative_to(site / "en")
        one, several = ("page", "pages") if english else ("sida", "sidor")
        for link in links(tree):
            if id(link) in in_table:
                continue
            folder, name = link.attributes["href"].split("/")[-2:]
            with speaking("en" if english else "sv"):
                size = size_text((site / folder / name).stat().st_size)
            many = pages.get(name, 0)
            told = f"{many} {one if many == 1 else several}, {size}" if many else size
            kind = {"pdf": "PDF", "docx": "Word", "zip": "zip"}[name.rpartition(".")[2]]
            assert link.text().endswith(f" ({kind}, {told})"), (path, link.text())
            checked += 1
    assert checked > 200


@pytest.mark.parametrize(
    ("size", "text"),
    [(1, "1 kB"), (84_400, "84 kB"), (999_400, "999 kB"), (1_250_000, "1,2 MB"), (12_000_000, "12 MB")],
)
def test_a_size_is_told_in_the_unit_that_fits(size: int, text: str) -> None:
    assert size_text(size).replace("\u00a0", " ") == text


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/bilda-en-grupp/", "vagledning-bilda-en-grupp.pdf"),
        ("/bilda-en-grupp/mall-overenskommelse/", "mall-overenskommelse.docx"),
        ("/bilda-en-grupp/checklista-forsta-motet/", "checklista-forsta-motet.pdf"),
        ("/bilda-en-grupp/moten-och-arbetsformer/", "dagordning.docx"),
        ("/om-bestallargrupper/pa-en-sida/", "pa-en-sida.pdf"),
        ("/lattlast/", "lattlast.pdf"),
    ],
)
def test_a_page_offers_its_own_file_before_its_text(site: Path, address: str, file: str) -> None:
    html = (site / address.strip("/") / "index.html").read_text("utf-8")
    assert html.index(f"utskrift/{file}") < html.index('<div class="text">')


def test_a_page_without_a_file_of_its_own_offers_none_at_its_top(site: Path) -> None:
    page = parse((site / "bilda-en-grupp" / "finansiering" / "index.html").read_text("utf-8"))
    assert page.find("ul", "hamta") is None
