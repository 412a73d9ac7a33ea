"""Every sign can be read: print shows a square for one that its typefaces lack."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from macros.checks.material import Material
from macros.guidance.passages import Passage, head_passages
from macros.language.glyphs import CLUSTER, COMMON, STAND_IN, can_be_drawn
from macros.problems.problem import Problem

RULE = "tecken"
# Letters and signs that are drawn as nothing at all.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\u180e\u034f")
_MOST_ACCENTS = 3
_HINT = "Ta bort tecknet eller skriv vad det betyder med ord."
_HINT_IN_PRINT = "Skriv hellre vad det betyder med ord."
# Rare signs are drawn one by one to see whether they can be; a file full of them is told of the first.
_MOST_SIGNS = 40


def check(material: Material) -> Iterable[Problem]:
    """The first place of each sign that cannot be drawn, file by file."""
    heads = (passage for guide in material.guides for passage in head_passages(guide))
    told: set[tuple[str, str]] = set()
    tried: dict[str, set[str]] = {}
    for passage in chain(material.passages, heads):
        for number, offset, cluster in _unusual(passage):
            signs = tried.setdefault(passage.shown, set())
            signs.add(cluster)
            if (passage.shown, cluster) in told or len(signs) > _MOST_SIGNS:
                continue
            wrong = _unreadable(cluster)
            if wrong or not can_be_drawn(cluster):
                told.add((passage.shown, cluster))
                line = passage.lines[number]
                found = passage.problem(line, offset, wrong or _not_in_print(cluster), _HINT, RULE)
                yield found if wrong else replace(found, level="varning", hint=_HINT_IN_PRINT)


def _unusual(passage: Passage) -> Iterator[tuple[int, int, str]]:
    for number, line in enumerate(passage.lines):
        if line.text.isascii() or COMMON.fullmatch(line.text):
            continue
        for found in CLUSTER.finditer(line.text):
            if not COMMON.fullmatch(found[0]):
                yield number, found.start(), found[0]


def _unreadable(cluster: str) -> str:
    """What is wrong with a sign that no reader can make out; empty for every other."""
    if cluster[0] in _BLANK:
        return f"Texten har ett tecken som inte syns ({_code(cluster)})."
    if len(cluster) > _MOST_ACCENTS:
        return f"Tecknet ”{cluster[:_MOST_ACCENTS]}” har {len(cluster) - 1} accenter och går inte att läsa."
    return ""


def _not_in_print(cluster: str) -> str:
    described = unicodedata.name(cluster[0], "").lower()
    name = f"{_code(cluster)}, {described}" if described else _code(cluster)
    return f"Tecknet ”{cluster}” ({name}) finns inte i utskrifternas typsnitt. De visar {STAND_IN} i stället."


def _code(cluster: str) -> str:
    return f"U+{ord(cluster[0]):04X}"
