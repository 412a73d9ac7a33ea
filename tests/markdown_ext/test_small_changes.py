"""Small changes of the real pages: where the check says yes the page is built, and looks as in the preview."""

import random
import re
from collections.abc import Callable

import markdown
import pytest

from macros.checks import ADVICE, RULES
from macros.checks.material import Material
from macros.guidance.guides import Guide, read_guide
from macros.loading.load import Loaded
from tests.cases import PROJECT, TODAY, real
from tests.markdown_ext.test_commonmark import EXTENSIONS, page, preview

REAL = real()
GUIDES = {guide.src: guide for guide in REAL.guides}
# What our own rules make of a text is tried elsewhere: notes, captions, boxes and macros are left out here.
OWN = re.compile(r"\[@[^\]]*\]|^\s*(?:Tabell: |\{\{|!!! ).*$|\{[ :#.][^}]*\}", re.MULTILINE)
ROUNDS = 240
Lines = list[str]


def _pieces(chance: random.Random) -> str:
    return chance.choice(
        [
            "- ",
            "* ",
            "1. ",
            "  ",
            "    ",
            "\t",
            "**",
            "*",
            "`",
            "|",
            "# ",
            "## ",
            "> ",
            "[",
            "](",
            "~~",
            "- [ ] ",
            "•",
            "\\",
        ]
    )


def _insert(chance: random.Random, lines: Lines, at: int) -> None:
    place = chance.choice([0, 0, chance.randint(0, len(lines[at]))])
    lines[at] = lines[at][:place] + _pieces(chance) + lines[at][place:]


def _drop_line(_: random.Random, lines: Lines, at: int) -> None:
    del lines[at]


def _double_line(_: random.Random, lines: Lines, at: int) -> None:
    lines.insert(at, lines[at])


def _empty_line(_: random.Random, lines: Lines, at: int) -> None:
    lines.insert(at, "")


def _drop_sign(chance: random.Random, lines: Lines, at: int) -> None:
    place = chance.randint(0, len(lines[at]))
    lines[at] = lines[at][:place] + lines[at][place + 1 :]


def _indent(chance: random.Random, lines: Lines, at: int) -> None:
    lines[at] = " " * chance.randint(1, 5) + lines[at]


CHANGES: list[Callable[[random.Random, Lines, int], None]] = [
    *(_insert, _insert, _drop_line, _double_line, _empty_line, _drop_sign, _indent),
]


def _changed(guide: Guide, chance: random.Random) -> str:
    lines = list(guide.lines)
    for _ in range(chance.randint(1, 3)):
        at = chance.randrange(guide.first_body_line, len(lines))
        chance.choice(CHANGES)(chance, lines, at)
    return "\n".join(lines)


def _is_accepted(text: str, src: str) -> bool:
    """Whether the check finds no error on the page, among all the real records and pages."""
    guide = read_guide(text, src, f"docs/{src}")
    material = Material(PROJECT, REAL.data, TODAY, Loaded(REAL.bank, (), {}), (guide,))
    material.__dict__.update(identifiers=REAL.identifiers, pages=REAL.pages)
    rules = [rule for rule in RULES if rule not in ADVICE]
    found = [
        problem for rule in rules if not rule.__module__.endswith(("menu", "left_behind")) for problem in rule(material)
    ]
    return not [
        problem for problem in (*guide.problems, *found) if problem.level == "fel" and problem.path == guide.shown
    ]


def _alike(text: str) -> bool:
    """Whether a page has the blocks and words of the preview, wherever a link to the glossary begins and ends."""
    body = _body(text)
    return "".join(page(body)) == "".join(preview(body))


def _body(text: str) -> str:
    return OWN.sub("", text.split("\n---\n", 1)[1])


# Pages with hardly any text have nothing to change.
LONG = [src for src, guide in GUIDES.items() if len(guide.lines) > guide.first_body_line + 3]


@pytest.mark.long
def test_the_real_pages_look_as_in_the_preview() -> None:
    assert [src for src in LONG if not _alike("\n".join(GUIDES[src].lines))] == []


@pytest.mark.long
@pytest.mark.parametrize("seed", range(2))
def test_what_the_check_accepts_is_built_and_looks_as_in_the_preview(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - the same changes every time
    accepted = 0
    for _ in range(ROUNDS // 2):
        src = chance.choice(LONG)
        text = _changed(GUIDES[src], chance)
        if "\n---\n" not in text or not _is_accepted(text, src):
            continue
        accepted += 1
        assert markdown.markdown(text.split("\n---\n", 1)[1], extensions=EXTENSIONS)
        assert _alike(text), (src, text)
    assert accepted > 10
