"""Warns of officialese and suggests everyday words: `macros/ord-klarsprak.yml` lists them."""

import re
from collections.abc import Iterable, Mapping
from functools import cache

from macros.checks.material import Material
from macros.own_files import own_yaml
from macros.problems.problem import Problem

RULE = "klarsprak"
# Titles of sources and words people search for are quoted, not written by us.
_QUOTED = re.compile(r"/(?:kalla/|[a-z]+/#(?:sokord|titel|bojningar|synonymer|medlemmar))")
_WORD = re.compile(r"\w+")
_CITED = re.compile(r"”[^”]*”|\([^()]*\)|\[@[^\[\]]*\]")


@cache
def _words() -> tuple[Mapping[str, str], frozenset[str], re.Pattern[str]]:
    """The advice by word or phrase, the words that they begin with, and what finds them."""
    loaded = own_yaml("macros", "ord-klarsprak.yml")
    words: dict[str, str] = {form: advice for advice, forms in loaded.items() for form in forms}
    alternatives = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    first = frozenset(found[0].lower() for form in words if (found := _WORD.match(form)))
    return words, first, re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])", re.IGNORECASE)


def check(material: Material) -> Iterable[Problem]:
    """One warning for each use of a word on the list, outside quotations and addresses."""
    words, first, pattern = _words()
    for passage in material.passages:
        if _QUOTED.search(passage.reference):
            continue
        for line in passage.lines:
            # Hardly any line has one, and looking for all of them in it takes long.
            if first.isdisjoint(_WORD.findall(line.prose.lower())):
                continue
            prose = _CITED.sub(lambda part: " " * len(part[0]), line.prose)
            for found in pattern.finditer(prose):
                message = f"Ordet ”{found[0]}” är svårt eller kanslispråk."
                problem = passage.problem(line, found.start(), message, f"Skriv {words[found[0].lower()]}.", RULE)
                yield Problem(**{**vars(problem), "level": "varning"})
