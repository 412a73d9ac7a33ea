"""Every record has its page, and every fact on it shows its source. All records, no sample."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from macros.facts.cells import cell, criteria_for
from macros.facts.figure_words import figure_text
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.text_rules import citations
from macros.pages.records import RECORD_KINDS
from tests.cases import real_bank

BANK = real_bank()
ALL = [(kind, identifier) for kind in RECORD_KINDS for identifier in BANK.records(kind)]
CODE = re.compile(r"<(pre|code)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")


def text_of(html: str) -> str:
    """The words of a page with white space folded."""
    return re.sub(r"\s+", " ", unescape(TAG.sub("", html)))


def page_of(site: Path, kind: str, identifier: str) -> str:
    return (site / str(KINDS[kind].page_folder) / identifier / "index.html").read_text("utf-8")


@pytest.mark.parametrize(("kind", "identifier"), ALL, ids=[f"{kind}-{identifier}" for kind, identifier in ALL])
def test_record_page_shows_every_fact_with_its_sources(
    site: Path, bank: Kunskapsbank, kind: str, identifier: str
) -> None:
    html = page_of(site, kind, identifier)
    shown = text_of(html)
    record: Any = bank.records(kind)[identifier]
    listed = set(re.findall(r'data-kalla="([a-z0-9-]+)"', html))
    for _, criterion in criteria_for(bank, kind):
        found = cell(record, criterion)
        for entry in found.entries:
            assert re.sub(r"\s+", " ", entry.text) in shown, criterion.namn
            assert set(entry.sources) <= listed, (criterion.namn, entry.sources)
            assert not entry.year or entry.year in shown
        if found.status == "saknas":
            assert (criterion.i_mening or criterion.namn).lower() in shown.lower()
    for figure in getattr(record, "siffror", ()):
        assert re.sub(r"\s+", " ", figure_text(figure)) in shown
        assert set(figure.kallor) <= listed
    for section in getattr(record, "berattelse", ()):
        assert set(citations(section.text)) <= listed


def test_every_source_note_leads_to_an_entry_of_the_page_list(site: Path) -> None:
    for path in site.rglob("index.html"):
        html = path.read_text("utf-8")
        notes = set(re.findall(r'href="#(kalla-\d+)"', html))
        entries = set(re.findall(r'<li id="(kalla-\d+)"', html))
        assert notes == entries, path


def test_no_citation_mark_is_left_for_readers(site: Path) -> None:
    for path in site.rglob("index.html"):
        assert "[@" not in text_of(CODE.sub("", path.read_text("utf-8"))), path


def test_the_three_groups_of_the_seed_are_told_in_depth(bank: Kunskapsbank) -> None:
    for identifier in ("bebo", "belok", "4s-ledningsnat"):
        group = bank.grupp[identifier]
        assert set(group.kannetecken) == set(bank.kannetecken)
        assert set(group.framgangsfaktorer) == set(bank.framgangsfaktor)
        assert len(group.berattelse) >= 3
        assert len(group.handelser) >= 2


def test_the_register_is_complete_and_every_source_has_an_entry(site: Path, bank: Kunskapsbank) -> None:
    html = (site / "kallor" / "index.html").read_text("utf-8")
    assert set(re.findall(r'<li id="([a-z0-9-]+)">', html)) == set(bank.kalla)


def test_the_glossary_explains_every_term(site: Path, bank: Kunskapsbank) -> None:
    html = (site / "ordlista" / "index.html").read_text("utf-8")
    assert set(re.findall(r'<h3 class="begrepp" id="([a-z0-9-]+)">', html)) == set(bank.begrepp)
    shown = text_of(html)
    for term in bank.begrepp.values():
        assert re.sub(r"\s+", " ", term.forklaring) in shown


def test_the_index_lists_every_page(site: Path) -> None:
    html = (site / "a-o" / "index.html").read_text("utf-8")
    linked = {address.split("#")[0] for address in re.findall(r'href="\.\./([^"]*)"', html)}
    english = (site / "en" / "a-z" / "index.html").read_text("utf-8")
    linked |= {f"en/{address.split('#')[0]}" for address in re.findall(r'href="\.\./(?:\.\./en/)?([^"]*)"', english)}
    pages = {path.parent.relative_to(site).as_posix() + "/" for path in site.rglob("index.html")}
    moved = {
        address for address in pages if 'http-equiv="refresh"' in (site / address / "index.html").read_text("utf-8")
    }
    # Without an address to write to, nothing leads to the page of contacts.
    without_a_way = {"om/kontakt/", "en/about/contact/"}
    assert pages - linked - moved - {"./", "a-o/", "en/", "en/a-z/"} <= without_a_way
