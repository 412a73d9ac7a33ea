"""Pages from records, without any site engine."""

from pathlib import Path
from typing import Any

import pytest

from macros.addresses import address_of
from macros.drawing import as_line, as_markdown
from macros.engine.context import a_year_later, dated, relative_links
from macros.facts.cells import cell, criteria_for, unknown_labels
from macros.facts.figure_words import figure_year
from macros.guidance.pages import guidance_pages
from macros.kunskapsbank import Kunskapsbank
from macros.model.base import UNKNOWN
from macros.ord import words
from macros.own_files import plain_yaml
from macros.pages.english import english_pages
from macros.pages.navigation import Menu, menu
from macros.pages.related import related
from macros.pages.site import generated_pages
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("source", "address"),
    [("index.md", "/"), ("grupper/index.md", "/grupper/"), ("grupper/bebo.md", "/grupper/bebo/"), ("a-o.md", "/a-o/")],
)
def test_addresses(source: str, address: str) -> None:
    assert address_of(source) == address


def test_every_generated_page_has_title_summary_and_one_address(bank: Kunskapsbank) -> None:
    pages = generated_pages(bank, guidance_pages(ROOT / "docs"))
    assert len({page.address for page in pages}) == len(pages)
    for page in pages:
        assert page.title
        assert 20 <= len(page.summary) <= 220 or page.kind == "flyttad", page.source


def test_pages_of_records_open_their_data_file_for_editing(bank: Kunskapsbank) -> None:
    for page in generated_pages(bank, ()):
        if "post" in page.meta:
            assert page.edit
            assert (ROOT / page.edit).is_file()


def test_template_marks_in_a_record_are_only_text() -> None:
    assert "render_macros: false" in _page_with("{{ 7 * 7 }}")
    assert "{{ 7 * 7 }}" in _page_with("{{ 7 * 7 }}")


def _page_with(text: str) -> str:
    from macros.pages.page import Page  # noqa: PLC0415

    return Page("a.md", "T", "S", text, "grupp").markdown


def test_html_in_a_record_is_only_text() -> None:
    assert as_markdown("<script>a & b</script>") == "&lt;script>a &amp; b&lt;/script>"
    assert as_line("*a* [b](c) <i>") == r"\*a\* \[b\]\(c\) &lt;i>"


def test_related_links_go_both_ways(bank: Kunskapsbank) -> None:
    texts = words()["relationer"]
    for identifier, project in bank.projekt.items():
        for kind, names in (("grupp", project.grupper), ("norm", project.normer)):
            for name in names:
                links = [link.address for group in related(bank, kind, name, texts) for link in group.links]
                assert f"/exempel/{identifier}/" in links


def test_every_cell_is_known_with_sources_or_says_why_not(bank: Kunskapsbank) -> None:
    for kind in ("grupp", "norm", "projekt", "samverkansform"):
        for record in bank.records(kind).values():
            for _, criterion in criteria_for(bank, kind):
                found = cell(record, criterion)
                assert found.status in {"kand", "saknas", "ej"}
                assert bool(found.entries) == (found.status == "kand")


@pytest.mark.parametrize(
    ("address", "html", "expected"),
    [
        ("/", '<a href="/a/">', '<a href="./a/">'),
        ("/a/", '<a href="/a/b/#c">', '<a href="../a/b/#c">'),
        ("/a/b/", '<img src="/x.png">', '<img src="../../x.png">'),
        ("/a/", '<a href="//other.example/">', '<a href="//other.example/">'),
        ("/a/", '<a href="https://other.example/">', '<a href="https://other.example/">'),
    ],
)
def test_links_work_in_any_folder(address: str, html: str, expected: str) -> None:
    assert relative_links(html, address) == expected


def test_dates_are_read_by_people_and_machines() -> None:
    shown = dated("2026-11-23")
    assert shown
    assert (shown.iso, shown.text) == ("2026-11-23", "23 november 2026")
    assert a_year_later("2024-02-29") == "2025-02-28"


def test_the_menu_knows_section_trail_and_neighbours() -> None:
    one, two = Menu("Ett", "/a/"), Menu("Två", "/a/b/")
    sections = (Menu("Start", "/"), Menu("A", "/a/", (one, two)))
    shown = menu(sections, "/a/b/")
    assert shown.current == sections[1]
    assert [step.address for step in shown.trail] == ["/a/"]
    assert shown.previous == one
    assert shown.following is None
    record = menu(sections, "/a/post/")
    assert record.current == sections[1]
    assert menu(sections, "/").current == sections[0]


def test_guidance_without_front_matter_is_its_text_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Text", "utf-8")
    (page,) = guidance_pages(tmp_path)
    assert (page.meta, page.body) == ({}, "Text")


def test_a_figure_without_a_year_shows_the_year_of_its_sources(bank: Kunskapsbank) -> None:
    """Its own year, else the years of its sources, else their remark; ”utan år” only without all three."""
    texts = words()["sida"]
    seen = set()
    records: list[Any] = [*bank.grupp.values(), *bank.norm.values(), *bank.projekt.values()]
    for record in records:
        for figure in record.siffror:
            shown = figure_year(bank, figure)
            sources = [bank.kalla[key] for key in figure.kallor]
            years = {str(source.ar) for source in sources if source.ar != UNKNOWN}
            remarks = {source.arkommentar for source in sources if source.arkommentar}
            if figure.avser:
                assert shown == figure.avser
            elif years or remarks:
                assert all(year in shown for year in years or remarks), (record.namn, figure.namn, shown)
                assert shown.startswith(("källan ", "källorna "))
            else:
                assert shown == texts["ar_saknas"]
            seen.add((bool(figure.avser), bool(years), bool(remarks)))
    assert {(True, True, False), (False, True, False), (False, False, True), (False, False, False)} <= seen


def test_what_is_not_known_is_one_line(bank: Kunskapsbank) -> None:
    """Each thing that is not known is named as inside a sentence, in one line after the words for it."""
    labels = unknown_labels(bank, "grupp", bank.grupp["hylok"])
    assert "startår" in labels
    assert not any(label[:1].isupper() for label in labels)
    page = next(page for page in generated_pages(bank, ()) if page.source == "grupper/hylok.md")
    assert f"</strong> {', '.join(labels)}." in page.markdown


@pytest.mark.long
def test_what_an_engine_is_told_of_a_generated_page_is_what_its_file_says(bank: Kunskapsbank) -> None:
    guidance = guidance_pages(ROOT / "docs")
    pages = (*generated_pages(bank, guidance), *english_pages(bank, guidance).pages)
    assert len(pages) > 2 * len(bank.grupp)
    for page in pages:
        head, _, body = page.markdown.removeprefix("---\n").partition("\n---\n")
        assert page.read == (body.lstrip("\n"), plain_yaml(head)), page.source
