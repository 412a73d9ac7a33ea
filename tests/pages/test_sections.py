"""Long lists in sections: every entry on one page of its own section, and the old address leads to each, by anchor."""

from collections.abc import Sequence
from typing import Any

import pytest

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.pages.indexes import index_page, records_of
from macros.pages.lists import MOST_USES, IndexEntry, a_to_o_pages, glossary_pages, source_pages, source_uses
from macros.pages.page import Page
from macros.pages.sections import MOST_CARDS, MOST_ENTRIES, MOST_LINES
from macros.pages.site import generated_pages


def _many(bank: Kunskapsbank, kind: str, count: int) -> Kunskapsbank:
    """The bank with `count` records of a kind: the real ones, and copies of them under names of their own."""
    real: list[tuple[str, Any]] = list(bank.records(kind).items())
    named = "titel" if kind == "kalla" else "namn"
    copies = dict(real)
    for number in range(count - len(real)):
        key, record = real[number % len(real)]
        copies[f"{key}-{number:04}"] = record.model_copy(update={named: f"{getattr(record, named)} {number:04}"})
    return bank.with_records(**{kind: copies})


def _check(pages: Sequence[Page], identifiers: Sequence[str], mark: str) -> None:
    """Each record stands in full in one section, and by name at the old address, where its anchor is."""
    lead, *sections = [page for page in pages if page.kind != "flyttad"]
    assert len(sections) > 1
    assert len({page.source for page in pages}) == len(pages)
    for identifier in identifiers:
        assert f'id="{identifier}"' in lead.body
        (own,) = [page for page in sections if mark.format(identifier) in page.body]
        assert f'href="{own.address}#{identifier}"' in lead.body
    assert all("data-filtrera" in page.body for page in (lead, *sections))
    assert all('aria-current="page"' in page.body for page in sections)


def test_terms_have_pages_by_letter_when_they_are_many(bank: Kunskapsbank) -> None:
    assert len(glossary_pages(_many(bank, "begrepp", MOST_ENTRIES))) == 1
    larger = _many(bank, "begrepp", MOST_ENTRIES + 1)
    _check(glossary_pages(larger), list(larger.begrepp), "{{: #{0} .begrepp }}")


def test_sources_have_pages_by_kind_when_they_are_many(bank: Kunskapsbank) -> None:
    uses = dict.fromkeys(_many(bank, "kalla", MOST_ENTRIES * 2).kalla, ())
    assert len(source_pages(_many(bank, "kalla", MOST_ENTRIES), uses)) == 1
    larger = _many(bank, "kalla", MOST_ENTRIES * 2)
    pages = source_pages(larger, uses)
    _check(pages, list(larger.kalla), '<li id="{0}"')
    assert max(page.body.count("<li id=") for page in pages[1:]) <= MOST_ENTRIES / 2
    # What was a section when there were fewer leads to the register.
    left = [page for page in pages if page.kind == "flyttad"]
    assert left
    assert {page.meta["flyttad_till"] for page in left} == {pages[0].address}
    fewer = source_pages(_many(bank, "kalla", MOST_ENTRIES + 1), uses)
    assert {page.address for page in fewer} <= {page.address for page in pages}


def test_a_source_names_some_of_the_pages_that_use_it_and_counts_the_others(bank: Kunskapsbank) -> None:
    key = next(iter(bank.kalla))
    pages = [(IndexEntry(f"Sida {number:03}", f"/sida-{number}/", "vagledning"), f"[@{key}]") for number in range(100)]
    body = source_pages(bank, source_uses(pages, bank.kalla))[0].body
    assert body.count("/sida-") == MOST_USES
    assert str(100 - MOST_USES) in body


def test_the_index_has_a_page_a_letter_when_its_lines_are_many(bank: Kunskapsbank) -> None:
    entries = [IndexEntry(f"{'ABÅ'[number % 3]} {number}", f"/sida-{number}/", "grupp") for number in range(MOST_LINES)]
    lead, *letters = a_to_o_pages(bank, entries)
    assert a_to_o_pages(bank.with_records(begrepp={}), entries[:-1])[1:] == ()
    for page in letters:
        assert f'href="{page.address}"' in lead.body
        assert "data-filtrera" in page.body
    for number in range(MOST_LINES):
        assert sum(f'"/sida-{number}/"' in page.body for page in letters) == 1
    assert "/sida-" not in lead.body


@pytest.mark.parametrize("name", ["grupper", "utomlands", "normer", "exempel"])
def test_cards_have_pages_by_area_when_they_are_many(name: str, bank: Kunskapsbank) -> None:
    kind, shown = next((kind, each) for kind in KINDS.values() for each in kind.lists if each.name == name)
    larger = _many(bank, kind.name, MOST_CARDS * 5)
    lead, *parts = [page for page in index_page(larger, kind, shown) if page.kind != "flyttad"]
    listed = records_of(larger, kind, shown)
    assert len(listed) > MOST_CARDS
    assert parts
    for page in parts:
        assert f'href="{page.address}"' in lead.body
        assert 0 < page.body.count("kort-post") <= MOST_CARDS
    for key in listed:
        address = f'href="{kind.page_of(key)}"'
        assert lead.body.count(address) == 1
        assert any(address in page.body for page in parts)


def test_what_leads_on_stands_in_no_index(bank: Kunskapsbank) -> None:
    larger = _many(bank, "kalla", MOST_ENTRIES * 2)
    made = generated_pages(larger, ())
    left = [page for page in made if page.kind == "flyttad"]
    assert left
    indexes = [page for page in made if page.address.startswith("/a-o/")]
    assert indexes
    assert not any(f'"{page.address}"' in index.body for page in left for index in indexes)
