"""Every sign can be drawn: one that the typefaces of print lack would stop the whole site."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain

from macros.checks.guides import GUIDE
from macros.checks.material import Material
from macros.checks.passages import Passage, record_passages
from macros.loading.validate import SourceFile
from macros.problem import Problem

RULE = "tecken"
# Latin letters, digits and common signs, which the typefaces have. A test draws every one of them.
COMMON = re.compile(
    "[\\s!-~\u00a0-\u017f\u2010-\u2027\u2030-\u203a\u20ac\u2190-\u2193\u2212\u2248\u2260\u2264\u2265\u2070-\u2099]*"
)
# A sign with the accents on it.
_CLUSTER = re.compile("[^\u0300-\u036f][\u0300-\u036f\u1ab0-\u1aff\u20d0-\u20ff\ufe00-\ufe0f\u200d]*")
# Letters and signs that are drawn as nothing at all.
_BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800\u180e\u034f")
_MOST_ACCENTS = 3
# Rare signs are drawn one by one to see whether they can be; a text full of them is told of the first.
_MOST_SIGNS = 40


def check(material: Material) -> Iterable[Problem]:
    """The first place of each sign that cannot be drawn, file by file."""
    heads = (
        passage
        for guide in material.guides
        for passage in record_passages(SourceFile(GUIDE, guide.src, guide.shown, guide.parsed))
    )
    told: set[tuple[str, str]] = set()
    tried: set[str] = set()
    for passage in chain(material.passages, heads):
        for number, offset, cluster in _unusual(passage):
            tried.add(cluster)
            if (passage.shown, cluster) in told or len(tried) > _MOST_SIGNS:
                continue
            message = _wrong(cluster)
            if message:
                told.add((passage.shown, cluster))
                hint = "Ta bort tecknet eller skriv vad det betyder med ord."
                yield passage.problem(passage.lines[number], offset, message, hint, RULE)


def _unusual(passage: Passage) -> Iterator[tuple[int, int, str]]:
    for number, line in enumerate(passage.lines):
        if line.text.isascii() or COMMON.fullmatch(line.text):
            continue
        for found in _CLUSTER.finditer(line.text):
            if not COMMON.fullmatch(found[0]):
                yield number, found.start(), found[0]


def _wrong(cluster: str) -> str:
    from macros.printing.signs import can_be_drawn  # noqa: PLC0415 - the typesetter is loaded when a sign asks for it

    name = f"U+{ord(cluster[0]):04X}"
    if cluster[0] in _BLANK:
        return f"Texten har ett tecken som inte syns ({name})."
    if len(cluster) > _MOST_ACCENTS:
        return f"Tecknet ”{cluster[:_MOST_ACCENTS]}” har {len(cluster) - 1} accenter och går inte att läsa."
    if can_be_drawn(cluster):
        return ""
    described = unicodedata.name(cluster[0], "").lower()
    return f"Tecknet ”{cluster}” ({name}{', ' + described if described else ''}) finns inte i utskrifternas typsnitt."
