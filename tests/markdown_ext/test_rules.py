"""The rules for every page, as a reader meets them, through Python-Markdown alone."""

import re

import markdown
import pytest
from markdown.extensions import Extension

from tests.markdown_ext.rules import OWN

EXTENSIONS: list[str | Extension] = ["admonition", "attr_list", "def_list", "md_in_html", "tables", "toc", OWN]


def convert(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def test_sources_are_numbered_in_reading_order_and_listed_once() -> None:
    html = convert("Ett [@bebo-hist]. Två [@uhm-4s; @bebo-hist].")
    assert re.findall(r'href="#kalla-(\d)"', html) == ["1", "2", "1"]
    assert re.findall(r'<li id="kalla-(\d)" data-kalla="([\w-]+)"', html) == [("1", "bebo-hist"), ("2", "uhm-4s")]


def test_sources_in_html_tables_share_the_numbering() -> None:
    html = convert("Ett [@bebo-hist].\n\n<table><tr><td>x [@uhm-4s]</td></tr></table>\n\nTre [@bebo-hist].")
    assert re.findall(r'href="#kalla-(\d)"', html) == ["1", "2", "1"]


def test_code_is_shown_as_written() -> None:
    assert "<code>[@bebo-hist]</code>" in convert("Skriv `[@bebo-hist]`.")


def test_a_page_without_sources_has_no_list() -> None:
    assert "kallista" not in convert("Bara text.")


@pytest.mark.parametrize("form", ["ramavtal", "Ramavtalet", "ramavtalen"])
def test_a_term_is_linked_in_any_inflected_form(form: str) -> None:
    html = convert(f"Ett {form} gäller.")
    assert f'href="/ordlista.md#ramavtal">{form}</a>' in html
    assert 'data-forklaring="' in html


def test_a_term_is_linked_once_and_never_in_headings_links_or_sources() -> None:
    html = convert("## Ramavtal\n\n[ramavtal](/a.md) och ramavtal och ramavtal [@lou].")
    assert html.count('class="begrepp"') == 1
    assert '<h2 id="ramavtal">Ramavtal</h2>' in html
    assert "[@" not in html


def test_a_word_in_the_name_of_a_group_is_not_a_term() -> None:
    html = convert("4S Ledningsnät äger inte varje ledningsnät.")
    assert re.findall(r'class="begrepp"[^>]*>([^<]*)<', html) == ["ledningsnät"]


def test_part_of_a_longer_word_is_not_a_term() -> None:
    assert 'class="begrepp"' not in convert("Ramavtalsleverantörsregister och xramavtal.")


def test_a_table_gets_caption_scopes_and_a_named_region() -> None:
    html = convert("Tabell: Vem gör vad\n\n| Vem | Vad |\n|---|--:|\n| A | 1 |\n")
    assert '<div aria-labelledby="tabell-md-1" class="tabellyta" role="region" tabindex="0">' in html
    assert '<caption id="tabell-md-1">Vem gör vad</caption>' in html
    assert '<th scope="row">A</th>' in html
    assert '<th scope="col">Vem</th>' in html
    assert "style=" not in html
    assert "Tabell:" not in html


def test_checklists_have_labelled_boxes() -> None:
    html = convert("- [ ] Gör **det** här\n- [ ] Sedan det\n")
    assert html.count('<label><input type="checkbox" />') == 2
    assert "<strong>det</strong> här</label>" in html


def test_a_common_list_stays_a_list() -> None:
    assert "checkbox" not in convert("- [text](/a.md)\n- annat\n")
