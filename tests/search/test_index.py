"""The index: which documents it holds and what weighs."""

import itertools
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from macros.search.documents import Document, Section
from macros.search.pages import all_documents, incoming_links, page_weights
from macros.search.write import make_index
from tests.search.conftest import BANK, PAGES, document


def frequency(index: dict[str, Any], term: str, address: str) -> int:
    """A term's BM25F frequency on a page, 0 when it does not stand there."""
    flat = index["poster"][index["termer"].split(" ").index(term)]
    page = 0
    for step, value in zip(flat[::2], flat[1::2], strict=True):
        page += step
        if index["sidor"][page][0] == address:
            return int(value)
    return 0


def test_a_word_weighs_most_in_the_title_and_least_in_the_text() -> None:
    pages = [
        document("titel/", "Jäv", "Annat."),
        document("rubrik/", "Annat", sections=[Section("x", "Jäv", "Annat.")]),
        document("sokord/", "Annat", "Annat.", "jäv"),
        document("text/", "Annat", "Jäv."),
    ]
    index = make_index(pages, BANK)
    found = [frequency(index, "jäv", page.address) for page in pages]
    assert found == sorted(found, reverse=True)
    assert len(set(found)) == len(found)


def test_a_word_weighs_less_in_a_long_text() -> None:
    others = [document(f"sida-{number}/", "A", "Bostad.") for number in range(9)]
    pages = [document("kort/", "A", "Jäv."), document("lang/", "A", f"Jäv. {'Bostad. ' * 300}"), *others]
    index = make_index(pages, BANK)
    assert frequency(index, "jäv", "kort/") > frequency(index, "jäv", "lang/") > 0


def test_stop_words_are_not_indexed() -> None:
    assert not make_index(PAGES, BANK)["poster"][make_index(PAGES, BANK)["termer"].split(" ").index("och")]


def test_a_concept_is_indexed_where_one_of_its_forms_stands() -> None:
    index = make_index(
        [document("a/", "A", "Den befogenheten"), document("b/", "B", "Mandatet"), document("c/", "C")], BANK
    )
    concept = index["begrepp"][list(BANK.begrepp).index("mandat")][0]
    pages = list(itertools.accumulate(index["poster"][concept][::2]))
    assert {index["sidor"][page][0] for page in pages} >= {"a/", "b/"}
    assert "c/" not in {index["sidor"][page][0] for page in pages}


def test_each_term_of_the_glossary_is_a_document_and_the_glossary_only_its_title() -> None:
    glossary = document(
        "ordlista/", "Ordlista", sections=[Section(), Section("lou", "LOU", "Text"), Section("a", "A", "")]
    )
    found = all_documents([glossary], BANK)
    assert [page.address for page in found] == ["ordlista/#lou", "ordlista/"]
    assert found[0].summary == "En förklaring av ordet."
    assert found[1].sections == [Section()]


def test_pages_that_say_again_what_stands_on_others_are_found_by_their_titles_only() -> None:
    addresses = ("jamfor/par/bebo-och-belok/", "andringar/", "jamfor/grupper/", "grupper/bebo/")
    pages = [document(address, "Titel", "Text om jäv.", "sökord", summary="Om.") for address in addresses]
    found = {page.address: page for page in all_documents(pages, BANK)}
    assert list(found) == list(addresses)
    assert {page.title + page.summary + page.search_words[0] for page in found.values()} == {"TitelOm.sökord"}
    held = [any(part.text for part in found[address].sections) for address in addresses]
    assert held == [False, False, True, True]


def test_links_are_counted_once_a_page_and_not_from_registers() -> None:
    pages = [
        document("a/", "A", links=["../b/", "../b/#x"]),
        document("c/d/", "D", links=["../../b/"]),
        document("a-o/", "A–Ö", links=["../b/"]),
        document("b/", "B", links=["./"]),
    ]
    assert incoming_links(pages) == {"b/": 2}


def test_pages_that_repeat_others_stand_back() -> None:
    def weight(address: str, kind: str) -> float:
        return page_weights(Document(address, "A", kind=kind), 0)[0]

    guidance = weight("jav/", "vagledning")
    assert guidance > weight("jamfor/grupper/", "jamforelse") > weight("jamfor/par/a-och-b/", "jamforelse")
    assert guidance > weight("kallor/", "lista") > weight("ordlista/#jav", "begrepp")
    assert guidance == weight("bidra/", "vagledning") > weight("bidra/jav/", "vagledning")


def test_a_page_that_many_link_to_weighs_more() -> None:
    page = Document("jav/", "Jäv", kind="vagledning")
    assert page_weights(page, 20)[0] > page_weights(page, 0)[0]


@pytest.mark.long
def test_the_index_is_the_same_whatever_order_sets_come_in(root: Path) -> None:
    code = (
        "import json, sys; from tests.search.conftest import BANK, PAGES; from macros.search.write import make_index;"
        "sys.stdout.write(json.dumps(make_index(PAGES, BANK)))"
    )
    found = [
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed},
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    ]
    assert found[0] == found[1]
    assert json.loads(found[0])["sidor"]
