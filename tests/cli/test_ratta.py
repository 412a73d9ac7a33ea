"""`kunskapsbank ratta` mends files, or shows what it would do, and leaves what it cannot know."""

from pathlib import Path

import pytest

from macros.cli import main

GROUP = "data/grupper/alfa.yml"


@pytest.fixture
def site(site: Path) -> Path:
    """The small site with a date without quotation marks."""
    path = site / GROUP
    path.write_text(
        path.read_text("utf-8").replace('andrad: "', "andrad: ").replace('"\ngranskad', "\ngranskad"), "utf-8"
    )
    return site


def test_a_faulty_file_is_mended_until_the_check_accepts_it(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kontrollera", "--bara-fel"]) == 1
    assert main(["ratta", GROUP]) == 0
    assert "1 filer rättade." in capsys.readouterr().out
    assert main(["kontrollera", "--bara-fel"]) == 0
    assert main(["ratta"]) == 0
    assert "inget som kan rättas" in capsys.readouterr().out
    assert 'andrad: "' in (site / GROUP).read_text("utf-8")


def test_the_difference_can_be_shown_without_a_change(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (site / GROUP).read_bytes()
    assert main(["ratta", "--visa"]) == 0
    out = capsys.readouterr().out
    assert f"+++ {GROUP}" in out
    assert '\n+andrad: "' in out
    assert (site / GROUP).read_bytes() == before


def test_a_name_that_cannot_be_used_gets_the_one_it_means(site: Path) -> None:
    (site / GROUP).rename(site / "data/grupper/Alfa Ö.yaml")
    assert main(["ratta"]) == 0
    assert (site / "data/grupper/alfa-o.yml").is_file()
    assert not (site / "data/grupper/Alfa Ö.yaml").exists()


@pytest.mark.usefixtures("site")
def test_a_file_of_another_place_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "annat.yml"
    other.write_text("andrad: 2026-11-23\n", "utf-8")
    assert main(["ratta", str(other)]) == 1
    assert "ligger inte i data eller docs" in capsys.readouterr().err
    assert other.read_text("utf-8") == "andrad: 2026-11-23\n"
