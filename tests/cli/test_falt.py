"""`kunskapsbank falt` changes all records of a kind, shows it without doing it, and refuses what would go wrong."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.cli import main
from macros.contribute.field_changes import RESERVED
from tests.cases import PROJECT, small_site


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real records in a copy."""
    root = tmp_path_factory.mktemp("falt") / "site"
    shutil.copytree(PROJECT / "data", root / "data")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    return root


@pytest.fixture
def data(copied: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The copy, where the command finds it without being told. After the test it is as it was."""
    monkeypatch.delenv("KUNSKAPSBANK_DATA", raising=False)
    monkeypatch.chdir(copied)
    data = copied / "data"
    before = _files(data)
    yield data
    for place in _changed(before, _files(data)):
        (data / place).write_bytes(before[place])


def _files(data: Path) -> dict[str, bytes]:
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in data.rglob("*.yml")}


def _changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    assert before.keys() == after.keys()
    return {place for place in before if before[place] != after[place]}


def test_a_field_moves_in_all_records_and_in_its_criterion(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(data)
    assert main(["falt", "flytta", "grupp", "avgift", "helt_nytt", "--visa"]) == 0
    out = capsys.readouterr().out
    assert "\n-avgift: uppgift saknas\n+helt_nytt: uppgift saknas\n" in out
    assert "\n-falt: avgift\n+falt: helt_nytt\n" in out
    assert _files(data) == before
    assert main(["falt", "flytta", "grupp", "avgift", "helt_nytt"]) == 0
    out = capsys.readouterr().out
    assert "Kriteriet data/kriterier/grupp-avgift.yml följde med." in out
    assert "macros/model/grupp.py" in out
    after = _files(data)
    groups = {place for place in before if place.startswith("grupper/") and b"\navgift:" in before[place]}
    assert len(groups) > 20
    assert _changed(before, after) == {*groups, "kriterier/grupp-avgift.yml"}
    assert {place: text.replace(b"helt_nytt", b"avgift") for place, text in after.items()} == before
    assert main(["falt", "flytta", "grupp", "avgift", "helt_nytt"]) == 0
    assert "Här finns inget att ändra." in capsys.readouterr().out
    assert _files(data) == after


def test_a_criterion_of_several_kinds_follows_the_last_of_them(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(data)
    criterion = "kriterier/omrade.yml"
    kinds = [kind for kind in ("grupp", "norm", "projekt") if kind in before[criterion].decode()]
    assert len(kinds) > 1
    for kind in kinds:
        assert _files(data)[criterion] == before[criterion]
        assert main(["falt", "flytta", kind, "omraden", "helt_nytt"]) == 0
        told = "Kör samma kommando för dem" in capsys.readouterr().out
        assert told == (kind != kinds[-1])
    assert _files(data)[criterion] == before[criterion].replace(b"falt: omraden", b"falt: helt_nytt")


def test_a_field_goes_and_comes_back_as_unknown_or_with_a_value(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = data / "grupper/bebo.yml"
    before = path.read_text("utf-8")
    path.write_text(before.replace("\navgift:", "\n# Om avgiften\navgift:"), "utf-8")
    assert main(["falt", "bort", "grupp", "avgift"]) == 0
    out = capsys.readouterr().out
    assert "Kriteriet data/kriterier/grupp-avgift.yml visar fältet." in out
    assert "Anteckningen ovanför fältet står kvar: data/grupper/bebo.yml:" in out
    assert not any(b"\navgift:" in text for place, text in _files(data).items() if place.startswith("grupper/"))
    assert main(["falt", "ny", "grupp", "avgift"]) == 0
    path.write_text(path.read_text("utf-8").replace("# Om avgiften\n", ""), "utf-8")
    assert path.read_text("utf-8") == before
    main(["falt", "bort", "grupp", "avgift"])
    assert main(["falt", "ny", "grupp", "avgift", "--varde", "ej tillämpligt"]) == 0
    assert path.read_text("utf-8") == before.replace("avgift: uppgift saknas", "avgift: ej tillämpligt")


def test_another_folder_is_changed_when_it_is_named(data: Path, tmp_path: Path) -> None:
    before = _files(data)
    small = small_site(tmp_path / "liten") / "data"
    assert main(["falt", "flytta", "norm", "resultat", "helt_nytt", "--i", str(small)]) == 0
    assert _files(data) == before
    assert all("\nhelt_nytt:" in path.read_text("utf-8") for path in (small / "normer").glob("*.yml"))


REFUSED = [
    ("ny grupp bildat", "Slaget grupp har inget fält ”bildat”. Menade ni ”bildad”?"),
    ("ny grupp helt_nytt", "Lägg först till fältet i modellen, macros/model/grupp.py."),
    ("bort grupp bildat", "Menade ni ”bildad”?"),
    ("flytta grupp bildad", "kunskapsbank falt flytta grupp bildad NYTT"),
    ("flytta grupp bildad bildad", "kunskapsbank falt flytta grupp bildad NYTT"),
    ("flytta grupp bildad Bildad-År", "kan inte vara namnet på ett fält"),
    ("flytta grupp bildad avslutad", "Slaget grupp har redan ett fält ”avslutad”."),
    ("bort grupp bildad avslutad", "bara flytta har ett nytt namn"),
    ("bort grupp bildad --varde x", "bara ett nytt fält får ett värde"),
    ("bort grupp bildad --i finns-inte", "har ingen mapp som heter grupper"),
    *((f"bort grupp {name}", "kan inte vara namnet på ett fält") for name in sorted(RESERVED)),
]


def test_a_call_that_does_not_fit_is_told_and_nothing_is_written(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _files(data)
    for call, told in REFUSED:
        assert main(["falt", *call.split()]) == 1, call
        assert told in capsys.readouterr().err, call
    assert _files(data) == before


def test_a_value_that_the_field_cannot_have_is_refused(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["falt", "bort", "grupp", "bildad"])
    before = _files(data)
    for value in ("ja", "1989", "2026-11-26", "[a", "{varde: 1989, kallor: [finns-inte]}", "a: b"):
        assert main(["falt", "ny", "grupp", "bildad", "--varde", value]) == 1, value
        assert re.search(r"^--varde:\d+:\d+: fel: .+", capsys.readouterr().err, re.MULTILINE), value
    assert _files(data) == before


def test_a_field_that_must_be_known_needs_a_value(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["falt", "bort", "grupp", "land"])
    before = _files(data)
    assert main(["falt", "ny", "grupp", "land"]) == 1
    assert "land:" in capsys.readouterr().err
    assert _files(data) == before
    assert main(["falt", "ny", "grupp", "land", "--varde", "sverige"]) == 0


BROKEN = [
    ("grupper/trasig.yml", b'namn: "A\n', "data/grupper/trasig.yml:"),
    ("grupper/latin.yml", "namn: Å\n".encode("latin-1"), "UTF-8"),
    ("grupper/flode.yml", b"{namn: A, bildad: x}\n", "data/grupper/flode.yml är skriven så"),
    ("grupper/bada.yml", b"bildad: a\nhelt_nytt: b\n", "data/grupper/bada.yml har både"),
]


def test_one_file_that_cannot_be_changed_leaves_all_as_they_are(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = _files(data)
    for place, text, told in BROKEN:
        (data / place).write_bytes(text)
        verb = ["bort", "grupp", "bildad"] if "flode" in place else ["flytta", "grupp", "bildad", "helt_nytt"]
        assert main(["falt", *verb]) == 1, place
        assert told in capsys.readouterr().err, place
        assert (data / place).read_bytes() == text
        (data / place).unlink()
    assert _files(data) == before
