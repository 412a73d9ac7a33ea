"""Settings of the theme that would be passed over in silence are told at their line, with what to do instead."""

from pathlib import Path

import pytest

from macros.checks import settings
from tests.cases import as_line, check, real, small_site

OWN = """site_name: Prov
theme:
  name: material
  custom_dir: overrides
  language: sv
plugins:
  - macros:
      verbose: false
"""


def told(root: Path, text: str) -> list[str]:
    (root / "mkdocs.yml").write_text(text, "utf-8")
    return [as_line(problem) for problem in check(root) if problem.path == "mkdocs.yml"]


def test_the_settings_that_are_used_pass(tmp_path: Path) -> None:
    assert told(small_site(tmp_path / "site"), OWN) == []


@pytest.mark.parametrize(
    ("added", "place", "words"),
    [
        ("  palette:\n    primary: teal\n", "6:3", "overrides/assets/css/farger.css"),
        ("  features:\n    - navigation.tabs\n", "6:3", "overrides/main.html"),
        ("  logo: bild.png\n", "6:3", "overrides/partials/marke.html"),
        ("  okant: ja\n", "6:3", "Ta bort raden"),
    ],
)
def test_a_setting_of_the_theme_without_effect_is_told(tmp_path: Path, added: str, place: str, words: str) -> None:
    (line,) = told(small_site(tmp_path / "site"), OWN.replace("plugins:", f"{added}plugins:"))
    assert line.startswith(f"mkdocs.yml:{place}: fel: ")
    assert words in line


def test_plugins_and_extensions_without_effect_are_told(tmp_path: Path) -> None:
    more = "  - search\nmarkdown_extensions:\n  - tables\n  - pymdownx.tabbed:\n      alternate_style: ja\n"
    lines = told(small_site(tmp_path / "site"), OWN + more)
    assert [line.partition(": fel")[0] for line in lines] == ["mkdocs.yml:9:5", "mkdocs.yml:12:5"]
    assert "”search”" in lines[0]
    assert "/bidra/sprak/" in lines[1]


def test_the_projects_own_settings_pass() -> None:
    assert list(settings.check(real())) == []
