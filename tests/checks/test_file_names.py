"""File names that not every computer can hold, or that cannot become an address, are refused."""

from pathlib import Path

import pytest

from tests.cases import check, small_site

PAGE = Path(__file__).parent / "cases" / "addresses" / "passes" / "egen-adress" / "docs" / "grupper" / "om.md"


def _messages(root: Path) -> list[str]:
    return [f"{problem.path}: {problem.message}" for problem in check(root) if problem.level == "fel"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("om/Storbokstav.md", "Filnamnet går inte att använda."),
        ("om/å.md", "Filnamnet går inte att använda."),
        ("om/två ord.md", "Filnamnet går inte att använda."),
        ("om/con.md", "Filnamnet är reserverat i Windows."),
        ("aux/index.md", "Filnamnet är reserverat i Windows."),
        ("om/skript.js", "Filen hör inte hemma här."),
        ("om/bild.svg", "Filen hör inte hemma här."),
        ("om/sida.html", "Filen hör inte hemma här."),
    ],
)
def test_name_of_guidance_is_refused(tmp_path: Path, name: str, message: str) -> None:
    root = small_site(tmp_path / "site")
    target = root / "docs" / name
    target.parent.mkdir(exist_ok=True)
    target.write_bytes(PAGE.read_bytes())
    place = "docs/aux" if name.startswith("aux/") else f"docs/{name}"
    assert f"{place}: {message}" in _messages(root)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("grupper/Alfa.yml", "Filnamnet går inte att använda."),
        ("grupper/nul.yml", "Filnamnet är reserverat."),
        ("grupper/index.yml", "Filnamnet är reserverat."),
        (f"grupper/{'a' * 61}.yml", "Filnamnet går inte att använda."),
        ("grupper/-alfa.yml", "Filnamnet går inte att använda."),
        ("grupper/beta.yaml", "Här får bara filer som slutar på .yml ligga."),
        ("grupper/beta.yml.bak", "Här får bara filer som slutar på .yml ligga."),
        ("gruper", "Inget slag av poster hör hemma här."),
    ],
)
def test_name_of_record_is_refused(tmp_path: Path, name: str, message: str) -> None:
    root = small_site(tmp_path / "site")
    (root / "data" / name).write_text("namn: x\n", "utf-8")
    assert f"data/{name}: {message}" in _messages(root)


@pytest.mark.parametrize(
    ("first", "second"),
    [("om/fall.md", "om/FALL.md"), ("om/é.md", "om/e\u0301.md"), ("om/ﬁl.md", "om/fil.md"), ("om/ß.md", "om/ss.md")],
    ids=["case", "combining accent", "ligature", "sharp s"],
)
def test_names_that_are_one_on_some_computers_collide(tmp_path: Path, first: str, second: str) -> None:
    root = small_site(tmp_path / "site")
    for name in (first, second):
        (root / "docs" / name).write_bytes(PAGE.read_bytes())
    assert any("skiljer sig bara i" in message for message in _messages(root))


def test_hidden_files_are_left_alone(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    (root / "docs" / ".DS_Store").write_bytes(b"\0")
    (root / "data" / ".schema").mkdir()
    assert _messages(root) == []
