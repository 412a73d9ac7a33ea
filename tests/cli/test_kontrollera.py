"""`kunskapsbank kontrollera` shows every problem in three formats and says by its exit code how it went."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from macros.cli import main
from macros.problems.problem import Problem
from macros.problems.report import as_text
from tests.cases import small_site

BROKEN = "data/grupper/alfa.yml"


def _break(site: Path, old: str = "land: sverige", new: str = "land: sverje") -> None:
    path = site / BROKEN
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


@pytest.mark.usefixtures("site")
def test_without_errors_the_exit_code_is_zero(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kontrollera", "--dag", "2026-11-23"]) == 0
    assert re.search(r"^Inga fel, \d+ varning(ar)?\.$", capsys.readouterr().out, re.MULTILINE)


def test_text_shows_the_line_with_a_mark_and_what_is_right(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(site)
    assert main(["kontrollera", "--bara-fel"]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{BROKEN}:8:7: fel: land: Värdet ”sverje” är inte tillåtet."
    assert lines[1] == "      8 | land: sverje"
    assert lines[2].index("^") == lines[1].index("sverje")
    assert lines[3].startswith("  → Menade du ”sverige”?")
    assert lines[4] == "  Läs mer: /bidra/falt/grupp/#land och /bidra/regler/#falt"
    assert lines[-1] == "1 fel i 1 fil, 0 varningar."


def test_github_format_puts_a_comment_on_the_line(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(site)
    assert main(["kontrollera", "--format", "github", "--bara-fel"]) == 1
    out = capsys.readouterr().out
    assert re.fullmatch(r"::error file=data/grupper/alfa\.yml,line=8,col=7,title=okant_val::land: Värdet .*\n", out)


def test_github_format_cannot_be_made_to_give_other_commands(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(site, "land: sverige", 'land: "x\\n::set-env name=A::b\\r%0A::error::c"')
    assert main(["kontrollera", "--format", "github", "--bara-fel"]) == 1
    for line in capsys.readouterr().out.splitlines():
        assert line.startswith("::error file=data/grupper/alfa.yml,line=8,col=7,")
        assert "\r" not in line


def test_json_format_holds_every_problem(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(site)
    assert main(["kontrollera", "--format", "json", "--dag", "2026-11-23"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["fel"] == 1
    assert told["varningar"] == len(told["problem"]) - 1 > 0
    (error,) = [problem for problem in told["problem"] if problem["niva"] == "fel"]
    assert (error["fil"], error["rad"], error["kolumn"]) == (BROKEN, 8, 7)
    assert error["las_mer"] == "/bidra/falt/grupp/#land"


def test_signs_that_move_the_cursor_are_shown_as_codes(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(site, "namn: Alfa", 'namn: "Al\u202efa\u200b"')
    main(["kontrollera", "--bara-fel"])
    out = capsys.readouterr().out
    assert "\\u202e" in out
    assert "\u202e" not in out


@pytest.mark.usefixtures("site")
def test_other_data_can_be_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = small_site(tmp_path / "other")
    (other / BROKEN).unlink()
    monkeypatch.setenv("KUNSKAPSBANK_DATA", str(other / "data"))
    assert main(["kontrollera"]) == 1


@pytest.mark.usefixtures("site")
def test_overdue_reviews_depend_on_the_given_day(capsys: pytest.CaptureFixture[str]) -> None:
    main(["kontrollera", "--dag", "2027-11-24"])
    assert "Granskningen skulle ha gjorts senast 2027-11-23." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["kontrolera"], "”kontrolera” går inte att använda"),
        (["kontrollera", "--fromat", "json"], "okända val: --fromat json"),
        (["kontrollera", "--format", "xml"], "”xml” går inte att använda; skriv text, github, json"),
        (["kontrollera", "--format"], "ett värde saknas"),
        ([], "det här saknas: kommando"),
        (["kontrollera", "--dag", "i morgon"], "”i morgon” går inte att använda"),
    ],
)
def test_wrong_call_is_told_in_swedish(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2
    output = capsys.readouterr()
    assert told in output.err
    assert "användning: " in output.out


def test_help_is_in_swedish(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    out = capsys.readouterr().out
    assert "visar alla fel och varningar" in out
    assert not re.search(r"\b(usage|options|positional|show this help)\b", out)


def test_a_changed_fact_with_the_old_day_is_told_when_the_base_is_known(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git = ["git", "-C", str(site), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    _break(site, "varde: 2001", "varde: 2002")
    assert main(["kontrollera", "--sedan", "HEAD"]) == 0
    assert "data/grupper/alfa.yml:4:9: varning: En uppgift har ändrats, men inte datumet" in capsys.readouterr().out
    _break(site, 'andrad: "2026-11-19"', 'andrad: "2026-11-26"')
    main(["kontrollera", "--sedan", "HEAD"])
    assert "En uppgift har ändrats" not in capsys.readouterr().out


def test_what_a_change_brought_follows_a_file_that_moved(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git = ["git", "-C", str(site), "-c", "user.name=x", "-c", "user.email=x@example.org"]
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    assert main(["flytta", "grupp", "alfa", "omega"]) == 0
    capsys.readouterr()
    assert main(["kontrollera", "--sedan", "HEAD"]) == 0
    assert capsys.readouterr().out == "Inga fel, 0 varningar.\n"


def test_the_last_line_of_a_file_is_shown_and_the_one_before_it_too() -> None:
    sources = {"a.yml": ("ett: 1", "tva: 2", "tre: 3")}
    for line, text in enumerate(sources["a.yml"], 1):
        assert as_text([Problem("a.yml", line, 1, "Fel.")], sources).splitlines()[1] == f"  {line:>5} | {text}"


def test_warnings_alone_stop_nothing(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _break(site, "granskad: ", "granskad: ")
    assert main(["kontrollera", "--dag", "2036-11-23"]) == 0
    assert re.search(r"^Inga fel, [1-9]\d* varning(ar)?\.$", capsys.readouterr().out, re.MULTILINE)
