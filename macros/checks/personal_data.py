"""Warns of numbers and addresses of people: personal numbers, private telephones, personal e-mail."""

import re
from collections.abc import Iterable, Iterator

from macros.checks.material import Material
from macros.guidance.passages import Line, Passage
from macros.problems.problem import Problem

RULE = "personuppgift"
_DIGITS = r"(?:19|20)?\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])"
_PERSONAL_NUMBER = re.compile(rf"(?<![\d/.-]){_DIGITS}[-+–]?\d{{4}}(?![\d/-])")
_MOBILE = re.compile(
    r"(?<![\d/-])(?:\+46[ \u00a0]?(?:\(0\))?|0)7[02369][-–  \u00a0]?\d{2,3}(?:[ \u00a0-]?\d{2,3}){2}(?!\d)"
)
_MAIL = re.compile(r"(?<![\w/@])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# What each of them holds; a line with neither is not looked through.
_NEEDED = re.compile(r"[\d@]")
_SHARED_BOX = re.compile(r"^(?:info|kontakt|registrator|kommun|post|press|support|kundtjanst|diarium|noreply)[.@-]")
_HINT = "Ta bort uppgiften. Skriv organisationen eller rollen i stället; personuppgifter hör inte hemma här."


def check(material: Material) -> Iterable[Problem]:
    """The first of each kind on a line."""
    for passage in material.passages:
        for line in passage.lines:
            yield from _line(passage, line)


def _line(passage: Passage, line: Line) -> Iterator[Problem]:
    text = line.text
    if not _NEEDED.search(text):
        return
    kinds = (
        (_PERSONAL_NUMBER, "Talet ser ut som ett personnummer."),
        (_MOBILE, "Numret ser ut som någons mobiltelefon."),
        (_MAIL, "Adressen ser ut som någons e-post."),
    )
    for pattern, message in kinds:
        found = pattern.search(text)
        if found and "://" not in text[: found.start()].rsplit(" ", 1)[-1] and not _SHARED_BOX.match(found[0]):
            problem = passage.problem(line, found.start(), message, _HINT, RULE)
            yield Problem(**{**vars(problem), "level": "varning"})
