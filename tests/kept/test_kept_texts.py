"""Every page, data file, Word file and PDF of the small site says what was accepted; `make kept` accepts a change."""

import difflib
from pathlib import Path

import pytest

from tests.kept.small import KEPT, texts


@pytest.fixture(scope="module")
def found(kept_built: Path) -> dict[str, str]:
    return texts(kept_built / "site")


def _kept() -> dict[str, Path]:
    return {path.relative_to(KEPT).as_posix(): path for path in sorted(KEPT.rglob("*.txt"))}


def test_the_same_files_are_built(found: dict[str, str]) -> None:
    assert sorted(found) == sorted(_kept())


@pytest.mark.parametrize("name", list(_kept()))
def test_a_file_says_what_was_accepted(found: dict[str, str], name: str) -> None:
    kept = _kept()[name].read_text("utf-8")
    now = found.get(name, "")
    difference = "\n".join(difflib.unified_diff(kept.splitlines(), now.splitlines(), "kept", "built", lineterm="", n=1))
    assert not difference, f"{name} says something else; read it, then accept it with: make kept\n{difference}"
