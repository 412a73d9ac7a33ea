"""Forms of words: what the dictionary tells, and what is kept of it for the search."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from macros.kept import Kept
from macros.language.forms import forms_of, lexemes
from macros.loading.once import read_once
from macros.search.analysis import stem
from macros.search.documents import read_site
from macros.search.inflection import base_stems
from macros.search.lexicon import concepts
from macros.search.pages import all_documents
from macros.search.read_words import all_words
from macros.search.write import ENGINE_SCRIPTS, index_script, make_index
from macros.site.pages import BuiltSite
from tests.cases import PROJECT


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


def test_forms_that_the_stemmer_leaves_apart_have_one_term() -> None:
    bases = base_stems(["bostäder", "grupp"])
    assert bases.term("bostäderna") == bases.term("bostad") == stem("bostad")
    assert bases.term("grupperna") == stem("grupp")


def test_the_browser_is_told_only_of_what_it_cannot_stem() -> None:
    bases, terms = base_stems(["bostäder", "grupp"]), {stem("bostad"), stem("grupp")}
    missed = {other for _, other in (*bases.missed_stems(terms), *bases.missed_forms(terms))}
    assert stem("bostäderna") in missed
    assert not any(other.startswith("grupp") for other in missed)


def test_a_stem_that_several_words_share_is_told_by_the_form() -> None:
    bases = base_stems(["exempel", "exemplar"])
    assert bases.term("exemplen") == stem("exempel")
    assert bases.term("exemplar") == stem("exemplar")


def test_the_browser_finds_the_term_that_the_build_gives_each_word_of_the_site(site: Path, browser: Browser) -> None:
    documents = all_documents(read_site(BuiltSite(site)), bank := read_once(PROJECT / "data")())
    words = sorted(all_words(documents, tuple(concepts(bank))))
    term = base_stems(words).term
    page = browser.new_page()
    page.add_script_tag(content=index_script(make_index(documents, bank), ENGINE_SCRIPTS))
    found = page.evaluate(
        """(words) => {
          const { numberOf } = kbSokTolkning.createInterpreter(kbSokIndex);
          const terms = kbSokIndex.termer.split(" ");
          return words.map((word) => terms[numberOf(word)]);
        }""",
        words,
    )
    page.close()
    assert dict(zip(words, found, strict=True)) == {word: term(word) for word in words}


def test_what_is_kept_gives_the_same_and_the_dictionary_is_not_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = ["bostäder", "grupp", "mötena", "exemplar", "xyzzy"]
    kept = Kept("former", tmp_path, "mark")
    first = base_stems(words, kept)
    kept.save()
    monkeypatch.setattr("macros.search.inflection.lexemes", pytest.fail)
    assert base_stems(words, Kept("former", tmp_path, "mark")) == first
    monkeypatch.undo()
    assert base_stems(words) == first
