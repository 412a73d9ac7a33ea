"""Whatever is in a file, the reader answers with data or problems, and never fails."""

import random
import string
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from macros.checks import RULES, spelling
from macros.checks.material import Material
from macros.guidance.guides import read_guide
from macros.language.spelling import MOST_SUGGESTIONS, suggestions
from macros.loading.load import Loaded, load
from macros.loading.validate import MOST_PROBLEMS, SourceFile, validate
from macros.loading.yaml_source import MAX_VALUES, parse
from macros.model import KINDS
from macros.model.names import Names
from macros.problems.problem import Problem
from macros.problems.report import FORMATS
from tests.cases import SMALL, TODAY, check, small_site

RECORD = (SMALL / "data" / "grupper" / "alfa.yml").read_text("utf-8")
PAGE = (SMALL / "docs" / "om" / "index.md").read_text("utf-8")
# What gives YAML and Markdown trouble, to be put anywhere in a valid file.
SIGNS = "[]{}:,#&*!|>'\"%@`-?\t\n\r\0\x1b"
STRINGS = (
    *("\u202e", "\u2028", "\ud800", "\ufeff", "- ", ": ", "--- ", "...\n", "<<: ", "!!", "&a ", "*a", "{{", "%}"),
    *("](", "<script>", "[@", "```\n", "# ", "|---|---|\n", "!!! ", "null", "true", "1e999", "0x1", "2026-11-23"),
)
TROUBLE = st.sampled_from([*SIGNS, *STRINGS])
LETTERS = st.characters(categories=["L"])
PLACES = st.floats(0, 1)
SETTINGS = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module", autouse=True)
def without_suggestions() -> Iterator[None]:
    """Suggestions for unknown words take a tenth of a second each, and have a test of their own below."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spelling, "suggestions", lambda word: (word,))
        yield


def _mutated(text: str, changes: list[tuple[float, str, int]]) -> str:
    """The text with pieces put in and cut out at places given as parts of its length."""
    for place, piece, cut in changes:
        at = int(place * len(text))
        text = text[:at] + piece + text[at + cut :]
    return text


CHANGES = st.lists(st.tuples(PLACES, TROUBLE | st.text(max_size=5), st.integers(0, 30)), min_size=1, max_size=6)


def _read(text: str) -> list[Problem]:
    """Every problem of a record's text, through the reader, the model and all rules."""
    parsed = parse(text, "data/grupper/alfa.yml")
    file = SourceFile(KINDS["grupp"], "alfa", "data/grupper/alfa.yml", parsed)
    _, found = validate(file, Names())
    material = Material(SMALL, SMALL / "data", TODAY, Loaded(None, (), {("grupp", "alfa"): file}))
    return [*parsed.problems, *found, *(problem for rule in RULES for problem in rule(material))]


def _is_well_formed(problems: list[Problem], text: str) -> None:
    last = len(text.splitlines()) + 2
    for problem in problems:
        assert 1 <= problem.line <= last, problem
        assert problem.column >= 1, problem
        assert problem.message, problem
    for show in FORMATS.values():
        assert isinstance(show(problems, {"data/grupper/alfa.yml": tuple(text.splitlines())}), str)


@SETTINGS
@given(CHANGES)
@example([(0.5, "\x85", 0)])
def test_any_change_of_a_record_is_read(changes: list[tuple[float, str, int]]) -> None:
    text = _mutated(RECORD, changes)
    _is_well_formed(_read(text), text)


@SETTINGS
@given(st.text(max_size=500))
def test_any_text_is_read_as_a_record(text: str) -> None:
    _is_well_formed(_read(text), text)


@SETTINGS
@given(CHANGES)
def test_any_change_of_a_page_is_read(changes: list[tuple[float, str, int]]) -> None:
    text = _mutated(PAGE, changes)
    guide = read_guide(text, "om/index.md", "docs/om/index.md")
    material = Material(SMALL, SMALL / "data", TODAY, Loaded(None, (), {}), (guide,))
    _is_well_formed([problem for rule in RULES for problem in rule(material)], text)


@pytest.mark.long
@settings(max_examples=15, deadline=None)
@given(st.text(LETTERS, min_size=1, max_size=30))
@example("å" * 300)
def test_any_word_has_suggestions_or_none(word: str) -> None:
    assert len(suggestions(word)) <= MOST_SUGGESTIONS


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_as_a_file(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    data = tmp_path_factory.mktemp("bytes") / "data"
    (data / "grupper").mkdir(parents=True)
    (data / "grupper" / "alfa.yml").write_bytes(content)
    assert load(data).problems


_LONG = 100_000
LARGE = {
    "one line": "namn: " + "x" * _LONG,
    "many lines": "\n".join(f"falt{number}: x" for number in range(_LONG // 12)),
    "many list items": "sokord: [" + ", ".join("x" for _ in range(_LONG // 3)) + "]",
    "open lists": "[" * _LONG,
    "open maps": "{a: " * (_LONG // 4),
    "dashes": "- " * (_LONG // 2),
    "question marks": "? " * (_LONG // 2),
    "colons": ":" * _LONG,
    "quotation marks": '"' * _LONG,
    "backticks": "namn: " + "`" * _LONG,
    "backticks apart": "namn: " + "` `` " * (_LONG // 5),
    "brackets": "namn: " + "[a](" * (_LONG // 4),
    "brackets in a text": "berattelse:\n  - text: |\n" + f"{'      [[[[@a](b)](' * 40}\n" * (_LONG // 640),
    "citations": "berattelse:\n  - text: |\n      " + "[@a; @b] " * (_LONG // 9),
    "unclosed citation": "berattelse:\n  - text: |\n      [@" + "a; @b " * (_LONG // 6),
    "spaces": "namn:" + " " * _LONG + "x",
    "empty lines": "namn: |\n" + "\n" * _LONG,
    "escapes": 'namn: "' + "\\u202e" * (_LONG // 6) + '"',
    "escaped lines": "sokord:\n" + "".join(f'  - "a\\u00e5{number}"\n' for number in range(_LONG // 16)),
    "anchors": "a: &a x\n" * (_LONG // 8),
    "comments": "# x\n" * (_LONG // 4),
    "angle brackets": "namn: " + "<" * _LONG,
    "less-than and letters": "namn: " + "< a" * (_LONG // 3),
    "words without end": "berattelse:\n  - text: " + "ord " * (_LONG // 4),
    "unknown references": "grupper: [" + ", ".join(f"okand-{number}" for number in range(_LONG // 12)) + "]",
    "random letters": "".join(random.Random(7).choices(string.printable, k=_LONG)),  # noqa: S311 - a fixed case
}  # fmt: skip


@pytest.mark.parametrize("name", LARGE)
def test_a_large_strange_record_is_read(name: str) -> None:
    assert _read(LARGE[name])


@pytest.mark.parametrize("name", LARGE)
def test_a_large_strange_page_is_read(name: str) -> None:
    guide = read_guide(f"{PAGE.split('Gruppen Alfa')[0]}{LARGE[name]}\n", "om/index.md", "docs/om/index.md")
    material = Material(SMALL, SMALL / "data", TODAY, Loaded(None, (), {}), (guide,))
    assert list(material.passages)
    assert isinstance([problem for rule in RULES for problem in rule(material)], list)


@pytest.mark.parametrize("text", ["\ud800", 'namn: "x\ud800"', "\udcff: x"])
def test_half_a_character_is_told(text: str) -> None:
    assert _read(text)


def test_a_file_with_very_many_faults_has_its_first_ones_told(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    (root / "data" / "grupper" / "fall.yml").write_text("".join(f"falt{n}: 1\n" for n in range(1000)), "utf-8")
    told = [problem.message for problem in load(root / "data").problems if problem.path.endswith("fall.yml")]
    assert len(told) == MOST_PROBLEMS + 1
    assert any(message.endswith(" fel till.") for message in told)


@pytest.mark.parametrize(("count", "refused"), [(MAX_VALUES, False), (MAX_VALUES + 1, True)])
def test_a_file_holds_so_many_values_and_no_more(count: int, *, refused: bool, tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    (root / "data" / "grupper" / "fall.yml").write_text("- a\n" * count, "utf-8")
    told = [p for p in load(root / "data").problems if p.path.endswith("fall.yml") and "för många" in p.message]
    assert [problem.line for problem in told] == ([count] if refused else [])


def test_a_file_and_a_folder_that_take_each_others_names(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    (root / "data" / "grupper" / "mapp.yml").mkdir()
    (root / "docs" / "om" / "mapp.md").mkdir()
    assert len([problem for problem in check(root) if problem.level == "fel"]) >= 1
