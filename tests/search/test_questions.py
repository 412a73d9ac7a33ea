"""How people ask for a page in words that it does not hold."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import ENGLISH, speaking
from macros.search.analysis import stem, tokens
from macros.search.documents import Document, read_site
from macros.search.lexicon import word_list
from macros.search.pages import all_documents
from macros.search.questions import everyday_questions
from macros.site.pages import BuiltSite
from tests.search.conftest import BANK, PAGES, document

Search = Callable[..., dict[str, Any]]
Maker = Callable[[Sequence[Document], Kunskapsbank], Search]


def test_every_question_is_of_a_page_that_is(site: Path) -> None:
    gone = [address for address in everyday_questions() if not (site / address[1:] / "index.html").is_file()]
    assert gone == []


def test_no_question_is_empty_or_written_twice_for_a_page() -> None:
    for address, questions in everyday_questions().items():
        assert all(questions), address
        assert len(set(questions)) == len(questions), address


def test_every_question_has_a_word_that_neither_the_page_nor_its_other_questions_have(site: Path) -> None:
    pages = {f"/{page.address}": page for page in read_site(BuiltSite(site))}
    spare = [
        f"{address}: {question}"
        for address, questions in everyday_questions().items()
        for question in questions
        if _words(question) <= _known(pages[address]).union(*(_words(one) for one in questions if one != question))
    ]
    assert spare == []


def _known(page: Document) -> frozenset[str]:
    """The words that a page is known by without questions: of its title, summary and headings."""
    return _words(" ".join((page.title, page.summary, *(section.heading for section in page.sections))))


@cache
def _words(text: str) -> frozenset[str]:
    return frozenset({stem(word) for word in tokens(text) if word not in word_list("stoppord")})


def test_only_swedish_pages_have_questions() -> None:
    assert everyday_questions()
    with speaking(ENGLISH):
        assert everyday_questions() == {}


def test_a_page_has_its_own_questions_and_another_page_has_none() -> None:
    juridik, other = all_documents([document("bilda-en-grupp/juridik/", "Juridik"), document("annat/", "Annat")], BANK)
    assert juridik.questions == everyday_questions()["/bilda-en-grupp/juridik/"]
    assert other.questions == ()


def test_a_word_of_a_question_finds_its_page_in_any_form_and_beside_other_words(make_search: Maker) -> None:
    asked = [document("avslut/", "Uppföljning och avslut", "Gruppen avslutar i ordning.")]
    plain = make_search([*PAGES, *asked], BANK)
    assert "avslut/" not in [hit["address"] for hit in plain("har vi tröttnat på den")["hits"]]
    asked[0].questions = ("gruppen tröttnar", "spelat ut sin roll")
    search = make_search([*PAGES, *asked], BANK)
    best = search("har vi tröttnat på den")["hits"][0]
    assert (best["address"], best["reason"]) == ("avslut/", None)
