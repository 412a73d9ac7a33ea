"""`kunskapsbank flytta` gives a record or page another name, and nothing else changes."""

from pathlib import Path

import pytest

from macros.cli import main
from macros.contribute.moving import MOVABLE, Move, moved
from macros.model import KINDS
from tests.cases import check

MENU = "site_name: x\nnav:\n  - Om:\n      - om/index.md\n      - om/sida.md\nnot_in_nav: |\n  /**\n"
PAGE = """---
title: En sida till
sammanfattning: En sida som bara finns för att den ska kunna flyttas dit den hör hemma.
malgrupp: [alla]
andrad: "2026-11-23"
granskad: "2026-11-23"
---

Se [gruppen](/grupper/alfa.md) och [den här sidan](/om/sida.md#nasta-steg).
Så är det [@kalla-ett, s. 2; @kalla-tva].

## Nästa steg

- Läs [om källan](/kallor.md#kalla-ett).
"""


@pytest.fixture
def site(site: Path) -> Path:
    """The small site with a menu, and a page in it."""
    (site / "mkdocs.yml").write_text(MENU, "utf-8")
    (site / "docs/om/sida.md").write_bytes(PAGE.replace("\n", "\r\n").encode())
    return site


def _files(root: Path) -> dict[str, bytes]:
    tops = (root / "data", root / "docs")
    found = {path.relative_to(root).as_posix(): path.read_bytes() for top in tops for path in top.rglob("*.*")}
    return {**found, "mkdocs.yml": (root / "mkdocs.yml").read_bytes()}


def _errors(root: Path) -> list[str]:
    return [f"{problem.path}: {problem.message}" for problem in check(root) if problem.level == "fel"]


MOVES = [
    (
        kind,
        min(
            path.stem
            for path in (Path(__file__).parent.parent / "fixtures/small/data" / KINDS[kind].folder).glob("*.yml")
        ),
    )
    for kind in MOVABLE
    if kind in KINDS
]


@pytest.mark.parametrize(("kind", "name"), MOVES)
def test_every_reference_follows_and_nothing_else_changes(kind: str, name: str, site: Path) -> None:
    before = _files(site)
    assert _errors(site) == []
    assert main(["flytta", kind, name, "helt-nytt"]) == 0
    assert _errors(site) == []
    after = _files(site)
    folder = f"data/{KINDS[kind].folder}"
    assert after.pop(f"{folder}/{name}.yml") == b"flyttad_till: helt-nytt\n"
    after[f"{folder}/{name}.yml"] = after.pop(f"{folder}/helt-nytt.yml")
    assert after.keys() == before.keys()
    # Each file is what it was but for the name, so that comments and line ends are kept.
    for place, content in before.items():
        if after[place] != content:
            assert after[place].replace(b"helt-nytt", name.encode()) == content, place


def test_a_page_moves_with_its_links_and_its_place_in_the_menu(site: Path) -> None:
    assert main(["flytta", "sida", "om/sida", "ny-mapp/annan-sida"]) == 0
    assert (site / "docs/om/sida.md").read_text("utf-8") == "---\nflyttad_till: /ny-mapp/annan-sida.md\n---\n"
    text = (site / "docs/ny-mapp/annan-sida.md").read_bytes()
    assert text == PAGE.replace("/om/sida.md", "/ny-mapp/annan-sida.md").replace("\n", "\r\n").encode()
    assert "      - ny-mapp/annan-sida.md\n" in (site / "mkdocs.yml").read_text("utf-8")
    assert _errors(site) == []


def test_a_record_may_move_again_and_back(site: Path) -> None:
    for old, new in (("alfa", "omega"), ("omega", "psi"), ("psi", "alfa")):
        assert main(["flytta", "grupp", old, new]) == 0
        assert _errors(site) == []
    leads = {path.stem: path.read_text("utf-8") for path in (site / "data/grupper").glob("*.yml")}
    assert leads["omega"] == leads["psi"] == "flyttad_till: alfa\n"


def test_longer_names_and_other_kinds_are_left_alone() -> None:
    texts = {
        "data/grupper/alfa.yml": "namn: Alfa\n",
        "docs/a.md": "[x](/grupper/alfa.md) [y](/grupper/alfa-beta.md) [z](/normer/alfa.md) /grupper/alfa/ [@alfa]\n",
    }
    changed = moved(texts, Move("grupp", "alfa", "ny"))
    assert changed["docs/a.md"] == (
        "[x](/grupper/ny.md) [y](/grupper/alfa-beta.md) [z](/normer/alfa.md) /grupper/ny/ [@alfa]\n"
    )


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["grupp", "finns-inte", "ny"], "data/grupper/finns-inte.yml finns inte."),
        (["norm", "beta", "Ny Norm"], "Filnamnet går inte att använda."),
        (["kalla", "kalla-ett", "kalla-tva"], "data/kallor/kalla-tva.yml finns redan."),
        (["sida", "om/sida", "../ut"], "Sidans nya namn"),
        (["sida", "om/index", "om/ny"], "första sida kan inte flyttas"),
    ],
)
def test_a_move_that_cannot_be_made_changes_nothing(
    arguments: list[str], told: str, site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = _files(site)
    assert main(["flytta", *arguments]) == 1
    assert told in capsys.readouterr().err
    assert _files(site) == before


def test_nothing_moves_while_there_are_errors(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (site / "data/normer/beta.yml").write_text("namn: [\n", "utf-8")
    before = _files(site)
    assert main(["flytta", "grupp", "alfa", "omega"]) == 1
    assert "Rätta felen i data först" in capsys.readouterr().err
    assert _files(site) == before
