"""A citation is written `[@key]`, `[@key, s. 12]` or `[@key; @other]`, and each key is a file in `data/kallor/`.

Records' own citations are looked up while they are validated; here guidance is, and the spelling
everywhere, since a misspelt citation would otherwise be shown to readers as it stands.
"""

import re
from collections.abc import Iterable

from macros.checks.material import Material
from macros.guidance.passages import Line, Passage
from macros.loading.messages import told
from macros.model.names import nearest
from macros.model.text_rules import CITATION
from macros.problems.problem import Problem

RULE = "hanvisning"
_BRACKETS = re.compile(r"\[[^\[\]]*\]")
# A key that stands as it is, in parentheses or in brackets without its @; a lone word of letters is a word.
_ROUND = re.compile(r"\(@?([a-z0-9-]+)(?:[;,] ?@?[a-z0-9-]+)*\)")
_SQUARE = re.compile(r"\[([a-z0-9-]+)(?:[;,] ?[a-z0-9-]+)*\](?![(\[:])")
_BARE = re.compile(r"(?<![\w@./#(\[-])@?([a-z0-9]+(?:-[a-z0-9]+)+)(?![\w/-]|\.\w)|(?<![\w.+-])@([a-z0-9-]+)")
_ADDRESS = re.compile(r"\]\([^()]*\)")
_KEY = re.compile(r"@([a-z0-9-]+)")


def check(material: Material) -> Iterable[Problem]:
    """Citations that are misspelt or name no source."""
    for passage in material.passages:
        for line in passage.lines:
            for found in _BRACKETS.finditer(line.prose) if "@" in line.text else ():
                if "@" in found[0]:
                    yield from _check_one(passage, line, found, material.identifiers["kalla"])
            if passage.kind != "plain":
                yield from _uncoated(passage, line, material.identifiers["kalla"])


def _uncoated(passage: Passage, line: Line, known: frozenset[str]) -> Iterable[Problem]:
    """Keys of sources that would be shown as words, so that what they prove had no source."""
    text = _BRACKETS.sub(lambda found: found[0] if "@" not in found[0] else " " * len(found[0]), line.prose)
    text = _ADDRESS.sub(lambda found: f"]{' ' * (len(found[0]) - 1)}", text)
    seen: list[range] = []
    for pattern in (_ROUND, _SQUARE, _BARE):
        for found in pattern.finditer(text):
            key = found[1] or found[found.lastindex or 1]
            sure = "@" in found[0] or pattern is _SQUARE or "-" in key
            if key in known and sure and not any(found.start() in span for span in seen):
                seen.append(range(found.start(), found.end()))
                message = f"Källan ”{found[0]}” visas som text, och det den styrker får ingen källa."
                yield passage.problem(line, found.start(), message, f"Skriv så här: [@{key}].", RULE)


def _check_one(passage: Passage, line: Line, found: re.Match[str], known: frozenset[str]) -> Iterable[Problem]:
    if passage.kind == "plain":
        yield passage.problem(line, found.start(), *told("kalla_i_rad"), RULE)
    elif not CITATION.fullmatch(found[0]):
        yield passage.problem(line, found.start(), *told("kalla_felskriven", skrivet=found[0]), RULE)
    elif passage.kind == "guide":
        for key in _KEY.finditer(found[0]):
            if key[1] not in known:
                yield passage.problem(line, found.start() + key.start(), *_unknown(key[1], known), RULE)


def _unknown(key: str, known: frozenset[str]) -> tuple[str, str]:
    match = nearest(key, known)
    advice = f"Menade du ”{match}”? " if match else ""
    return f"Det finns ingen källa som heter ”{key}”.", f"{advice}Namnet ska vara en fil i data/kallor/ utan ”.yml”."
