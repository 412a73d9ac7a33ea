"""A page that is kept is made anew when what it shows of others changes, and only then."""

from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import markdown
import pytest

from macros.drawing import environment
from macros.engine.of_others import OfOthers
from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import ENGLISH, SWEDISH, speaking
from macros.markdown_ext import DRAWN_WITH
from tests.markdown_ext.rules import OWN

PAGE = "om/prov.md"
SAYS_NOTHING = "Text utan något av andra."
WITH = {
    "a term": "En beställargrupp köper.",
    "a name": "Gruppen BeBo köper.",
    "a source": "Så är det [@bebo-hist].",
    "a law's names": "Det står i 4 kap. 2 § LOU [@lou].",
    "a page": "Läs [mer](/om/mer.md).",
}
SOURCES = (PAGE, "om/mer.md")


def _changed(bank: Kunskapsbank, kind: str, identifier: str, **values: object) -> Kunskapsbank:
    records = dict(bank.records(kind))
    records[identifier] = records[identifier].model_copy(update=values)
    return bank.with_records(**{kind: MappingProxyType(records)})


def _term(bank: Kunskapsbank) -> Kunskapsbank:
    return _changed(bank, "begrepp", "bestallargrupp", forklaring="Något annat.")


def _name(bank: Kunskapsbank) -> Kunskapsbank:
    return _changed(bank, "grupp", "bebo", namn="BeBo och andra")


def _source(bank: Kunskapsbank) -> Kunskapsbank:
    return _changed(bank, "kalla", "bebo-hist", titel="En annan titel")


def _law(bank: Kunskapsbank) -> Kunskapsbank:
    key = next(key for key, source in bank.kalla.items() if source.kallas and key != "lou")
    return _changed(bank, "kalla", key, kallas=("annanlagen",))


CHANGES: dict[str, Callable[[Kunskapsbank], Kunskapsbank]] = {
    "a term": _term,
    "a name": _name,
    "a source": _source,
    "a law's names": _law,
    "a page": lambda bank: bank,
}


@pytest.mark.parametrize("what", WITH)
def test_a_page_follows_what_it_shows_and_nothing_else(what: str, bank: Kunskapsbank) -> None:
    before = OfOthers(bank, SOURCES, "")
    after = OfOthers(CHANGES[what](bank), (PAGE,) if what == "a page" else SOURCES, "")
    assert before.mark(PAGE, WITH[what]) != after.mark(PAGE, WITH[what])
    assert before.mark(PAGE, SAYS_NOTHING) == after.mark(PAGE, SAYS_NOTHING)
    assert before.everything != after.everything


def test_an_english_page_follows_the_english_texts(bank: Kunskapsbank) -> None:
    block = bank.engelska["begrepp"]["bestallargrupp"]
    made = block.model_copy(update={"texter": MappingProxyType({})})
    terms = MappingProxyType({**bank.engelska["begrepp"], "bestallargrupp": made})
    changed = replace(bank, engelska=MappingProxyType({**bank.engelska, "begrepp": terms}))
    text = "A client group buys."
    for language, is_same in ((SWEDISH, True), (ENGLISH, False)):
        with speaking(language):
            marks = [OfOthers(each, SOURCES, "").mark("en/prov.md", text) for each in (bank, changed)]
            assert (marks[0] == marks[1]) is is_same


def test_a_relative_link_is_followed_too(bank: Kunskapsbank) -> None:
    text = "Läs [mer](mer.md#x)."
    assert OfOthers(bank, SOURCES, "").mark(PAGE, text) != OfOthers(bank, (PAGE,), "").mark(PAGE, text)


def test_settings_change_every_page(bank: Kunskapsbank) -> None:
    marks = [OfOthers(bank, SOURCES, settings).mark(PAGE, SAYS_NOTHING) for settings in ("a", "b")]
    assert marks[0] != marks[1]


def test_the_rules_for_markdown_draw_with_the_templates_that_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: set[str] = set()
    templates = environment(SWEDISH)
    real = templates.get_template

    def noted(name: str) -> object:
        drawn.add(name)
        return real(name)

    monkeypatch.setattr(templates, "get_template", noted)
    markdown.markdown("\n\n".join(WITH.values()), extensions=[OWN])
    assert drawn == set(DRAWN_WITH)
