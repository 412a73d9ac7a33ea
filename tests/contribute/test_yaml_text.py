"""What is written as YAML is read back as the same data, whatever the text."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.loading.yaml_source import parse
from macros.loading.yaml_text import to_yaml
from tests.cases import PROJECT

# YAML cannot hold half a surrogate pair, and the sign of a lost letter is told of wherever it stands.
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffd"))
NUMBERS = st.integers(-(10**13), 10**13) | st.sampled_from([0.5, -1.05, 25.0, 123456.75])
SIMPLE = TEXT | NUMBERS
KEYS = st.from_regex(r"[a-z_]{1,12}", fullmatch=True)


def _larger(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Lists and fields made of smaller values."""
    rows = st.lists(st.dictionaries(KEYS, inner, min_size=1, max_size=3), max_size=3).map(tuple)
    return st.lists(SIMPLE, max_size=4).map(tuple) | rows | st.dictionaries(KEYS, inner, max_size=3)


VALUES = st.recursive(SIMPLE, _larger, max_leaves=8)


@pytest.mark.long
@settings(max_examples=300, deadline=None)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_any_data_comes_back_the_same(data: dict[str, Any]) -> None:
    text = to_yaml(data)
    parsed = parse(text, "x.yml")
    assert not parsed.problems, text
    assert parsed.data == data, text


@pytest.mark.parametrize(
    "word", ["ja", "nej", "yes", "true", "null", "~", "1989", "1.5", "2026-11-23", "- x", "a: b", "#x", "", " x"]
)
def test_words_that_yaml_reads_otherwise_are_quoted(word: str) -> None:
    assert parse(to_yaml({"a": word}), "").data == {"a": word}


def test_every_record_of_the_project_comes_back_the_same() -> None:
    paths = sorted((PROJECT / "data").rglob("*.yml"))
    assert paths
    for path in paths:
        data = parse(path.read_text("utf-8"), "").fields
        assert parse(to_yaml(data), "").data == data, path


def test_text_of_several_lines_is_written_as_a_block() -> None:
    assert to_yaml({"text": "Ett.\nTvå.\n\nTre.\n"}) == "text: |\n  Ett.\n  Två.\n\n  Tre.\n"
