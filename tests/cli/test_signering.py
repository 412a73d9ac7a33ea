"""`kunskapsbank signering` asks for a sign-off by the author of every commit."""

import subprocess
from pathlib import Path

import pytest

from macros.cli import main
from tests.cases import small_site


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = small_site(tmp_path / "site")
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    monkeypatch.chdir(root)
    subprocess.run(["git", "init", "-q"], check=True)
    _commit(root, "Start")
    subprocess.run(["git", "tag", "bas"], check=True)
    return root


def _commit(root: Path, message: str, mail: str = "ada@example.org") -> None:
    identity = ["-c", "user.name=Ada", "-c", f"user.email={mail}"]
    subprocess.run(["git", "-C", str(root), "add", "-A"], check=True)
    subprocess.run(["git", "-C", str(root), *identity, "commit", "-q", "--allow-empty", "-m", message], check=True)


def test_signed_commits_pass(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _commit(repository, "Ett\n\nSigned-off-by: Ada <ada@example.org>")
    assert main(["signering", "bas"]) == 0
    assert "Alla ändringar är signerade." in capsys.readouterr().out


@pytest.mark.parametrize(
    "message", ["Två", "Två\n\nSigned-off-by: Bo <bo@example.org>"], ids=["nobody", "someone else"]
)
def test_commit_without_the_authors_sign_off_is_named(
    message: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _commit(repository, "Ett\n\nSigned-off-by: Ada <ada@example.org>")
    _commit(repository, message)
    assert main(["signering", "bas"]) == 1
    out = capsys.readouterr().out
    assert "(”Två”) är" in out
    assert "Signed-off-by: Ada <ada@example.org>" in out
    assert ("Bo <bo@example.org>" in out) == ("Bo" in message)
    assert "Ett" not in out
    assert "git commit --amend --signoff" in out


@pytest.mark.parametrize(
    "mail", ["123+ada@users.noreply.github.com", "1-ada@users.noreply.gitlab.com", "ada@noreply.codeberg.org"]
)
def test_the_hosts_no_reply_address_is_signed_with_ones_own(
    mail: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _commit(repository, "Ett\n\nSigned-off-by: Ada Svensson <ada.svensson@kommun.example>", mail)
    assert main(["signering", "bas"]) == 0
    _commit(repository, "Två\n\nSigned-off-by: Ada", mail)
    assert main(["signering", "bas"]) == 1
    assert "(”Två”) är inte signerad" in capsys.readouterr().out


@pytest.mark.parametrize("base", ["finns-inte", "$(id)"])
@pytest.mark.usefixtures("repository")
def test_unknown_base_is_told(base: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["signering", base]) == 1
    assert "Det finns ingen revision" in capsys.readouterr().err
