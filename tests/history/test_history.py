"""The history: what git holds becomes entries, nothing is invented, and the committed files say what git says."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from macros.cli import main
from macros.history.changes import changes
from macros.history.entries import GUIDANCE, Change, Entry, as_text, newest_first, read_days
from macros.history.from_git import NoHistoryError, between, days
from macros.history.in_words import told
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.plain import PlainMap
from tests.cases import small_site
from tests.conftest import ROOT

WHO = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a.se", "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a.se"}


def _git(root: Path, *arguments: str, day: str = "2026-01-01") -> str:
    when = {"GIT_AUTHOR_DATE": f"{day}T12:00:00+0100", "GIT_COMMITTER_DATE": f"{day}T12:00:00+0100"}
    command = ["git", "-c", "commit.gpgsign=false", "-C", str(root), *arguments]
    environment = {**os.environ, **WHO, **when}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout


def _commit(root: Path, day: str) -> None:
    _git(root, "add", "-A")
    _git(root, "commit", "-qm", "x", day=day)


def _replace(path: Path, before: str, after: str) -> None:
    text = path.read_text("utf-8")
    assert before in text
    path.write_text(text.replace(before, after), "utf-8")


@pytest.fixture(scope="module")
def told_days(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A repository with four days of history. Only to be read."""
    root = small_site(tmp_path_factory.mktemp("historia") / "projekt")
    group = root / "data" / "grupper" / "alfa.yml"
    _git(root, "init", "-q")
    _commit(root, "2026-01-01")
    _replace(group, "varde: 2001", "varde: 2002")
    _commit(root, "2026-01-02")
    _replace(group, "sokord: [provgrupp]", "sokord: [annat]")
    _commit(root, "2026-01-03")
    _replace(group, "verksam: {varde: ja, kallor: [kalla-ett]}", "verksam: uppgift saknas")
    _commit(root, "2026-01-04")
    _replace(group, "varde: 2002", "varde: 1999")
    _commit(root, "2026-01-04")
    return root


@pytest.fixture
def project(told_days: Path, tmp_path: Path) -> Path:
    """The same in a copy of its own, to go on with."""
    return shutil.copytree(told_days, tmp_path / "projekt")


def test_a_day_tells_which_fact_changed_from_what_to_what(told_days: Path) -> None:
    found = {day.day: day.entries for day in days(told_days)}
    assert all(entry.what == "ny" for entry in found["2026-01-01"])
    assert {entry.kind for entry in found["2026-01-01"]} >= {*KINDS} - {"kriterium", "vagval", "skattning"}
    (entry,) = found["2026-01-02"]
    (change,) = entry.changes
    assert (entry.kind, entry.identifier, entry.name, change.field) == ("grupp", "alfa", "Alfa", "bildad")
    assert (change.before[0]["varde"], change.after[0]["varde"]) == (2001, 2002)
    assert change.after[0]["kallor"] == ["kalla-ett"]


def test_what_readers_do_not_see_is_no_entry(told_days: Path) -> None:
    assert "2026-01-03" not in {day.day for day in days(told_days)}


def test_a_day_is_told_once_however_many_times_a_record_was_saved(told_days: Path) -> None:
    (entry,) = days(told_days)[-1].entries
    assert {change.field for change in entry.changes} == {"bildad", "verksam"}
    verksam = next(change for change in entry.changes if change.field == "verksam")
    assert verksam.after == ({"varde": "uppgift saknas"},)


def test_a_record_that_moves_is_told_as_moved_and_not_as_new(project: Path) -> None:
    folder = project / "data" / "grupper"
    (folder / "alfa.yml").rename(folder / "omega.yml")
    (folder / "alfa.yml").write_text("flyttad_till: omega\n", "utf-8")
    _commit(project, "2026-01-05")
    (entry,) = days(project)[-1].entries
    assert (entry.identifier, entry.what, entry.to) == ("alfa", "flyttad", "omega")


def test_a_page_is_told_when_the_day_in_its_head_moves(project: Path) -> None:
    page = next((project / "docs").rglob("*.md"))
    _replace(page, 'andrad: "2026', 'andrad: "2025')
    _commit(project, "2026-01-06")
    (entry,) = days(project)[-1].entries
    assert (entry.kind, entry.what) == (GUIDANCE, "andrad")


def test_files_of_the_history_read_back_as_they_were(project: Path) -> None:
    folder = project / "data" / "andringar"
    folder.mkdir()
    for day in days(project):
        (folder / f"{day.day}.json").write_text(as_text(day), "utf-8")
    assert read_days(project / "data") == days(project)


def test_the_command_writes_what_git_holds_and_then_has_nothing_to_do(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KUNSKAPSBANK_DATA", str(project / "data"))
    monkeypatch.setattr("macros.cli.andringar.project_root", lambda _: project)
    assert main(["andringar"]) == 0
    assert "Skrev andringar/2026-01-04.json." in capsys.readouterr().out
    assert read_days(project / "data") == days(project)
    assert main(["andringar"]) == 0
    assert "stämmer redan" in capsys.readouterr().out


def test_a_part_of_the_history_is_refused(told_days: Path, tmp_path: Path) -> None:
    shallow = tmp_path / "grund"
    _git(tmp_path, "clone", "-q", "--depth", "1", f"file://{told_days}", str(shallow))
    with pytest.raises(NoHistoryError):
        days(shallow)
    with pytest.raises(NoHistoryError):
        days(tmp_path)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"webb": "https://a.se"}, {"webb": "https://a.se"}, ()),
        ({}, {"fullt_namn": "B"}, (Change("fullt_namn", "", (), ({"varde": "B"},)),)),
        ({"text": "en\ntva"}, {"text": "en\ntre"}, (Change("text", text=True),)),
        (
            {"kannetecken": {"permanent": "uppgift saknas"}},
            {"kannetecken": {"permanent": {"varde": "ja", "kallor": ("k",)}}},
            (
                Change(
                    "kannetecken",
                    "permanent",
                    ({"varde": "uppgift saknas"},),
                    ({"varde": "ja", "kallor": ["k"]},),
                ),
            ),
        ),
        ({"andrad": "1"}, {"andrad": "2"}, ()),
        (
            {"siffror": ({"namn": "n", "varde": 1, "kallor": ["k"], "roll": "före"},)},
            {"siffror": ({"namn": "n", "varde": 1, "kallor": ["k"], "figur": "priset"},)},
            (),
        ),
    ],
)
def test_changes_of_a_record(before: PlainMap, after: PlainMap, expected: tuple[Change, ...]) -> None:
    assert changes(before, after) == expected


FIGURE: PlainMap = {"namn": "El", "varde": 39000, "forled": "omkring", "enhet": "kWh", "avser": "2012"}
FIGURE_OWN: PlainMap = {
    "namn": "El",
    "varde": 7,
    "till": 9,
    "forled": "upp till",
    "enhet": "kWh",
    "egen_tolkning": "ja",
}


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (Change("land", "", ({"varde": "sverige"},), ({"varde": "norge"},)), "Land ändrades från Sverige till Norge."),
        (Change("berattelse", text=True), "Berättelse: texten ändrades."),
        (Change("fullt_namn", "", ({"varde": "A B."},), ()), "Fullt namn togs bort: ”A B”."),
        (
            Change("kannetecken", "permanent", (), ({"varde": "ja", "kallor": ["bebo-hist"]},)),
            "Kännetecken, {namn} lades till: ja.",
        ),
        (
            Change("land", "", ({"varde": "norge", "kallor": ["a"]},), ({"varde": "norge", "kallor": ["b"]},)),
            "Land: källan ändrades.",
        ),
        (
            Change("land", "", ({"varde": "norge"},), ({"varde": "norge", "kommentar": "k"},)),
            "Land: det som står vid uppgiften ändrades.",
        ),
        (
            Change("land", "", ({"varde": "norge"},), ({"varde": "norge", "avser": "2012", "egen_tolkning": "ja"},)),
            "Land ändrades från Norge till Norge (2012, vår tolkning).",
        ),
        (
            Change(
                "siffror", "", ({"namn": "El", "varde": 7, "enhet": "kWh", "kommentar": "k"},), (FIGURE, FIGURE_OWN)
            ),
            "Siffror ändrades från El 7 kWh till El omkring 39 000 kWh (2012) och El upp till 7–9 kWh (vår beräkning).",
        ),
        (
            Change("siffror", "", (FIGURE,), (FIGURE, FIGURE_OWN)),
            "Siffror lades till: El upp till 7–9 kWh (vår beräkning).",
        ),
    ],
)
def test_changes_in_words(bank: Kunskapsbank, change: Change, text: str) -> None:
    (entry,) = told(bank, [Entry("2026-01-01", "grupp", "bebo", "BeBo", "andrad", "", (change,))])
    assert entry.text == text.format(namn=bank.kannetecken["permanent"].namn)
    assert entry.address == "/grupper/bebo/"


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        (["bebo"], ["bebo", "belok"], "Grupper lades till: Belok."),
        (["bebo", "finns-inte"], ["belok"], "Grupper ändrades från BeBo och finns-inte till Belok."),
        (["bebo"], [], "Grupper togs bort: BeBo."),
    ],
)
def test_records_that_are_referred_to_have_their_names(
    bank: Kunskapsbank, before: list[str], after: list[str], text: str
) -> None:
    change = Change("grupper", "", ({"varde": before},), ({"varde": after},))
    (entry,) = told(bank, [Entry("2026-01-01", "projekt", "tvattstugor", "Tvättstugor", "andrad", "", (change,))])
    assert entry.text == text


def test_no_entry_says_that_something_changed_to_what_it_was(bank: Kunskapsbank) -> None:
    entries = [entry for day in read_days(ROOT / "data") for entry in day.entries]
    texts = [sentence.text for entry in told(bank, entries) for sentence in entry.sentences]
    changed = [found for text in texts if (found := re.fullmatch(r".* ändrades från (.+) till (.+)\.", text))]
    assert len(changed) > 30
    assert [found.group() for found in changed if found.group(1) == found.group(2)] == []


def test_the_history_in_the_repository_is_whole_and_names_only_what_was_there(bank: Kunskapsbank) -> None:
    history = read_days(ROOT / "data")
    assert history
    told_of = {(entry.kind, entry.identifier) for day in history for entry in day.entries}
    for day in history:
        assert (ROOT / "data" / "andringar" / f"{day.day}.json").read_text("utf-8") == as_text(day)
        for entry in day.entries:
            assert entry.kind in {*KINDS, GUIDANCE}
            assert entry.what != "andrad" or entry.changes or entry.kind == GUIDANCE
    assert ("grupp", "bebo") in told_of
    assert [entry for entry in told(bank, [entry for day in history for entry in day.entries]) if not entry.text] == []


@pytest.mark.long
def test_git_says_what_the_history_in_the_repository_says() -> None:
    history = read_days(ROOT / "data")
    try:
        known = _git(ROOT, "rev-list", "HEAD").split()
    except subprocess.CalledProcessError:
        pytest.skip("an archive has no git to compare with")
    before = None
    for day in history:
        if before in known and day.revision in known:
            assert before is not None
            found = sorted(between(ROOT, before, day.revision, day.day), key=lambda each: (each.kind, each.identifier))
            assert tuple(found) == day.entries
        before = day.revision


def test_what_happened_last_is_told_first_and_a_day_by_kind_and_name() -> None:
    rows = (
        ("2026-11-23", "norm", "a"),
        ("2026-11-25", "norm", "b"),
        ("2026-11-25", "grupp", "c"),
        ("2026-11-24", "norm", "d"),
    )
    ordered = newest_first(Entry(day, kind, identifier, identifier.upper(), "ny") for day, kind, identifier in rows)
    assert [(entry.day, entry.identifier) for entry in ordered] == [
        ("2026-11-25", "c"),
        ("2026-11-25", "b"),
        ("2026-11-24", "d"),
        ("2026-11-23", "a"),
    ]
