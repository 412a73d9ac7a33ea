"""The build and the browser agree on words, stems and folding, over the whole vocabulary and beyond it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

from macros.search.analysis import deep_stem, fold, joined, stem, stems, tokens

ENDINGS = tokens(
    "a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or s as "
    "arnas ernas ornas es ades andes ens arens hetens erns at et andet het ast ets fullt löst isöst lig "
    "ig els dd gd nn dt gt kt tt"
)
ODD_TEXTS = [
    "BeBo:s 7\u00a0500 kWh, 30–40 kr/m²",
    "Lednings\u00adnät och idé\u0301er",
    "cafe\u0301 ångström ÅÄÖ É ß æ ø",
    "4S e-post LCC-analys <b>x</b> &amp; 🚰 東京 Москва",
    "19 a kap. 2 § LOU, § 7, 12§ och 13 §§, 4 kap 8 paragrafen, paragraftecken",
    "700\u202f000 kr, 150.000, 2012 2013, 7 m²",
    "",
]


@pytest.fixture(scope="module")
def vocabulary(root: Path) -> list[str]:
    files = [*(root / "docs").rglob("*.md"), *(root / "data").rglob("*.yml")]
    words = {word for file in files for word in tokens(file.read_text("utf-8"))}
    assert len(words) > 3000
    return sorted(words)


def test_the_browser_stems_every_word_of_the_site_as_the_build_does(words_page: Page, vocabulary: list[str]) -> None:
    found = words_page.evaluate("(words) => words.map(kbSokOrd.stem)", vocabulary)
    assert found == [stem(word) for word in vocabulary]


def test_the_browser_stems_the_words_with_every_ending_as_the_build_does(
    words_page: Page, vocabulary: list[str]
) -> None:
    words = [word + ending for number, word in enumerate(vocabulary) for ending in ENDINGS[number % 5 :: 5]]
    found = words_page.evaluate("(words) => words.map(kbSokOrd.stem)", words)
    assert found == [stem(word) for word in words]


def test_the_browser_stems_stems_as_the_build_does(words_page: Page, vocabulary: list[str]) -> None:
    found = words_page.evaluate("(words) => words.map(kbSokOrd.deepStem)", vocabulary)
    assert found == [deep_stem(word) for word in vocabulary]


def test_forms_that_one_stemming_leaves_apart_meet_in_the_next() -> None:
    assert deep_stem(stem("tvättstugan")) == deep_stem(stem("tvättstuga"))
    assert deep_stem(stem("mötena")) == deep_stem(stem("möten"))


def test_the_browser_folds_every_word_as_the_build_does(words_page: Page, vocabulary: list[str]) -> None:
    found = words_page.evaluate("(words) => words.map(kbSokOrd.fold)", vocabulary)
    assert found == [fold(word) for word in vocabulary]


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_the_browser_finds_the_words_that_the_build_finds(words_page: Page, text: str) -> None:
    assert words_page.evaluate("(text) => kbSokOrd.words(text)", text) == tokens(text)
    places = words_page.evaluate("(text) => kbSokOrd.wordsWithPlaces(text).map(({ word }) => word)", text)
    assert places == tokens(text) or "\u00ad" in text


@pytest.mark.parametrize(
    ("word", "expected"),
    [("upphandlingarna", "upphandling"), ("beställargrupper", "beställargrupp"), ("nätet", "nät"), ("jäv", "jäv")],
)
def test_inflected_words_share_a_stem(word: str, expected: str) -> None:
    assert stem(word) == expected


def test_words_are_read_in_order_without_signs() -> None:
    assert stems("Vem betalar? – Alla.") == ["vem", "betal", "all"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("19 a kap. 2 § LOU", ["19ak2§", "lou"]),
        ("4 kap 8 §", ["4k8§"]),
        ("§ 8", ["8§"]),
        ("7\u00a0500 kWh", ["7500", "kwh"]),
        ("150.000 och 700 000", ["150000", "och", "700000"]),
        ("2012–2013", ["2012", "2013"]),
    ],
)
def test_a_section_of_a_law_and_a_number_are_each_one_word(text: str, expected: list[str]) -> None:
    assert tokens(text) == expected


def test_a_word_with_a_hyphen_is_also_read_as_one() -> None:
    assert joined("e-post, it-system och 2012-2013") == ["epost", "itsystem"]


def test_folding_keeps_words_apart_only_by_letters_of_a_foreign_keyboard() -> None:
    assert fold("återvinning") == "atervinning"
    assert fold("idé") == "ide"
