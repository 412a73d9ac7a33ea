"""Every rule accepts its passing cases and reports its failing ones, with file, line and advice."""

import inspect
import shutil
from importlib import import_module
from pathlib import Path

import pytest

from macros.checks import ADVICE, RULES, check_material, errors_of, gather
from macros.kept import Kept
from tests.cases import TODAY, as_line, check, folders, small_site, with_case

CASES = Path(__file__).parent / "cases"
# Their cases are made in Python: their files could not be checked out on every computer, or are ones that are missing,
# or carry marks that a command makes (tests/translation).
ELSEWHERE = {"file_names", "menu", "page_sources", "settings", "symbolic_links", "translations"}


def _cases(kind: str) -> list[object]:
    found = [case for rule in folders(CASES) if (rule / kind).is_dir() for case in folders(rule / kind)]
    return [pytest.param(case, id=f"{case.parent.parent.name}-{case.name}") for case in found]


@pytest.fixture(scope="session")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """What the small site itself is told: warnings of what is unknown."""
    return {as_line(problem) for problem in check(small_site(tmp_path_factory.mktemp("small") / "site"))}


def test_the_small_site_has_no_errors(tmp_path: Path) -> None:
    assert not [problem for problem in check(small_site(tmp_path / "site")) if problem.level == "fel"]


def _told(case: Path, root: Path, accepted: set[str]) -> list[str]:
    """New errors of any rule, and new warnings of the rule that the case is about."""
    rule = getattr(import_module(f"macros.checks.{case.parent.parent.name}"), "RULE", "")
    found = [problem for problem in check(with_case(root, case)) if problem.level == "fel" or problem.rule == rule]
    return [as_line(problem) for problem in found if as_line(problem) not in accepted]


@pytest.mark.parametrize("case", _cases("passes"))
def test_passing_case_gives_no_problem(case: Path, tmp_path: Path, accepted: set[str]) -> None:
    assert _told(case, tmp_path / "site", accepted) == []


@pytest.mark.parametrize("case", _cases("fails"))
def test_failing_case_gives_exactly_these_problems(case: Path, tmp_path: Path, accepted: set[str]) -> None:
    expected = (case / "expected.txt").read_text("utf-8").splitlines()
    assert expected, "a failing case must expect something"
    assert _told(case, tmp_path / "site", accepted) == expected


def test_every_rule_has_a_passing_and_a_failing_case() -> None:
    rules = {inspect.getmodule(rule).__name__.rsplit(".", 1)[-1] for rule in RULES} - ELSEWHERE  # type: ignore[union-attr]
    covered = {kind: {rule.name for rule in folders(CASES) if (rule / kind).is_dir()} for kind in ("passes", "fails")}
    assert {kind: rules - found for kind, found in covered.items()} == {"passes": set(), "fails": set()}


def test_the_same_files_give_the_same_problems_in_the_same_order(tmp_path: Path) -> None:
    root = with_case(tmp_path / "site", CASES / "headings" / "fails" / "hoppar")
    assert check(root) == check(root)


@pytest.mark.parametrize("case", _cases("fails"))
def test_the_gate_finds_every_error_that_the_check_finds(case: Path, tmp_path: Path) -> None:
    root = with_case(tmp_path / "site", case)
    errors = [problem for problem in check(root) if problem.level == "fel"]
    assert errors_of(gather(root, root / "data")) == errors


def test_rules_on_how_a_text_reads_are_rules() -> None:
    assert set(RULES) > ADVICE


@pytest.fixture(scope="session")
def remembered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a check of the small site remembers: which of its files were right."""
    folder = tmp_path_factory.mktemp("minne")
    root = small_site(folder / "site")
    check_material(gather(root, root / "data", TODAY), Kept("kontroll", folder))
    return folder


@pytest.mark.parametrize("case", [*_cases("fails"), *_cases("passes")])
def test_a_check_that_remembers_the_small_site_tells_the_same_of_a_case(
    case: Path, tmp_path: Path, remembered: Path
) -> None:
    shutil.copy(remembered / "kontroll.sparad", tmp_path)
    root = with_case(tmp_path / "site", case)
    material = gather(root, root / "data", TODAY)
    first, again = (check_material(material, Kept("kontroll", tmp_path)) for _ in range(2))
    assert first == again == check(root)
