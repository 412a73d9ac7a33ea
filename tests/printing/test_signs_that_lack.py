"""A sign that the typefaces of print lack never stops the site: print shows a square there, Word the sign."""

import io
import json
import zipfile
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from macros.kunskapsbank import Kunskapsbank
from macros.language.glyphs import STAND_IN, can_be_drawn, drawable
from macros.printing.book import Section, section_guide
from macros.printing.convert import blocks
from macros.printing.edition import Edition
from macros.printing.inline import Place
from macros.printing.site_pages import Chapter
from macros.printing.typesetting import Job, data_of, make, make_all
from macros.printing.word_document import filled_in
from macros.site.html_tree import parse
from tests.printing.pdf_text import PdfText

EDITION = Edition(date(2026, 11, 23), "0.1.0")


def _job(text: str) -> Job:
    made = blocks(parse(f"<p>{text}</p>"), Place("/om/sida/", "om/sida/index.html"))
    chapter = Chapter("/om/sida/", f"Sida {text}", "Om sidan.", [], "2026-11-23", "sv", made, [], "vagledning")
    return Job("prov.pdf", "bok.typ", section_guide(Section("Del", "/om/", [chapter]), EDITION))


@pytest.mark.parametrize("sign", ["😀", "中", "👍🏽", "\ue000"])
def test_a_sign_that_is_lacking_is_a_square_in_print(sign: str, tmp_path: Path) -> None:
    assert not can_be_drawn(sign[0])
    path = tmp_path / "prov.pdf"
    path.write_bytes(make(_job(f"Före {sign} efter")).content)
    text = PdfText(path).text
    assert f"före {STAND_IN}" in text
    assert "efter" in text


def test_signs_that_can_be_drawn_stay() -> None:
    assert can_be_drawn(STAND_IN)
    kept = "Åäö é ”–” ≤ → ☎ שלום n\u0304"
    assert drawable({"a": [kept, 1, None], "b": ("x😀y",)}) == {"a": [kept, 1, None], "b": [f"x{STAND_IN}y"]}
    assert json.loads(data_of(_job("rad\n\u0304 ny"))) is not None


def test_the_last_edition_is_shown_in_a_hurry_and_only_then(tmp_path: Path) -> None:
    first = make_all([_job("Första")], tmp_path)
    second = _job("Andra")
    assert make_all([second], tmp_path, hurry=True) == first
    assert make_all([second], tmp_path) != first


def _word(html: str) -> bytes:
    return filled_in("Mall", "Om mallen.", blocks(parse(html), Place("/om/mall/", "om/mall/index.html")), EDITION)


def test_a_template_ends_before_the_advice_to_the_reader_of_the_site() -> None:
    made = _word("<h2>Mallen</h2><p>Fyll i [ange namn].</p><h2>Så använder ni den</h2><p>Ett råd.</p>")
    words = "\n".join(each.text for each in Document(io.BytesIO(made)).paragraphs)
    assert "Mallen" in words
    assert "Så använder" not in words
    assert "Ett råd" not in words


def test_a_document_says_nothing_of_another_program() -> None:
    with zipfile.ZipFile(io.BytesIO(_word("<h2>Ett</h2><p>Text.</p><h2>Två</h2>"))) as made:
        assert not [name for name in made.namelist() if "thumbnail" in name]
        assert not [name for name in made.namelist() if b"Macintosh" in made.read(name)]


def test_every_text_of_the_records_can_be_set(bank: Kunskapsbank) -> None:
    for kind in ("grupp", "norm", "projekt"):
        for record in bank.records(kind).values():
            assert drawable(record.model_dump_json()) == record.model_dump_json()
