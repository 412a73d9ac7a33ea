"""Compounds, roots and concepts: what the lexicon makes of words."""

import pytest

from macros.search.analysis import stem, tokens
from macros.search.compounds import Splitter
from macros.search.lexicon import EVERYDAY_WORD, concepts, lexicon_file, word_list
from macros.search.vocabulary import Vocabulary, groups, root
from tests.search.conftest import BANK

KNOWN = tokens("tvätt stuga upphandling mall regel skola kök handling rör skarv el besparing grupp")


@pytest.fixture
def splitter() -> Splitter:
    return Splitter({stem(word): 1 for word in KNOWN}, frozenset({"upp"}), frozenset({"el", "rör", "kök"}))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("tvättstuga", ("tvätt", "stuga")),
        ("upphandlingsmall", ("upphandling", "mall")),
        ("skolkök", ("skola", "kök")),
        ("rörskarv", ("rör", "skarv")),
        ("elbesparing", ("el", "besparing")),
        ("upphandling", ()),
        ("okändord", ()),
        ("tvätt", ()),
    ],
)
def test_a_word_is_cut_into_words_that_are_known(splitter: Splitter, word: str, parts: tuple[str, ...]) -> None:
    assert splitter.parts(stem(word)) == tuple(stem(part) for part in parts)


def test_words_of_one_root_have_one_root() -> None:
    assert root(stem("utvärdering")) == root(stem("utvärdera")) == root(stem("utvärderade"))
    assert root("bil") == "bil"


def test_groups_are_of_two_or_more_and_never_of_concepts() -> None:
    assert groups(["a", "b", "a", "#a", "#a"], range(5)) == [[0, 2]]


def test_the_commonest_way_of_writing_is_shown() -> None:
    words = Vocabulary()
    words.add("upphandlingar upphandlingar upphandling muff")
    assert words.written("upphandling") == "upphandlingar"
    assert words.written("muff") == "-"


def test_words_typed_without_dots_lead_to_stems_that_folding_misses() -> None:
    words = Vocabulary()
    words.add("ledningsnät")
    assert ("ledningsn", "ledningsnät") in set(words.fold_exceptions())


def test_every_term_and_every_row_of_everyday_words_is_a_concept() -> None:
    found = {concept.name: concept for concept in concepts(BANK)}
    assert set(found["#lou"].forms) == {"lagen om offentlig upphandling", "LOU"}
    assert found["#lou"].triggers == ("upphandlingslagen",)
    assert found["#0"].trigger_weight == EVERYDAY_WORD
    assert len(found) == len(BANK.begrepp) + len(lexicon_file()["vardagsord"])


def test_no_word_of_the_everyday_list_is_a_stop_word() -> None:
    stops = word_list("stoppord")
    typed = {word for row in lexicon_file()["vardagsord"] for word in (*row["skriver"], *row["menar"])}
    assert not typed & stops
