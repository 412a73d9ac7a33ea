"""What tests of commands share: a small site as the project that the command is given in."""

from pathlib import Path

import pytest

from tests.cases import small_site


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small site as the current project."""
    root = small_site(tmp_path / "site")
    (root / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    monkeypatch.delenv("KUNSKAPSBANK_DATA", raising=False)
    monkeypatch.chdir(root)
    return root
