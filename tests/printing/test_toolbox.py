"""The toolbox: each template is a page and a Word file to fill in, marked as our own advice, in one list."""

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from docx import Document

NEEDED = (
    "inbjudan",
    "anteckningar",
    "arsbudget",
    "mandat",
    "fordjupningsgrupp",
    "forstudie",
    "krav",
    "uppfoljning",
    "roller-och-arshjul",
    "risklista",
    "overenskommelse",
)


def _page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text("utf-8")


@pytest.mark.parametrize("name", NEEDED)
def test_a_template_can_be_filled_in_as_a_word_file(site: Path, name: str) -> None:
    content = (site / "utskrift" / f"mall-{name}.docx").read_bytes()
    document = Document(io.BytesIO(content))
    assert [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 1"]
    body = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert body.count("<w:sdt>") >= 3, "a template has fields to fill in"
    page = re.sub(r"<[^>]+>", "", _page(site, f"bilda-en-grupp/mall-{name}"))
    assert page.count("[ange") + page.count("[Ange") == len(re.findall(r"<w:alias", body))


@pytest.mark.parametrize("name", [name for name in NEEDED if name != "overenskommelse"])
def test_a_template_says_that_it_is_our_own_advice(site: Path, name: str) -> None:
    text = re.sub(r"<[^>]+>", "", _page(site, f"bilda-en-grupp/mall-{name}"))
    assert re.search(r"vårt eget förslag|våra egna|är vår egen", text)


def test_the_toolbox_leads_to_every_template_and_the_list_of_prints_has_its_file(site: Path) -> None:
    listed = _page(site, "bilda-en-grupp/verktygslada")
    made = {path.parent.name for path in (site / "bilda-en-grupp").glob("mall-*/index.html")}
    assert {f"mall-{name}" for name in NEEDED} == made
    for name in made:
        assert f"../{name}/" in listed
        assert f"utskrift/{name}.docx" in _page(site, "skriv-ut")


def test_the_summary_fills_one_page_on_paper_and_in_word_says_the_same(site: Path) -> None:
    with pikepdf.open(site / "utskrift" / "pa-en-sida.pdf") as made:
        assert len(made.pages) == 1
    document = Document(io.BytesIO((site / "utskrift" / "pa-en-sida.docx").read_bytes()))
    words = " ".join(each.text for each in document.paragraphs)
    for heading in re.findall(r"<h2[^>]*>(.*?)</h2>", _page(site, "om-bestallargrupper/pa-en-sida"))[:5]:
        assert re.sub(r"<[^>]+>", "", heading).strip() in words


def test_the_budget_adds_up(site: Path) -> None:
    page = re.sub(r"<[^>]+>", " ", _page(site, "bilda-en-grupp/mall-arsbudget")).replace("\u00a0", " ")
    numbers = [int(found.replace(" ", "")) for found in re.findall(r"(\d{2,3}(?: \d{3})) kr", page)]
    assert {180000, 120000, 40000, 20000, 360000} <= set(numbers)
    rows = re.findall(r"[ABC], \d+ 000 invånare\s+(\d+ 000) kr\s+(\d+ 000) kr\s+(\d+ 000) kr", page)
    columns = zip(*([int(each.replace(" ", "")) for each in row] for row in rows), strict=True)
    assert [sum(column) for column in columns] == [360000] * 3
