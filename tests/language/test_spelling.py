"""Spelling: the dictionary, the project's own words, and the two lists kept as they should be."""

from pathlib import Path

import pytest

from macros.language.spelling import (
    OWN_WORDS,
    REMEMBERED,
    as_list,
    dictionary,
    is_known,
    looked_up,
    own_words,
    suggestions,
    unknown,
)
from tests.cases import PROJECT


@pytest.mark.parametrize(
    "word",
    ["kommun", "Kommunernas", "tvättstuga", "BeBo", "BeBos", "WCAG:s", "Rörskarvar", "FTX-lösningen", "EU"],
)
def test_right_words_are_known(word: str) -> None:
    assert is_known(word)


@pytest.mark.parametrize("word", ["komun", "gemensama", "Bebos", "BeLok", "rörskarfvar", "FTX-lösnig", "upphandligen"])
def test_wrong_words_are_not(word: str) -> None:
    assert unknown([word, "kommun"]) == {word}


def test_a_name_is_suggested_as_it_is_written() -> None:
    assert suggestions("Bebos") == ("BeBo",)
    assert is_known("bebos"), "bebo is also a verb"


def test_the_right_word_is_suggested() -> None:
    assert suggestions("upphandligen")[0] == "upphandlingen"


@pytest.mark.parametrize("name", [OWN_WORDS, REMEMBERED])
def test_the_lists_are_sorted_without_repeats(name: str) -> None:
    text = Path(PROJECT, name).read_text("utf-8")
    assert text == as_list(text.split())
    assert text


def test_the_own_list_has_only_words_that_the_dictionary_lacks() -> None:
    assert [word for word in sorted(own_words()) if dictionary().spell(word)] == []


def test_words_remembered_from_the_dictionary_are_still_in_it() -> None:
    assert [word for word in sorted(looked_up()) if not is_known(word)] == []
