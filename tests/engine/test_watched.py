"""What is watched while pages are shown, and that only pages that are shown may hold an older print."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.engine import after_build, hook
from macros.kunskapsbank import Kunskapsbank
from macros.places import data_folder
from macros.site.pages import BuiltSite
from tests.conftest import ROOT


def test_everything_that_a_page_is_made_of_is_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    watched: list[Path] = []
    taken = SimpleNamespace(take_over=lambda _server, _quick, folders: watched.extend(folders))
    monkeypatch.setattr(hook, "_serving", taken)
    config: Any = {"config_file_path": str(ROOT / "mkdocs.yml"), "docs_dir": str(ROOT / "docs")}
    hook.on_serve(None, config, None)
    made_of = (ROOT / "docs", data_folder(), ROOT / "macros", ROOT / "overrides", ROOT / "mkdocs.yml")
    assert {path.resolve() for path in made_of} == {path.resolve() for path in watched}


@pytest.mark.parametrize("hurry", [True, False])
def test_a_site_to_publish_never_takes_an_older_print(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, bank: Kunskapsbank, *, hurry: bool
) -> None:
    asked: list[bool] = []

    def begin(_site: object, _bank: object, *, hurry: bool) -> Callable[[], None]:
        asked.append(hurry)
        return lambda: None

    monkeypatch.setattr(after_build, "begin_prints", begin)
    monkeypatch.setattr(after_build, "BESIDE_PRINTS", ())
    after_build.after_build(BuiltSite(tmp_path), bank, hurry=hurry)
    assert asked == [hurry]
