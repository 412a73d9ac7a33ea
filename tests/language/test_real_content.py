"""The texts that are published are readable and rightly spelt."""

import pytest

from macros.checks import chopped_text, easy_text, long_sentences, passive_forms, readability
from macros.checks.material import Material
from macros.checks.readability import EASY_LIMIT, LIMIT, page_lix
from macros.checks.spelling import new_words
from macros.guidance.prose import Prose
from tests.cases import as_line, real

MATERIAL = real()
PAGES = [prose for prose in MATERIAL.prose if prose.passage.kind == "guide"]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.passage.shown)
def test_the_page_is_readable(page: Prose) -> None:
    assert page_lix(page) <= (EASY_LIMIT if page.easy else LIMIT)


def test_the_easy_pages_are_those_of_their_folder_and_the_english_page_is_left_out() -> None:
    easy = [guide.shown for guide in MATERIAL.guides if guide.src.startswith("lattlast/")]
    assert [page.passage.shown for page in PAGES if page.easy] == easy
    assert len(easy) == 7
    shown = {page.passage.shown for page in PAGES}
    english = {guide.shown for guide in MATERIAL.guides if guide.src.startswith("en/")}
    assert {guide.shown for guide in MATERIAL.guides} - shown == english | {"docs/om/in-english.md"}


def test_no_word_is_unknown() -> None:
    assert new_words(MATERIAL) == {}


@pytest.mark.parametrize("rule", [readability, long_sentences, chopped_text, passive_forms])
def test_no_text_is_warned_of(rule: object) -> None:
    check = getattr(rule, "check")  # noqa: B009 - a module as a value
    assert [as_line(problem) for problem in check(MATERIAL)] == []


def test_summaries_and_records_are_read_too() -> None:
    read = {(prose.passage.shown, prose.passage.reference) for prose in MATERIAL.prose}
    assert ("docs/lattlast/index.md", "/bidra/falt/sida/#sammanfattning") in read
    assert ("data/grupper/bebo.yml", "/bidra/falt/grupp/#berattelse") in read
    assert ("data/grupper/bebo.yml", "/bidra/falt/grupp/#lattlast") in read
    assert isinstance(MATERIAL, Material)


def test_easy_texts_are_written_as_such() -> None:
    # That an ordinary text has changed since is told to its writers, and no fault of how the easy one is written.
    told = [problem for problem in easy_text.check(MATERIAL) if not {"äldre", "ändrats,"} & {*problem.message.split()}]
    assert [as_line(problem) for problem in told] == []
