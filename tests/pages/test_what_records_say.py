"""What pages say of records: relations, order, structured data, dates. Fast, over all records."""

from datetime import UTC, datetime
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import ChainableUndefined, Environment, FileSystemLoader

from macros.engine.context import page_context
from macros.engine.one_build import newest_change
from macros.guidance.pages import GuidancePage
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import capital
from macros.model import KINDS
from macros.model.base import facts
from macros.model.grupp import CONTRASTS
from macros.model.kind import Listing
from macros.ord import words
from macros.pages.indexes import index_page, records_of
from macros.pages.lists import a_to_o_pages
from macros.pages.records import record_page
from macros.pages.related import related
from macros.pages.site import links_to
from tests.conftest import ROOT


def _links(bank: Kunskapsbank, kind: str, identifier: str, heading: str) -> set[str]:
    texts = words()["relationer"]
    found = {group.heading: group.links for group in related(bank, kind, identifier, texts)}
    return {link.address.split("/")[-2] for link in found.get(texts[heading], ())}


def test_a_norm_tells_what_it_builds_on_and_what_builds_on_it(bank: Kunskapsbank) -> None:
    assert any(norm.normer for norm in bank.norm.values())
    for identifier, norm in bank.norm.items():
        assert _links(bank, "norm", identifier, "bygger_pa") == set(norm.normer)
        builders = {name for name, other in bank.norm.items() if identifier in other.normer}
        assert _links(bank, "norm", identifier, "grund_for") == builders


def test_groups_and_norms_lead_to_each_other(bank: Kunskapsbank) -> None:
    for identifier, norm in bank.norm.items():
        assert _links(bank, "norm", identifier, "grupper") == set(norm.grupper)
    for identifier in bank.grupp:
        own = {name for name, norm in bank.norm.items() if identifier in norm.grupper}
        assert _links(bank, "grupp", identifier, "normer") == own


def test_an_example_leads_to_all_that_it_names(bank: Kunskapsbank) -> None:
    for identifier, project in bank.projekt.items():
        assert _links(bank, "projekt", identifier, "normer") == set(project.normer)
        assert _links(bank, "projekt", identifier, "grupper") == set(project.grupper)


@pytest.mark.parametrize("listing", KINDS["grupp"].lists)
def test_groups_for_contrast_stand_after_the_others(listing: Listing, bank: Kunskapsbank) -> None:
    body = next(index_page(bank, KINDS["grupp"], listing)).body
    records = records_of(bank, KINDS["grupp"], listing)
    order = sorted(records, key=lambda name: body.index(f"/grupper/{name}"))
    is_contrast = [bank.grupp[name].slag in CONTRASTS for name in order]
    assert is_contrast == sorted(is_contrast)
    assert {True, False} == set(is_contrast)


def test_structured_data_says_the_founding_year_of_the_record(bank: Kunskapsbank) -> None:
    for identifier, group in bank.grupp.items():
        data: Any = record_page(bank, "grupp", identifier).meta["jsonld"]
        told = data.get("foundingDate")
        years = [str(fact.varde) for fact in facts(group.bildad)]
        assert told == (years[0] if years else None)


def test_synonyms_lead_to_their_term_in_the_index(bank: Kunskapsbank) -> None:
    body = a_to_o_pages(bank, ())[0].body
    for identifier, term in bank.begrepp.items():
        for synonym in term.synonymer:
            if synonym.lower() != term.namn.lower():
                assert f'<a href="/ordlista/#{identifier}">{capital(synonym)}</a>' in body


def test_the_site_is_dated_by_its_newest_change(bank: Kunskapsbank) -> None:
    every = (*bank.grupp.values(), *bank.norm.values(), *bank.projekt.values())
    days = sorted(record.andrad for record in every)
    assert datetime.fromtimestamp(newest_change(bank), UTC).date().isoformat() == days[-1]
    one = next(iter(bank.grupp.items()))
    later = bank.with_records(grupp={**bank.grupp, one[0]: one[1].model_copy(update={"andrad": "2099-01-02"})})
    assert datetime.fromtimestamp(newest_change(later), UTC).date().isoformat() == "2099-01-02"


def test_a_page_tells_its_days_of_change_and_review_apart() -> None:
    meta = {"andrad": "2026-03-04", "granskad": "2026-05-06", "post": "x"}
    shown = page_context({**meta, "slag": "grupp"}, "/grupper/x/", "", {"adresser": {}}, ())
    environment = Environment(
        loader=FileSystemLoader(ROOT / "overrides"), autoescape=True, undefined=ChainableUndefined
    )
    environment.filters["url"] = str
    page = SimpleNamespace(meta=meta, title="X", is_homepage=False)
    html = environment.get_template("partials/sidtopp.html").render(ord=words(), sida=shown, page=page, sv="")
    texts = words()["sida"]
    assert f'{texts["andrad"]}: <time datetime="2026-03-04">4 mars 2026</time>' in html
    assert f'{texts["granskad_post"]}: <time datetime="2026-05-06">6 maj 2026</time>' in html
    assert f'{texts["granskas"]}: <time datetime="2027-05-06" data-granskas>6 maj 2027</time>' in html
    assert "data-forfallen hidden" in html


def test_guidance_that_links_to_a_record_is_told_there_once() -> None:
    first = GuidancePage("arbetssatt/a.md", {"title": "A"}, "[x](/grupper/bebo.md) och [y](/grupper/bebo.md#z)")
    second = GuidancePage("arbetssatt/b.md", {"title": "B"}, "[x](/grupper/belok.md)")
    assert {target: [use.name for use in uses] for target, uses in links_to((first, second)).items()} == {
        "/grupper/bebo/": ["A"],
        "/grupper/belok/": ["B"],
    }
    shown = page_context(
        {"post": "bebo"}, "/grupper/bebo/", "", {"adresser": {}}, links_to((first, second))["/grupper/bebo/"]
    )
    assert [entry.address for entry in shown.guidance] == ["/arbetssatt/a/"]
