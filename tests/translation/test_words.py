"""The words of the interface: the same keys, shapes and places to fill in, in every language."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from macros.ord import SWEDISH_ALONE
from tests.cases import PROJECT

_PLACE = re.compile(r"\{[a-z_]*\}")
# Parts of areas that only contributors meet.
COMMANDS = {("andringar", "kommando"), ("verktyg", "redigera")}


def _read(name: str) -> Any:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load((PROJECT / "macros" / name).read_text("utf-8"), Loader=loader)  # noqa: S506 - safe


def _leaves(part: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    if isinstance(part, dict):
        for key, inner in part.items():
            yield from _leaves(inner, (*path, str(key)))
    elif path[:2] not in COMMANDS:
        yield path, part


SWEDISH = dict(_leaves({area: part for area, part in _read("ord.yml").items() if area not in SWEDISH_ALONE}))
ENGLISH = dict(_leaves(_read("ord.en.yml")))


def _written_twice(node: yaml.Node | None) -> Iterator[str]:
    """The keys that stand twice in one map, of which the reader of YAML keeps the last alone."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    names = [key.value for key, _ in pairs]
    yield from (name for name in set(names) if names.count(name) > 1)
    for _, inner in pairs:
        yield from _written_twice(inner)


@pytest.mark.parametrize("name", ["ord.yml", "ord.en.yml"])
def test_no_word_takes_the_place_of_another(name: str) -> None:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    assert list(_written_twice(yaml.compose((PROJECT / "macros" / name).read_text("utf-8"), Loader=loader))) == []


def test_the_same_words_are_there_in_both_languages() -> None:
    assert set(SWEDISH) - set(ENGLISH) == set()
    assert set(ENGLISH) - set(SWEDISH) == set()


def test_the_same_places_are_filled_in() -> None:
    wrong = {
        path: (SWEDISH[path], text)
        for path, text in ENGLISH.items()
        if sorted(_PLACE.findall(str(SWEDISH[path]))) != sorted(_PLACE.findall(str(text)))
    }
    assert wrong == {}


def test_lists_and_texts_have_the_same_shape() -> None:
    assert {path for path, text in ENGLISH.items() if type(text) is not type(SWEDISH[path])} == set()


def test_areas_that_are_swedish_alone_are_there() -> None:
    assert set(_read("ord.yml")) >= SWEDISH_ALONE
