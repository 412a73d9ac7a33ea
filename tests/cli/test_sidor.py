"""`kunskapsbank sidor` writes every page as Markdown for an engine without hooks, and never over anything."""

from pathlib import Path

import pytest

from macros.cli import main
from macros.guidance.pages import guidance_pages
from macros.history.entries import history_of
from macros.kunskapsbank import Kunskapsbank
from macros.pages.site import generated_pages, left_behind
from tests.cases import small_site


@pytest.mark.long
def test_every_page_is_written(root: Path, bank: Kunskapsbank, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    assert main(["sidor", str(tmp_path / "sidor")]) == 0
    pages = generated_pages(bank, guidance_pages(root / "docs"), history_of(root / "data"))
    assert len(pages) > len(bank.grupp)
    for page in pages:
        assert (tmp_path / "sidor" / page.source).read_text("utf-8") == page.markdown
    # A page of guidance that has moved or been taken back is a generated page at its old address.
    made = {page.source for page in left_behind(root / "docs")}
    for guidance in (root / "docs").rglob("*.md"):
        written = tmp_path / "sidor" / guidance.relative_to(root / "docs")
        if guidance.relative_to(root / "docs").as_posix() in made:
            assert "flyttad_till" in guidance.read_text("utf-8")
            continue
        assert written.read_text("utf-8") == guidance.read_text("utf-8")


def test_a_folder_with_something_in_it_is_left_alone(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    (tmp_path / "viktigt.txt").write_text("x", "utf-8")
    assert main(["sidor", str(tmp_path)]) == 1
    assert "inte en tom mapp" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["viktigt.txt"]


def test_errors_in_data_write_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = small_site(tmp_path / "site")
    (site / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    monkeypatch.delenv("KUNSKAPSBANK_DATA", raising=False)
    monkeypatch.chdir(site)
    broken = next((site / "data" / "grupper").glob("*.yml"))
    broken.write_text("namn: [\n", "utf-8")
    assert main(["sidor", str(tmp_path / "sidor")]) == 1
    assert broken.name in capsys.readouterr().err
    assert not (tmp_path / "sidor").exists()
