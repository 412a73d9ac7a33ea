"""What tests of the reviewer's account are given: a project with a history, and what the command tells of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from macros.cli import main
from tests.cases import small_site
from tests.contribute.reviewing import Told, commit, git


@pytest.fixture(scope="session")
def _repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = small_site(tmp_path_factory.mktemp("granskning") / "projekt")
    (made / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    (made / "macros").mkdir()
    (made / "macros/hook.py").write_text("", "utf-8")
    git(made, "init", "-q")
    commit(made)
    git(made, "tag", "bas")
    return made


@pytest.fixture
def versioned(_repository: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A project with a history in Git, where the command runs. After the test it is as it was."""
    monkeypatch.delenv("KUNSKAPSBANK_DATA", raising=False)
    monkeypatch.chdir(_repository)
    yield _repository
    git(_repository, "reset", "-q", "--hard", "bas")
    git(_repository, "clean", "-dfqx")


@pytest.fixture
def told(versioned: Path, capsys: pytest.CaptureFixture[str]) -> Told:
    """What is told of what now differs from the last commit."""
    assert versioned

    def tell() -> str:
        main(["skillnad", "HEAD"])
        return capsys.readouterr().out

    return tell
