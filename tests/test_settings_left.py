"""What a publisher has not filled in is told with file, line and effect; what is filled in is not."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from macros.cli import main
from macros.cli.paminn import reminder
from macros.engine.settings_left import settings, settings_left, unset_warning
from macros.open_data.publication import Publication
from macros.open_data.reviews import Review
from tests.cases import PROJECT

TODAY = date(2026, 11, 26)
FILES = ("mkdocs.yml", "CODEOWNERS", "publiccode.yml")
FILLED = {
    "mkdocs.yml": """site_url: https://grupper.example/
extra:
  adresser:
    epost: hej@grupper.example
    kod: https://kod.example/grupper
    redigera: https://kod.example/grupper/edit/main
  sakerhet:
    galler_till: "2027-11-23"
  utgivare:
    namn: Kommunen
""",
    "CODEOWNERS": "* @kommunen/forvaltare\n",
    "publiccode.yml": "url: https://kod.example/grupper.git\n",
}


@pytest.fixture
def filled(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    for name, text in FILLED.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_everything_filled_in_is_silent(filled: Path) -> None:
    assert settings_left(filled, TODAY, {}) == ()
    assert unset_warning(filled, TODAY) == ""


# For each setting: the file, what is taken out of it and the line where the setting stands then.
TAKEN = {
    "site_url": ("mkdocs.yml", "site_url: https://grupper.example/\n", 1),
    "extra.adresser.epost": ("mkdocs.yml", "hej@grupper.example", 4),
    "extra.adresser.kod": ("mkdocs.yml", "https://kod.example/grupper\n", 5),
    "extra.adresser.redigera": ("mkdocs.yml", "    redigera: https://kod.example/grupper/edit/main\n", 4),
}


@pytest.mark.parametrize("name", TAKEN)
def test_a_setting_that_is_empty_is_told_at_its_line(name: str, filled: Path) -> None:
    file, gone, line = TAKEN[name]
    text = (filled / file).read_text("utf-8")
    assert gone in text
    (filled / file).write_text(text.replace(gone, "\n" if gone.startswith("https") else "", 1), "utf-8")
    assert [(left.setting.name, left.line) for left in settings_left(filled, TODAY, {})] == [(name, line)]
    assert name in unset_warning(filled, TODAY)


def test_every_setting_of_the_list_can_be_told(tmp_path: Path) -> None:
    for name in FILES:
        shutil.copyfile(PROJECT / name, tmp_path / name)
    text = (tmp_path / "mkdocs.yml").read_text("utf-8").replace("2027-11-23", "2020-01-01")
    (tmp_path / "mkdocs.yml").write_text(re.sub(r"(?m)^site_url:.*$", "", text), "utf-8")
    assert {left.setting.name for left in settings_left(tmp_path, TODAY, {})} == {each.name for each in settings()}


def test_an_address_from_the_environment_counts(filled: Path) -> None:
    text = (filled / "mkdocs.yml").read_text("utf-8")
    (filled / "mkdocs.yml").write_text(text.replace("site_url", "# site_url"), "utf-8")
    assert settings_left(filled, TODAY, {"KUNSKAPSBANK_ADRESS": "https://grupper.example/"}) == ()


def test_the_command_names_file_line_and_effect(
    filled: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(filled)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert main(["driftsatt"]) == 0
    (filled / "CODEOWNERS").write_text("# Ägare\n* @kunskapsbanken/forvaltare\n", "utf-8")
    assert main(["driftsatt"]) == 1
    out = capsys.readouterr().out
    assert "Allt är ifyllt." in out
    assert "CODEOWNERS:2: CODEOWNERS: Utan era egna grupper" in out


SITE = Publication(address="https://exempel.se/")


def _review(due: str, owner: str, address: str) -> Review:
    return Review(due, owner, address, "BeBo", "2025-11-26", "data/grupper/bebo.yml")


def test_a_reminder_has_a_heading_for_each_role_and_marks_what_is_late() -> None:
    text = reminder(
        [_review("2026-12-01", "@a/tva", "/grupper/bebo/"), _review("2026-11-01", "@a/ett", "")], "2026-11-26", SITE
    )
    assert text.index("## @a/ett") < text.index("## @a/tva")
    assert "- **försenad, 2026-11-01**: BeBo, data/grupper/bebo.yml" in text
    assert re.search(r"- 2026-12-01: \[BeBo\]\(https://exempel.se/grupper/bebo/\), data/grupper/bebo.yml", text)


def test_nothing_due_is_said() -> None:
    assert reminder([], "2026-11-26", SITE) == "Inget behöver granskas just nu.\n"
