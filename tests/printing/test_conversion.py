"""The conversion of pages: what it keeps, what it refuses, and that text never becomes markup."""

import base64
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from macros.printing.book import Section, section_guide
from macros.printing.convert import blocks
from macros.printing.edition import Edition
from macros.printing.inline import Place, Source, UnknownElementError
from macros.printing.layout import prepared, split, styled
from macros.printing.site_pages import Chapter
from macros.printing.typesetting import Job, key_of, make
from macros.site.html_tree import parse
from tests.printing.pdf_text import PdfText

SOURCE = Source("docs/om/sida.md", "---\ntitle: Sida\n---\n\nEtt stycke.\n\nSe hur *filmen* visar det.\n")
EDITION = Edition(date(2026, 11, 23), "0.1.0")


ONE_PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAHLCMmQAAAABJRU5ErkJggg=="
)


def converted(html: str) -> list[dict[str, Any]]:
    return blocks(parse(html), Place("/om/sida/", "om/sida/index.html", SOURCE, lambda _address: ONE_PIXEL))


def chapter(html: str, *notes: dict[str, Any]) -> Chapter:
    return Chapter("/om/sida/", "Sida", "Om sidan.", [], "2026-11-23", "sv", converted(html), notes, "vagledning")


def printed(tmp_path: Path, html: str, *notes: dict[str, Any]) -> PdfText:
    made = make(Job("prov.pdf", "bok.typ", section_guide(Section("Del", "/om/", [chapter(html, *notes)]), EDITION)))
    path = tmp_path / "prov.pdf"
    path.write_bytes(made.content)
    return PdfText(path)


@pytest.mark.parametrize(
    "html",
    [
        "<p>Text <video>Se hur filmen visar det.</video></p>",
        "<iframe>Se hur filmen visar det.</iframe>",
        "<ul><p>Se hur filmen visar det.</p></ul>",
        "<table><tr><td colspan='2'>Se hur filmen visar det.</td></tr></table>",
        "<p>Bild i texten: <img src='a.png' alt='Se hur filmen visar det.'></p>",
        "<p><img src='a.svg' alt='Se hur filmen visar det.'></p>",
    ],
    ids=["i-text", "block", "i-lista", "sammanslagen-cell", "bild-i-text", "bildslag"],
)
def test_an_unknown_element_stops_with_the_file_and_line_that_a_contributor_edits(html: str) -> None:
    with pytest.raises(UnknownElementError, match=r"^docs/om/sida\.md:7: fel: "):
        converted(f"<p>ett</p>\n<p>två</p>\n{html}")


def test_an_unknown_element_of_a_page_without_source_stops_with_the_built_page_and_line() -> None:
    with pytest.raises(UnknownElementError, match=r"^om/sida/index\.html:2: fel: "):
        blocks(parse("<p>ett</p>\n<iframe></iframe>"), Place("/om/sida/", "om/sida/index.html"))


def test_a_picture_that_stands_alone_is_set_with_its_description(tmp_path: Path) -> None:
    values = section_guide(Section("Del", "/om/", [chapter('<p><img src="ett.png" alt="En pil."></p>')]), EDITION)
    made = make(Job("prov.pdf", "bok.typ", values))
    (tmp_path / "prov.pdf").write_bytes(made.content)
    with pikepdf.open(tmp_path / "prov.pdf") as pdf:
        tags = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure"]
        assert [str(figure.Alt) for figure in tags] == ["En pil."]


def test_words_of_running_text_are_whole_and_those_of_narrow_cells_are_divided(tmp_path: Path) -> None:
    long = "ledningsnätsförnyelseplanering"
    row = f"<tr>{''.join(f'<td>{long}</td>' for _ in range(7))}</tr>"
    head = f"<tr>{''.join(f'<th>Rubrik {n}</th>' for n in range(7))}</tr>"
    values = section_guide(
        Section("Del", "/om/", [chapter(f"<p>{(long + ' ') * 40}</p><table>{head}{row}</table>")]), EDITION
    )
    (tmp_path / "prov.pdf").write_bytes(make(Job("prov.pdf", "bok.typ", values)).content)
    shown = subprocess.run(
        ["pdftotext", "-raw", str(tmp_path / "prov.pdf"), "-"], capture_output=True, check=True
    ).stdout
    assert shown.decode().count(long) == 40


def test_what_needs_a_script_is_left_out() -> None:
    assert converted('<p>Kvar</p><div class="bara-skript"><button>Välj</button></div>') == [{"k": "p", "i": ["Kvar"]}]


def test_text_is_never_read_as_markup(tmp_path: Path) -> None:
    text = '#panic("nej") *stjärnor* _streck_ $x$ &lt;etikett&gt; @hänvisning [klammer] \\ // kommentar'
    shown = " ".join(printed(tmp_path, f"<p>{text}</p>").text.split())
    assert '#panic("nej") *stjärnor* _streck_ $x$ <etikett> @hänvisning [klammer] \\ // kommentar' in shown


def test_code_is_printed_sign_for_sign(tmp_path: Path) -> None:
    shown = printed(tmp_path, "<p>Filen <code>CODEOWNERS</code> och <code>se LOU</code></p>")
    assert "filen codeowners och se lou" in " ".join(shown.text.split())


def test_a_chapter_keeps_every_kind_of_block(tmp_path: Path) -> None:
    html = """<h2 id="a">Avdelning</h2>
    <p>Löpande <strong>fet</strong> <em>kursiv</em> <code>kod</code> <sub>nere</sub></p>
    <ul><li>punkt<ul><li>underpunkt</li></ul></li></ul><ol><li>steg</li></ol>
    <ul class="checklista"><li><label><input type="checkbox"> bocka</label></li></ul>
    <dl><dt>term</dt><dd>förklaring</dd></dl><blockquote><p>citat</p></blockquote><pre><code>rad ett</code></pre>
    <div class="admonition tips"><p class="admonition-title">Tipsrubrik</p><p>tipstext</p></div>
    <details><summary>Sammandrag</summary><p>innehåll</p></details>
    <table><caption>Tabellnamn</caption><thead><tr><th>huvud</th><th>två</th></tr></thead>
    <tbody><tr><th>radnamn</th><td><div class="uppgift">
    <span class="svar svar-ja">Ja</span> <span class="ar">(2011)</span></div></td></tr></tbody></table>"""
    shown = printed(tmp_path, html)
    for word in [
        "avdelning",
        "löpande",
        "fet",
        "kursiv",
        "kod",
        "nere",
        "punkt",
        "underpunkt",
        "steg",
        "bocka",
        "term",
        "förklaring",
        "citat",
        "rad",
        "tipsrubrik",
        "tipstext",
        "sammandrag",
        "innehåll",
        "tabellnamn",
        "huvud",
        "radnamn",
        "ja",
        "2011",
    ]:
        assert shown.holds(word), word


def test_a_source_is_a_footnote_once_and_referred_to_again(tmp_path: Path) -> None:
    note = '<sup class="kallnot"><a href="#kalla-1">1</a></sup>'
    source = {"key": "k", "i": ["Källans titel"], "url": ""}
    shown = printed(tmp_path, f"<p>Ett{note}.</p><p>Två{note}.</p>", source)
    assert shown.text.count("källans titel") == 1


def test_a_link_in_the_product_gets_a_page_and_another_its_address(tmp_path: Path) -> None:
    html = '<p>Läs <a href="../annan/">annan sida</a>.</p>'
    assert "annan sida /om/annan/" in " ".join(printed(tmp_path, html).text.split())
    inside = prepared(converted(html), {"/om/annan/"}, "/om/sida/", "")
    assert inside[0]["i"][1]["lab"] == "/om/annan/"
    assert inside[0]["i"][1]["ref"]


def test_capitals_inside_a_name_keep_it_whole() -> None:
    assert converted("<p>I BeBo och LOU, men Belok</p>")[0]["i"] == [
        "I ",
        {"k": "namn", "i": ["BeBo"]},
        " och ",
        {"k": "namn", "i": ["LOU"]},
        ", men Belok",
    ]


def test_a_wide_table_is_divided_evenly_with_its_first_column_repeated() -> None:
    row = [[{"k": "p", "i": [str(number)]}] for number in range(14)]
    parts = split({"k": "table", "head": [row], "rows": [row]}, 5)
    assert [[cell[0]["i"][0] for cell in part["head"][0]] for part in parts] == [
        ["0", "1", "2", "3", "4", "5"],
        ["0", "6", "7", "8", "9", "10"],
        ["0", "11", "12", "13"],
    ]


def test_the_same_content_gives_the_same_bytes() -> None:
    job = Job("prov.pdf", "bok.typ", section_guide(Section("Del", "/om/", [chapter("<p>Text</p>")]), EDITION))
    assert make(job).content == make(job).content


def test_the_cache_key_follows_the_content() -> None:
    first, second = (
        Job("prov.pdf", "bok.typ", section_guide(Section("Del", "/om/", [chapter(f"<p>{text}</p>")]), EDITION))
        for text in ("ett", "två")
    )
    assert key_of(first) != key_of(second)
    assert key_of(first) == key_of(first)


def test_a_figure_without_a_width_of_its_own_is_no_taller_than_a_sheet() -> None:
    for height in (200, 1200):
        made = styled(f'<svg width="100%" height="{height}" role="img"><rect/></svg>')
        width = int(made.partition('width="')[2].partition('"')[0])
        assert width >= 640
        assert height / width <= 1.25 + 0.01
