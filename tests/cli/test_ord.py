"""`kunskapsbank ord` lists words that are new, with where they stand."""

from pathlib import Path

import pytest

from macros.cli import main
from macros.language.spelling import REMEMBERED


def _write(site: Path, line: str) -> None:
    page = site / "docs" / "om" / "index.md"
    page.write_text(page.read_text("utf-8").replace("Läs mer om", f"{line}\nLäs mer om"), "utf-8")


def test_new_words_are_listed_with_file_and_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _write(site, "Ett nyordd och ett nyordd till.")
    assert main(["ord"]) == 0
    assert "nyordd\tdocs/om/index.md:11, docs/om/index.md:11" in capsys.readouterr().out.splitlines()


def test_words_that_the_dictionary_has_are_remembered(site: Path) -> None:
    _write(site, "Vi köper en ångvält och ett nyordd.")
    (site / REMEMBERED).parent.mkdir(parents=True)
    assert main(["ord", "--spara"]) == 0
    remembered = (site / REMEMBERED).read_text("utf-8").split()
    assert "ångvält" in remembered
    assert "nyordd" not in remembered
