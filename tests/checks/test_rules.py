"""Every rule accepts its passing cases and reports its failing ones, with file, line and advice."""

import inspect
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from macros.checks import ADVICE, RULES, check_material, errors_of, gather
from macros.checks.material import Material
from macros.kept import Kept
from macros.problems.problem import Problem
from tests.cases import TODAY, as_line, at_their_lines, check, expected_of, files_of, folders, laid_over, small_site

CASES = Path(__file__).parent / "cases"
# Their cases are made in Python: their files could not be checked out on every computer, or are ones that are missing,
# or carry marks that a command makes (tests/translation).
ELSEWHERE = {"file_names", "menu", "page_sources", "settings", "symbolic_links", "translations"}


KINDS = ("passes", "fails")


class Checked(NamedTuple):
    """A case laid over the small site, what is read of it, and every problem that the check tells."""

    case: Path
    material: Material
    problems: list[Problem]


def _cases() -> list[Any]:
    tried = [rule / kind for rule in folders(CASES) for kind in KINDS if (rule / kind).is_dir()]
    found = [case for folder in tried for case in folders(folder)]
    return [pytest.param(case, id=f"{case.parent.parent.name}-{case.parent.name}-{case.name}") for case in found]


@pytest.fixture(scope="session")
def accepted(lent: Path) -> set[str]:
    """What the small site itself is told: warnings of what is unknown."""
    return {as_line(problem) for problem in check(lent)}


@pytest.fixture(scope="module", params=_cases())
def checked(request: pytest.FixtureRequest, accepted: set[str], lent: Path) -> Iterator[Checked]:
    """Each case, read and checked once for all that is said of it."""
    assert accepted
    with laid_over(lent, files_of(request.param)):
        material = gather(lent, lent / "data", TODAY)
        yield Checked(request.param, material, check_material(material))


def test_the_small_site_has_no_errors(tmp_path: Path) -> None:
    assert not [problem for problem in check(small_site(tmp_path / "site")) if problem.level == "fel"]


def test_a_case_gives_exactly_the_problems_that_it_expects(checked: Checked, accepted: set[str]) -> None:
    """New errors of any rule, and new warnings of the rule that the case is about; none of what is to pass."""
    case = checked.case
    expected = expected_of(case) if case.parent.name == "fails" else ""
    rule = getattr(import_module(f"macros.checks.{case.parent.parent.name}"), "RULE", "")
    new = [problem for problem in checked.problems if as_line(problem) not in accepted]
    told = [problem for problem in new if problem.level == "fel" or problem.rule == rule]
    assert at_their_lines(told, checked.material) == expected


def test_every_rule_has_a_passing_and_a_failing_case() -> None:
    rules = {inspect.getmodule(rule).__name__.rsplit(".", 1)[-1] for rule in RULES} - ELSEWHERE  # type: ignore[union-attr]
    covered = {kind: {rule.name for rule in folders(CASES) if (rule / kind).is_dir()} for kind in ("passes", "fails")}
    assert {kind: rules - found for kind, found in covered.items()} == {"passes": set(), "fails": set()}


def test_the_same_files_give_the_same_problems_in_the_same_order(lent: Path) -> None:
    with laid_over(lent, files_of(CASES / "headings" / "fails" / "hoppar")):
        assert check(lent) == check(lent)


def test_the_gate_finds_every_error_that_the_check_finds(checked: Checked) -> None:
    assert errors_of(checked.material) == [problem for problem in checked.problems if problem.level == "fel"]


def test_rules_on_how_a_text_reads_are_rules() -> None:
    assert set(RULES) > ADVICE


@pytest.fixture(scope="session")
def remembered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a check of the small site remembers: which of its files were right."""
    folder = tmp_path_factory.mktemp("minne")
    root = small_site(folder / "site")
    check_material(gather(root, root / "data", TODAY), Kept("kontroll", folder))
    return folder


def test_a_check_that_remembers_the_small_site_tells_the_same_of_a_case(
    checked: Checked, tmp_path: Path, remembered: Path
) -> None:
    shutil.copy(remembered / "kontroll.sparad", tmp_path)
    first, again = (check_material(checked.material, Kept("kontroll", tmp_path)) for _ in range(2))
    assert first == again == checked.problems
