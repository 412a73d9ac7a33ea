"""Every rule is explained to contributors, and what its examples say is so."""

import re
from pathlib import Path

import pytest

import macros
from macros.checks import RULES
from macros.pages.rules import rules_page
from macros.problems.told import Told, rule_address, rules_told
from tests.cases import check, laid_over

PACKAGE = Path(macros.__file__).parent
HEAD = (
    '---\ntitle: Exempel\nsammanfattning: En sida som bara visar ett exempel.\nmalgrupp: [alla]\nandrad: "2026-11-20"\n'
)
PAGE = f'{HEAD}granskad: "2026-11-20"\n---\n\n## Första\n\n{{}}\n\n## Nästa steg\n\n- Läs [ordlistan](/ordlista.md).\n'
TRIED = [name for name, told in rules_told().items() if told.var != "fil"]


def _problems(root: Path, told: Told, example: str) -> set[tuple[str, str]]:
    """The rules and messages of the small site with an example in it."""
    place, text = "docs/om/exempel.md", PAGE.format(example)
    if told.var != "sida":
        place = "data/grupper/alfa.yml"
        key = example.split(":", maxsplit=1)[0]
        field = re.compile(rf"^{key}:.*\n(?:(?: .*)?\n)*", re.MULTILINE)
        before = (root / place).read_text("utf-8")
        assert field.search(before), key
        text = field.sub(lambda _: f"{example}\n", before, count=1)
    with laid_over(root, {place: text.encode()}):
        return {(problem.rule, problem.message) for problem in check(root)}


@pytest.fixture(scope="module")
def plain(lent: Path) -> set[tuple[str, str]]:
    """What the small site is told without an example."""
    return {(problem.rule, problem.message) for problem in check(lent)}


@pytest.mark.parametrize("name", TRIED)
def test_the_wrong_example_breaks_the_rule_and_the_right_one_does_not(
    name: str, lent: Path, plain: set[tuple[str, str]]
) -> None:
    told = rules_told()[name]
    wrong = _problems(lent, told, told.fel) - plain
    right = _problems(lent, told, told.ratt) - plain
    assert rule_address(name) in {rule_address(rule) for rule, _ in wrong}
    assert not [message for rule, message in right if rule_address(rule) == rule_address(name)]


def test_most_examples_are_tried() -> None:
    assert len(TRIED) > len(rules_told()) // 3


def test_every_rule_has_a_section_and_every_section_a_rule() -> None:
    texts = [path.read_text("utf-8") for path in PACKAGE.rglob("*.py")]
    named = {
        name for text in texts for name in re.findall(r'^RULE = "([a-zåäö-]+)"|rule="([a-z-]+)"', text, re.MULTILINE)
    }
    rules = {one or other for one, other in named}
    assert len(rules) >= len(RULES)
    listed = re.findall(r"^([a-z-]+):$", (PACKAGE / "problems/regler.yml").read_text("utf-8"), re.MULTILINE)
    assert len(listed) == len(set(listed))
    assert rules == set(rules_told()) - {"fil", "falt"}


def test_every_rule_has_its_anchor_on_the_page() -> None:
    page = rules_page().markdown
    for name in rules_told():
        assert f"{{ #{name} }}" in page, name
    assert rule_address("okant_val") == "/bidra/regler/#falt"
    assert rule_address("") == "/bidra/regler/#fil"
