"""Work in proportion to the change: after an edit of any kind the site is, byte for byte, as one from nothing."""

import fcntl
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from macros.engine.build import LOCK, OLD, WORK, sweep
from tests.conftest import ROOT, build_site
from tests.ready import Ready
from tests.site.test_strict_builds import tree


def _edit(file: str, old: str, new: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        path = root / file
        text = path.read_text("utf-8")
        assert old in text, f"{file}: {old}"
        path.write_text(text.replace(old, new), "utf-8")

    return change


def _rename_group(root: Path) -> None:
    path = min((root / "data" / "grupper").glob("*.yml"))
    record = yaml.safe_load(path.read_text("utf-8"))
    path.write_text(path.read_text("utf-8").replace(f"namn: {record['namn']}", "namn: Nytt namn", 1), "utf-8")


def _new_term(root: Path) -> None:
    path = min((root / "data" / "begrepp").glob("*.yml"))
    text = path.read_text("utf-8")
    path.write_text(text.replace("forklaring: ", "forklaring: Ny början. ", 1), "utf-8")


def _new_page(root: Path) -> None:
    text = (root / "docs" / "om" / "kontakt.md").read_text("utf-8")
    (root / "docs" / "om" / "nytt.md").write_text(text.replace("title: ", "title: Ny "), "utf-8")


def _later_review(root: Path) -> None:
    path = root / "docs" / "om" / "kontakt.md"
    path.write_text(path.read_text("utf-8").replace('granskad: "2026-11-23"', 'granskad: "2026-11-24"'), "utf-8")


def _what_only_a_file_tells(root: Path) -> None:
    """A comment in a record, and the style of figures in print: neither is in what the records say."""
    path = min((root / "data" / "grupper").glob("*.yml"))
    path.write_text(f"# En anteckning.\n{path.read_text('utf-8')}", "utf-8")
    _edit("overrides/typst/figur.css", "font-size: 19px", "font-size: 18px")(root)
    _edit("overrides/sidor/sprakmarke.html", "sprakmarke", "sprakmarke prov")(root)


def _without_norm(root: Path) -> None:
    _edit("data/begrepp/samverkan.yml", "norm]", "]")(root)
    (root / "data" / "begrepp" / "norm.yml").unlink()


# First those that make everything anew, so that the site at the end is made of what is kept since many edits.
EDITS: dict[str, Callable[[Path], None]] = {
    "a word": _edit("macros/ord.yml", "anvands_inte: Används ännu inte", "anvands_inte: Används inte än"),
    "a setting": _edit("mkdocs.yml", "site_name: Beställargrupper", "site_name: Grupper"),
    "a sentence": _edit("docs/om/kontakt.md", "Text.", "Annan text om beställargrupper."),
    "a name": _rename_group,
    "a term": _new_term,
    "a page more": _new_page,
    "a fact": _edit("data/grupper/alfa.yml", "varde: 7500", "varde: 7600"),
    "a term less": _without_norm,
    "a date": _later_review,
    "a template": _edit("overrides/partials/sidfot.html", "<footer", '<footer data-prov="ja"'),
    "a record's template": _edit(
        "overrides/sidor/grupp.md", "{{ d.siffertabell(", "Här är siffror.\n\n{{ d.siffertabell("
    ),
    "how sources are listed": _edit("overrides/sidor/kallista.html", "<ol>", '<ol class="prov">'),
    "a style": _edit("overrides/assets/css/farger.css", ":root", ".prov { color: red }\n:root"),
    "what only a file tells": _what_only_a_file_tells,
}


@pytest.fixture
def own(small: Path) -> Path:
    """The small project with code and templates of its own to change."""
    return with_own_program(small)


def with_own_program(small: Path) -> Path:
    """Gives the small project code and templates of its own; the code that is compiled already comes along."""
    (small / "macros").unlink()
    for folder in ("macros", "overrides", "hosting"):
        shutil.copytree(ROOT / folder, small / folder)
    settings = yaml.safe_load((small / "mkdocs.yml").read_text("utf-8"))
    settings["theme"]["custom_dir"], settings["hooks"] = "overrides", ["macros/engine/hook.py"]
    (small / "mkdocs.yml").write_text(yaml.safe_dump(settings, allow_unicode=True), "utf-8")
    return small


@pytest.mark.long
def test_after_each_edit_the_site_is_as_from_nothing(own: Path, tmp_path: Path) -> None:
    kept = own / "site"
    with Ready(own) as program:
        for kind, edit in EDITS.items():
            edit(own)
            done = program.run(["bygg", "--till", str(kept)], own)
            assert done.returncode == 0, f"{kind}: {done.stderr}"
    shutil.rmtree(own / ".cache")
    fresh = tmp_path / "fran-noll"
    assert build_site(fresh, root=own).returncode == 0
    assert tree(kept) == tree(fresh)


def test_a_page_that_was_wrong_is_wrong_again_in_the_next_build(small: Path, tmp_path: Path) -> None:
    with (small / "docs" / "om" / "kontakt.md").open("a", encoding="utf-8") as opened:
        opened.write("\n[bort](/om/finns-inte.md)\n")
    for _ in range(2):
        done = build_site(tmp_path / "ut", root=small)
        assert done.returncode == 1
        assert "finns-inte" in done.stderr


def test_nothing_is_built_when_nothing_changed_and_a_touched_site_is_mended(small: Path) -> None:
    target = small / "site"
    assert build_site(target, root=small).returncode == 0
    before = tree(target)
    again = build_site(target, root=small)
    assert again.returncode == 0
    assert "Inget har ändrats" in again.stdout
    (target / "index.html").write_text("något annat", "utf-8")
    mended = build_site(target, root=small)
    assert "Inget har ändrats" not in mended.stdout
    assert tree(target) == before


def test_a_read_only_cache_is_done_without(small: Path, tmp_path: Path) -> None:
    # A file in the folder's place cannot be written into by anyone, root included.
    shutil.rmtree(small / ".cache")
    (small / ".cache").write_text("", "utf-8")
    done = build_site(tmp_path / "ut", root=small)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "ut" / "utskrift" / "vagledning.pdf").is_file()


def test_leftovers_of_a_killed_build_are_swept_and_those_of_a_living_one_stay(small: Path, tmp_path: Path) -> None:
    target = tmp_path / "ut"
    command = [sys.executable, "-m", "macros.cli", "bygg", "--till", str(target)]
    with subprocess.Popen(command, cwd=small, stderr=subprocess.DEVNULL, start_new_session=True) as building:
        while not [path for path in tmp_path.glob(f"{WORK}*") if (path / LOCK).is_file()]:
            time.sleep(0.05)
        sweep(target)
        assert list(tmp_path.glob(f"{WORK}*"))
        os.killpg(building.pid, signal.SIGKILL)
    (left,) = tmp_path.glob(f"{WORK}*")
    # Each process of the build holds its lock until the system has ended it, which may take a while.
    with (left / LOCK).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
    assert build_site(target, root=small).returncode == 0
    assert not list(tmp_path.glob(f"{WORK}*"))


def test_a_site_that_a_killed_build_had_moved_away_comes_back(tmp_path: Path) -> None:
    work = tmp_path / f"{WORK}abc"
    (work / OLD).mkdir(parents=True)
    (work / OLD / "index.html").write_text("gammal", "utf-8")
    (work / LOCK).write_text("", "utf-8")
    sweep(tmp_path / "ut")
    assert (tmp_path / "ut" / "index.html").read_text("utf-8") == "gammal"
    assert not work.exists()


def test_a_full_disk_is_told_with_what_to_do(small: Path) -> None:
    target = small / "site"
    before = tree(target)
    _edit("docs/om/kontakt.md", "Text.", "Mer text.")(small)
    program = (
        "import errno, sys, macros.cli, macros.engine.build as b\n"
        "def full(*_): raise OSError(errno.ENOSPC, 'No space left on device')\n"
        "b._run_engine = full\n"
        f"sys.exit(macros.cli.main(['bygg', '--till', {str(target)!r}]))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=small,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "Disken är full" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(target) == before
