"""Forms of words: what the dictionary tells, and what is kept of it for the search."""

import pytest

from macros.language.forms import forms_of, lexemes
from macros.search.analysis import stem
from macros.search.inflection import base_stems


@pytest.mark.parametrize(
    ("base", "forms"),
    [
        ("bostad", {"bostaden", "bostäder", "bostädernas"}),
        ("handbok", {"handböcker", "handbokens"}),
        ("möte", {"mötena", "mötet"}),
        ("beställargrupp", {"beställargruppens", "beställargrupperna"}),
        ("finansiera", {"finansierade", "finansieras"}),
    ],
)
def test_a_word_has_its_forms_and_each_form_its_word(base: str, forms: set[str]) -> None:
    assert forms <= forms_of(base)
    assert all(base in {own for own, _ in lexemes(form)} for form in forms)


def test_a_word_that_is_in_no_dictionary_has_itself_as_its_only_form() -> None:
    assert forms_of("qwrtz") == {"qwrtz"}


def test_only_what_the_stemmer_misses_is_kept() -> None:
    found = base_stems(["bostäder", "grupp"])
    assert found[stem("bostäderna")] == stem("bostad")
    assert stem("grupperna") not in found


def test_a_stem_that_several_words_share_is_told_by_the_form() -> None:
    found = base_stems(["exempel", "exemplar"])
    assert stem("exemplen") not in found
    assert found["exemplen"] == stem("exempel")
