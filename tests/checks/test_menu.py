"""Every page is in the menu, and the menu leads to pages that exist."""

from pathlib import Path

import pytest

from tests.cases import as_line, check, small_site

MENU = "nav:\n  - Om:\n      - om/index.md\nnot_in_nav: |\n  /grupper/*\n"


def _site(folder: Path, menu: str, page: str = "") -> list[str]:
    root = small_site(folder / "site")
    (root / "mkdocs.yml").write_text(menu, "utf-8")
    if page:
        (root / "docs" / page).parent.mkdir(exist_ok=True)
        (root / "docs" / page).write_text((root / "docs" / "om" / "index.md").read_text("utf-8"), "utf-8")
    return [as_line(problem) for problem in check(root) if problem.rule == "meny"]


@pytest.mark.parametrize("page", ["", "grupper/om.md"])
def test_pages_in_the_menu_or_meant_to_stand_outside_it_pass(tmp_path: Path, page: str) -> None:
    assert _site(tmp_path, MENU, page) == []


def test_a_page_outside_the_menu_is_told_with_the_line_to_add(tmp_path: Path) -> None:
    assert _site(tmp_path, MENU, "om/ny-sida.md") == [
        (
            "docs/om/ny-sida.md:1:1: fel: Sidan saknas i menyn. → Lägg raden ”- om/ny-sida.md” under ”nav” i "
            "mkdocs.yml, efter raden ”- om/index.md”, med samma indrag."
        )
    ]


def test_an_entry_without_a_page_is_told_at_its_line(tmp_path: Path) -> None:
    menu = MENU.replace("om/index.md\n", "om/index.md\n      - om/borta.md\n")
    assert _site(tmp_path, menu) == [
        (
            "mkdocs.yml:4:1: fel: Menyn leder till docs/om/borta.md, som inte finns. → "
            "Ta bort raden, eller lägg tillbaka sidan."
        )
    ]
