"""What of a built page can be found."""

from datetime import date
from pathlib import Path

import pytest

from macros.pages.print_list import PLACE
from macros.pages.print_products import Product
from macros.printing.listing import Printed, list_html
from macros.search.documents import Document, read_page, read_site
from macros.site.pages import BuiltSite
from macros.site.tree import parse

PAGE = """<!doctype html><html><head>
<meta name="description" content="Så betalar ni."><meta name="kb:slag" content="vagledning">
<meta name="kb:sokord" content="vem betalar; budget, avgift"></head>
<body><header>Sidhuvudet<form><label>Sök</label></form></header>
<main id="innehall"><nav>Brödsmulor</nav><h1>Finansi&shy;ering</h1><p class="ingress">Så betalar ni.</p>
<div class="text">{text}</div><p>Senast ändrad</p></main><footer>Sidfot</footer></body></html>"""


def read(text: str) -> Document:
    return read_page(parse(PAGE.replace("{text}", text)), "finansiering/")


def all_text(document: Document) -> str:
    return " ".join(f"{part.heading} {part.text}" for part in document.sections)


def test_title_summary_kind_and_search_words_are_read() -> None:
    page = read("<p>Text.</p>")
    assert (page.title, page.summary, page.kind) == ("Finansiering", "Så betalar ni.", "vagledning")
    assert page.search_words == ("vem betalar", "budget, avgift")


def test_only_the_text_of_the_page_is_read() -> None:
    assert all_text(read("<p>Text.</p>")).strip() == "Text."


def test_headings_with_an_id_start_a_section_that_can_be_linked_to() -> None:
    page = read('<p>Först.</p><h2 id="avgift">Avgift</h2><p>En krona.</p><h3 id="stod">Stöd</h3><p>Mycket.</p>')
    assert [(part.anchor, part.heading, part.text) for part in page.sections] == [
        ("", "", "Först."),
        ("avgift", "Avgift", "En krona."),
        ("stod", "Stöd", "Mycket."),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<nav>Gömd</nav>",
        "<sup><a href='#1'>Gömd</a></sup>",
        "<section class='kallista'><h2 id='kallor'>Gömd</h2><p>Gömd</p></section>",
        "<p data-sok='nej'>Gömd</p>",
        "<p hidden>Gömd</p>",
        "<p>Skriv <code>Gömd</code></p>",
        "<h2 id='x' data-sok='nej'>Gömd</h2><p>Gömd</p>",
        "<table class='fakta'><tr><th scope='row'>Gömd</th><td>Synlig</td></tr></table>",
        "<table><tr><th>Gömd</th><td><span class='svar-saknas'>Gömd</span></td></tr></table>",
    ],
)
def test_what_says_nothing_about_the_page_is_left_out(hidden: str) -> None:
    assert "Gömd" not in all_text(read(f"<p>Före.</p>{hidden}"))


def test_what_follows_a_part_that_is_left_out_is_read() -> None:
    assert "Efter." in all_text(read("<nav>Gömd<br></nav><p>Efter.</p>"))


def test_a_row_with_an_answer_keeps_its_name() -> None:
    assert "Avgift Ingen" in all_text(read("<table><tr><th>Avgift</th><td>Ingen</td></tr></table>"))


def test_words_in_neighbouring_elements_stay_apart_and_marked_letters_stay_together() -> None:
    assert all_text(read("<ul><li>ett</li><li>två</li></ul><p>Be<b>Bo</b>s</p>")).split() == ["ett", "två", "BeBos"]


def test_a_page_without_title_or_text_or_that_robots_may_not_list_is_no_document(tmp_path: Path) -> None:
    pages = {
        "a": PAGE.replace("{text}", "Text."),
        "b": "<main id='innehall'><div class='text'>Utan rubrik</div></main>",
        "c": PAGE.replace("<head>", '<head><meta name="robots" content="noindex">'),
        "e": PAGE.replace("{text}", ""),
        "d": PAGE.replace("<head>", '<head><meta http-equiv="refresh" content="0; url=a/">'),
    }
    for name, html in pages.items():
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(html, "utf-8")
    assert [page.address for page in read_site(BuiltSite(tmp_path))] == ["a/"]


def test_rows_of_a_table_are_parted_so_that_a_quotation_does_not_read_as_one_sentence() -> None:
    said = {"Land": "Sverige", "År": "2012.", "Mål": "bättre rör"}
    rows = "".join(f"<tr><th>{name}</th><td>{value}</td></tr>" for name, value in said.items())
    page = read(f'<table class="fakta"><caption>I korthet</caption>{rows}</table><p>Text.</p>')
    assert all_text(page).strip() == "I korthet: Sverige; 2012. bättre rör; Text."


def test_the_name_of_a_row_is_quoted_with_its_value_but_not_searched() -> None:
    rows = "<tr><th scope='row'>Huvudman</th><td>SKL</td></tr><tr><th scope='row'>Avgift</th><td hidden>x</td></tr>"
    head = "<thead><tr><th>Uppgift</th><th>Värde</th></tr></thead>"
    (section,) = read(f'<table class="fakta">{head}<tbody>{rows}</tbody></table>').sections
    assert section.text == "SKL;"
    assert section.quoted == "Huvudman: SKL;"
    assert read("<p>Text.</p>").sections[0].quoted == ""


def test_the_list_of_prints_is_not_searched_so_that_it_can_be_filled_in_later() -> None:
    files = list_html({Product("bok.pdf", "En bok", "hela"): Printed("bok.pdf", b"%PDF", 3, date(2026, 11, 23))})
    assert "En bok" in files
    before, after = (read(f'<h2 id="a">Filer</h2><p>Här.</p>{each}<h2 id="b">Mer</h2>') for each in (PLACE, files))
    assert "Här." in all_text(before)
    assert before.sections == after.sections
