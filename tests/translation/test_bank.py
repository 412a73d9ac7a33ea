"""The English knowledge base: every fact of the Swedish, other texts, and what has none or an older one is marked."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel

from macros.kunskapsbank import Kunskapsbank
from macros.language.english import forms
from macros.language.signs import OLDER_FROM, OLDER_TO, SWEDISH_FROM, SWEDISH_TO
from macros.language.speaking import ENGLISH, speaking
from macros.language.swedish import fixed, listing, long_date, number, with_unit
from macros.model import KINDS, Kind
from macros.model.pa_engelska import PaEngelska
from macros.translation.bank import in_english
from macros.translation.matching import matched
from macros.translation.texts import Steps, changed, mark

# Words that one language has and another need not: what the search and the glossary's links use.
OWN = {"sokord", "bojningar", "synonymer"}


def _facts(kind: Kind, record: BaseModel) -> dict[str, Any]:
    """Everything in a record but its texts."""
    emptied: Any = changed(kind.name, kind.model, record, lambda _path, _text: "–")
    left_out = OWN | ({"namn", "engelska"} if kind.name == "begrepp" else set())
    return {name: value for name, value in emptied.model_dump(mode="json").items() if name not in left_out}


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_facts_are_equal_in_both_languages(bank: Kunskapsbank, kind: Kind) -> None:
    english = in_english(bank).records(kind.name)
    swedish = bank.records(kind.name)
    assert list(english) == list(swedish)
    for identifier, record in swedish.items():
        assert _facts(kind, english[identifier]) == _facts(kind, record), identifier


def test_the_swedish_records_are_left_as_they_were(bank: Kunskapsbank) -> None:
    before = {kind: repr(bank.records(kind)) for kind in KINDS}
    in_english(bank)
    assert {kind: repr(bank.records(kind)) for kind in KINDS} == before


def _with_english(bank: Kunskapsbank, **found: tuple[str, str]) -> Kunskapsbank:
    """The knowledge base with the English texts of one group: by path the mark and the text."""
    block = PaEngelska.model_validate(
        {
            "oversatt": "2026-11-23",
            "texter": {
                path.replace("_", "."): {"svensk": svensk, "text": text} for path, (svensk, text) in found.items()
            },
        }
    )
    return replace(bank, engelska={"grupp": {"bebo": block}})


def test_a_text_without_english_is_marked_as_swedish(bank: Kunskapsbank) -> None:
    group = in_english(_with_english(bank)).grupp["bebo"]
    assert group.sammanfattning == f"{SWEDISH_FROM}{bank.grupp['bebo'].sammanfattning}{SWEDISH_TO}"
    assert group.namn == "BeBo"
    assert group.sokord == ()


def test_a_text_whose_swedish_has_changed_is_marked_as_older(bank: Kunskapsbank) -> None:
    group = in_english(_with_english(bank, sammanfattning=("00000000", "As it was."))).grupp["bebo"]
    assert group.sammanfattning == f"{OLDER_FROM}As it was.{OLDER_TO}"


def test_a_text_that_is_translated_as_it_stands_has_no_mark(bank: Kunskapsbank) -> None:
    now = mark(bank.grupp["bebo"].sammanfattning)
    assert (
        in_english(_with_english(bank, sammanfattning=(now, "As it is."))).grupp["bebo"].sammanfattning == "As it is."
    )


def test_a_story_that_is_moved_keeps_its_translation() -> None:
    def block(**texts_by_path: tuple[str, str]) -> PaEngelska:
        rows = {path: {"svensk": mark(swedish), "text": english} for path, (swedish, english) in texts_by_path.items()}
        return PaEngelska.model_validate({"oversatt": "2026-11-23", "texter": rows})

    english = block(**{"berattelse.0.text": ("Ett", "One"), "berattelse.1.text": ("Två", "Two")})
    moved: list[tuple[Steps, str]] = [
        (("berattelse", 0, "text"), "Nytt"),
        (("berattelse", 1, "text"), "Ett"),
        (("berattelse", 2, "text"), "Två"),
    ]
    found = matched(moved, english)
    assert [(path[1], each.text, each.older) for path, each in found.items()] == [(1, "One", False), (2, "Two", False)]


def test_numbers_dates_and_lists_are_written_as_in_english() -> None:
    with speaking(ENGLISH):
        assert number(1150000.5) == "1,150,000.5"
        assert number(-7) == "−7"
        assert fixed(2, 1) == "2.0"
        assert listing(["a", "b", "c"]) == "a, b and c"
        assert long_date(date(2026, 11, 23)) == "23 November 2026"
        assert with_unit("150,000", "SEK per year") == "SEK\u00a0150,000 per year"
        assert with_unit("12", "per cent") == "12\u00a0per cent"
    assert number(1150000.5) == "1\u00a0150\u00a0000,5"
    assert listing(["a", "b"]) == "a och b"


@pytest.mark.parametrize(
    ("term", "expected"),
    [("need", ("needs",)), ("municipality", ("municipalities",)), ("key", ("keys",)), ("LOU", ()), ("process", ())],
)
def test_a_term_is_known_in_the_plural_where_english_has_one(term: str, expected: tuple[str, ...]) -> None:
    assert forms(term) == expected
