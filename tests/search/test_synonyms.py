"""Common words that the pages lack: what they lead to, and that they are no misspellings."""

from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser

from macros.language.speaking import ENGLISH, speaking
from macros.search.synonyms import common_words, marks, synonyms
from tests.search.conftest import BANK, PAGES, Search, document

Maker = Callable[..., Search]
READ = """([synonyms, alone]) => {
  const engine = kbSokMotor.createEngine(kbSokIndex);
  const first = (word) => engine.search(word).hits.filter((hit) => hit.reason === null).length > 0;
  return [synonyms.filter((word) => !first(word)), alone.filter((word) => engine.search(word).corrected)];
}"""


def test_a_word_that_no_page_has_leads_in_any_form_to_pages_with_its_synonym(make_search: Maker) -> None:
    paid = document("lon/", "Lön", "Lön för möten.")
    search = make_search([*PAGES, paid], BANK)
    for query in ("arvode", "arvoden", "arvode för möten"):
        best = search(query)["hits"][0]
        assert (best["address"], best["reason"]) == ("lon/", None), query
    own = make_search([*PAGES, paid, document("arvode/", "Arvode", "Ett arvode.")], BANK)
    found = [hit["address"] for hit in own("arvode")["hits"]]
    assert (found[0], "lon/" in found) == ("arvode/", False)


def test_a_common_word_is_not_taken_for_a_misspelt_one(make_search: Maker) -> None:
    search = make_search([*PAGES, document("tanke/", "Att tänka", "Tänk efter.")], BANK)
    assert "tanke/" in [hit["address"] for hit in search("tänkk")["hits"]]
    assert (search("bank")["hits"], search("bank")["corrected"]) == ([], None)
    banned = make_search([*PAGES, document("ban/", "Banbrytande", "Det är banbrytande.")], BANK)
    offered = {word: banned(word)["unknown"][0]["like"] for word in ("bank", "banxzv")}
    assert offered == {"bank": [], "banxzv": ["banbrytande"]}, "what a misspelt word may begin, a common one does not"
    beside = search("bank och jäv")
    assert beside["corrected"] is None
    assert [hit["address"] for hit in beside["hits"]][:2] == ["juridik/", "tanke/"]


def test_marks_are_one_for_each_word_in_any_order() -> None:
    assert marks(["barn", "bank", "barn"]) == marks(["bank", "barn"])
    assert len(marks(["bank", "barn"])) == len(["bank", "barn"])


def test_only_synonyms_that_pages_have_are_told() -> None:
    assert ("lön", "arvode") in set(synonyms({"lön"}, lambda word: word))
    assert list(synonyms((), lambda word: word)) == []
    with speaking(ENGLISH):
        assert common_words() == {}


def test_the_list_is_in_order_and_each_word_stands_once() -> None:
    assert list(common_words()) == sorted(common_words())


def test_on_the_site_every_synonym_leads_somewhere_and_no_word_of_the_list_is_corrected(
    site: Path, browser: Browser
) -> None:
    (index,) = (site / "assets" / "sok").glob("index-*.js")
    page = browser.new_page()
    page.add_script_tag(content=index.read_text("utf-8"))
    words = common_words()
    asked = [[word for word in words if words[word]], [word for word in words if not words[word]]]
    found = page.evaluate(READ, asked)
    page.close()
    assert found == [[], []]
