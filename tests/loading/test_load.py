"""Whatever is wrong in a record's file is told with its line and what is right; nothing is raised."""

import tempfile
from pathlib import Path

import pytest

from macros.checks import check_material, gather
from macros.loading.load import load
from macros.loading.text import MAX_BYTES
from macros.loading.yaml_source import parse
from macros.model.base import facts
from tests.cases import TODAY, at_their_lines, check, errors, expected_of, files_of, folders, laid_over, small_site

CASES = Path(__file__).parent / "cases"


def _cases(kind: str) -> list[object]:
    return [pytest.param(case, id=case.name) for case in folders(CASES / kind)]


@pytest.mark.parametrize("case", _cases("fails"))
def test_faulty_file_gives_exactly_these_errors(case: Path, lent: Path) -> None:
    with laid_over(lent, files_of(case)):
        material = gather(lent, lent / "data", TODAY)
        told = [problem for problem in check_material(material) if problem.level == "fel"]
    assert at_their_lines(told, material) == expected_of(case)
    assert material.bank is None


@pytest.mark.parametrize("case", _cases("passes"))
def test_unusual_file_is_accepted(case: Path, lent: Path) -> None:
    with laid_over(lent, files_of(case)):
        material = gather(lent, lent / "data", TODAY)
        assert errors(check_material(material)) == []
    assert material.bank is not None


def test_the_bank_holds_every_record_of_the_small_site(lent: Path) -> None:
    bank = load(lent / "data").bank
    assert bank is not None
    assert list(bank.grupp) == ["alfa"]
    assert [fact.varde for fact in facts(bank.grupp["alfa"].antal_medlemmar)] == [12, 17]
    assert bank.projekt["gamma"].normer == ("beta",)


def test_the_bank_cannot_be_changed(lent: Path) -> None:
    bank = load(lent / "data").bank
    assert bank is not None
    with pytest.raises(TypeError):
        bank.grupp["ny"] = bank.grupp["alfa"]  # type: ignore[index]
    with pytest.raises(ValueError, match="frozen"):
        bank.grupp["alfa"].namn = "Omega"  # type: ignore[misc]


def test_a_renamed_record_is_known_by_its_new_name_only(lent: Path) -> None:
    with laid_over(lent, files_of(CASES / "passes" / "flyttad")):
        bank = load(lent / "data").bank
    assert bank is not None
    assert bank.moved["grupp"] == {"gamla": "alfa"}
    assert "gamla" not in bank.grupp


def test_too_large_file_is_refused_without_being_read(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    with (root / "data" / "grupper" / "stor.yml").open("wb") as file:
        file.truncate(MAX_BYTES * 10)
    assert [line.split(" → ")[0] for line in errors(check(root))] == [
        "data/grupper/stor.yml:1:1: fel: Filen är för stor."
    ]


def test_missing_data_folder_is_told() -> None:
    with tempfile.TemporaryDirectory() as empty:
        problems = load(Path(empty) / "data").problems
    assert [problem.message for problem in problems] == ["Mappen med data finns inte."]


def test_positions_of_keys_and_values_count_from_one() -> None:
    parsed = parse("a: 1\nb:\n  - x\n  - c: y\n", "x.yml")
    assert parsed.data == {"a": 1, "b": ("x", {"c": "y"})}
    assert parsed.keys["b",] == (2, 1)
    assert parsed.values["b", 0] == (3, 5)
    assert parsed.values["b", 1, "c"] == (4, 8)
