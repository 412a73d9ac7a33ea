"""Answers above the hits, on the real site: right, whole and never guessed. Also what is known of laws."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from bench.search_cases import (
    COMPARISONS,
    Case,
    comparisons,
    fact_questions,
    half_typed,
    inflections,
    judge,
    law_sections,
    names,
    numbers,
    typed_otherwise,
)
from macros.loading.once import read_once
from macros.search.answers import questions
from macros.search.documents import Document, Section, read_site
from macros.search.laws import Law, citations
from macros.search.pages import all_documents
from macros.site.pages import BuiltSite
from tests.cases import PROJECT

REAL = read_once(PROJECT / "data")
ASK = """([queries, typing]) => {
  const engine = kbSokMotor.createEngine(kbSokIndex);
  return queries.map((query) => {
    const { hits, answer } = engine.search(query, { typing });
    return { answer, addresses: hits.slice(0, 6).map((hit) => hit.page.address) };
  });
}"""
QUOTED = """(queries) => {
  const engine = kbSokMotor.createEngine(kbSokIndex);
  return queries.map((query) => {
    const { hits: [{ page }], matches } = engine.search(query);
    return kbSokUtdrag.excerpt(page.summary, kbSokTexter[page.number], matches).text;
  });
}"""
LOU = Law(
    "lou", "Lag (2016:1145) om offentlig upphandling", ("Lag om offentlig upphandling", "2016:1145", "LOU", "lou")
)
FL = Law("fl", "Förvaltningslag (2017:900)", ("Förvaltningslag", "2017:900", "förvaltningslagen", "fl"))


@pytest.fixture(scope="module")
def ask(site: Path, browser: Browser) -> Any:
    (index,) = (site / "assets" / "sok").glob("index-*.js")
    page = browser.new_page()
    page.add_script_tag(content=index.read_text("utf-8"))
    yield lambda queries, typing=False: page.evaluate(ASK, [list(queries), typing])
    page.close()


@pytest.fixture(scope="module")
def documents(site: Path) -> list[Document]:
    return all_documents(read_site(BuiltSite(site)), REAL())


def share(right: list[bool]) -> float:
    return 100 * sum(right) / len(right)


def wrong(cases: list[Case], found: list[dict[str, Any]]) -> list[str]:
    """The questions with an answer that lacks what it must say."""
    none: dict[str, Any] = {"addresses": [], "answer": None}
    return [case.text for case, one in zip(cases, found, strict=True) if judge(case, one, none) == "wrong"]


def test_questions_about_facts_are_answered_and_none_wrongly(ask: Any) -> None:
    cases = list(fact_questions(REAL()))
    found = ask(case.text for case in cases)
    assert len(cases) > 200
    assert wrong(cases, found) == []
    assert share([one["answer"] is not None for one in found]) >= 90


def test_comparisons_lead_to_the_drawn_one(ask: Any) -> None:
    cases = list(comparisons(REAL()))
    assert {way.partition("{")[0] for way in COMPARISONS} >= {"jämför ", "skillnaden mellan "}
    found = ask(case.text for case in cases)
    assert wrong(cases, found) == []
    assert share([one["answer"] is not None for one in found]) >= 95


def test_a_section_that_is_cited_comes_first_and_one_that_is_not_is_said_not_to_be(
    ask: Any, documents: list[Document]
) -> None:
    cases = list(law_sections(documents))
    found = ask(case.text for case in cases)
    cited = [one["addresses"][0] in case.right for case, one in zip(cases, found, strict=True) if case.right]
    assert share(cited) >= 95
    assert all(one["answer"]["missing"] for case, one in zip(cases, found, strict=True) if not case.right)


def test_a_cited_section_is_seen_in_what_the_first_hit_quotes(
    site: Path, browser: Browser, documents: list[Document]
) -> None:
    page = browser.new_page()
    for name in ("index", "text"):
        page.add_script_tag(content=next((site / "assets" / "sok").glob(f"{name}-*.js")).read_text("utf-8"))
    cases = [case for case in law_sections(documents) if case.right]
    quoted = page.evaluate(QUOTED, [case.text for case in cases])
    page.close()
    hidden = [
        case.text
        for case, text in zip(cases, quoted, strict=True)
        if not re.search(rf"(?<!\d){re.findall(r'[0-9]+(?: [a-z])?(?= §)', case.text)[0]}(?!\d)", text)
    ]
    assert hidden == []


def test_numbers_lead_to_a_page_that_has_them_however_they_are_written(ask: Any, documents: list[Document]) -> None:
    cases = list(numbers(documents))
    first = [one["addresses"][0] for one in ask(case.text for case in cases)]
    assert [case.text for case, address in zip(cases, first, strict=True) if address not in case.right] == []


def test_names_of_places_and_bodies_lead_to_a_page_that_names_them(ask: Any, documents: list[Document]) -> None:
    cases = list(names(documents))
    found = ask(case.text for case in cases)
    led = [judge(case, one, one) == "right" for case, one in zip(cases, found, strict=True)]
    assert len(cases) > 100
    assert share(led) >= 92


def test_a_title_typed_otherwise_leads_where_the_title_leads(ask: Any, documents: list[Document]) -> None:
    cases = list(typed_otherwise(documents))
    first = [one["addresses"][:1] for one in ask(case.text for case in cases)]
    titles = [one["addresses"][:1] for one in ask(case.right[0] for case in cases)]
    assert [case.text for case, a, b in zip(cases, first, titles, strict=True) if not a or a != b] == []


def test_forms_of_a_word_lead_where_the_word_leads(ask: Any, documents: list[Document]) -> None:
    cases = list(inflections(REAL(), documents))
    first = [one["addresses"][:1] for one in ask(case.text for case in cases)]
    base = [one["addresses"][:1] for one in ask(case.right[0] for case in cases)]
    assert share([a == b != [] for a, b in zip(first, base, strict=True)]) >= 99


def test_a_half_typed_title_suggests_its_page_with_a_slip_too(ask: Any, documents: list[Document]) -> None:
    cases = list(half_typed(documents))
    found = ask((case.text for case in cases), typing=True)
    for kind, least in (("half-typed", 95), ("half-typed, one slip", 75)):
        suggested = [c.right[0] in one["addresses"] for c, one in zip(cases, found, strict=True) if c.kind == kind]
        assert share(suggested) >= least, kind


@pytest.mark.parametrize(
    "query",
    [
        "när bildades Energimyndigheten",
        "när bildades BeBo och varför slutade Kalle",
        "hur många medlemmar hade BeBo 2020",
        "vad är klockan",
        "BeBo",
        "medlemmar",
        "skillnaden mellan BeBo och en gitarr",
        "vilka grupper finns för gitarrer",
        "",
    ],
)
def test_a_question_that_is_not_wholly_understood_gets_no_answer(ask: Any, query: str) -> None:
    assert ask([query])[0]["answer"] is None


def test_what_records_are_called_is_a_list_when_all_are_asked_for(ask: Any) -> None:
    listed, alone = ask(["vilka innovationskluster finns", "innovationskluster"])
    assert {link["address"] for link in listed["answer"]["links"]} == {
        f"grupper/{key}/" for key, group in REAL().grupp.items() if group.slag == "innovationskluster"
    }
    assert alone["answer"] is None


def test_a_group_may_be_called_what_stands_before_what_it_is_for(ask: Any) -> None:
    own, other = ask(["vem är huvudman för partnersamverkan", "vem är huvudman för beställarnätverket"])
    assert own["answer"]["title"].startswith("Partnersamverkan för kollektivtrafik")
    assert other["answer"] is None


def test_who_asks_for_examples_gets_examples_first(ask: Any) -> None:
    for query in ("exempel på energi i tvättstugor", "goda exempel renovering"):
        assert ask([query])[0]["addresses"][0].startswith("exempel/")


def test_every_field_that_is_asked_for_has_a_criterion_or_is_drawn_otherwise() -> None:
    fields = {criterion.falt for criterion in REAL().kriterium.values()} | {"medlemmar", "webb"}
    assert set(questions()["falt"]) <= fields


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Se 4 kap. 8 § LOU.", {(0, "4k8§")}),
        ("Enligt LOU gäller 7 kap. 14 och 17–18 §§.", {(0, "7k14§"), (0, "7k17§"), (0, "7k18§")}),
        ("Enligt 8 § förvaltningslagen och LOU.", {(1, "8§")}),
        ("LOU, 19 a kap. 2 §. Avtala (3 §).", {(0, "19ak2§"), (0, "19ak3§")}),
        ("LOU gäller. Se 19 kap. 3 § offentlighetslagen.", {(None, "19k3§")}),
        ("Lagen säger inget om 8 hus.", set()),
    ],
)
def test_a_section_belongs_to_the_law_that_is_named_with_it(text: str, expected: set[tuple[int | None, str]]) -> None:
    page = Document("a/", "A", sections=[Section("", "", text)])
    assert {(found.law, found.word) for found in citations([page], [LOU, FL])} == expected


def test_a_place_has_its_anchor() -> None:
    page = Document("a/", "A", sections=[Section("x", "Rubrik", "4 kap. 8 § LOU")])
    (found,) = citations([page], [LOU])
    assert (found.address, found.anchor, found.heading) == ("a/", "x", "Rubrik")
    assert re.fullmatch(r"\d+k\d+§", found.word)
