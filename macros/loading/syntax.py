"""Turns a YAML syntax error into plain Swedish, at the line where the writer must change something.

The parser often notices a fault a line or more below its cause; the cause is what is told.
"""

import re
from typing import Any

import yaml

from macros.problems.problem import Problem

# How far above the parser's line an unclosed quotation mark is looked for.
_LINES_ABOVE = 3
# A list's dash without its space, a sign that YAML reads in a way of its own, an apostrophe inside apostrophes.
_DASH = re.compile(r"^\s*-([a-z_]+):(?:\s|$)")
_SIGN = re.compile(r"(?:^\s*(?:- )?[a-z_]+:\s+|^\s*- |:\s*\[\s*|,\s*(?=[@`][a-z0-9-]+[\],]))([@`%*&!])(?=\S)")
_APOSTROPHE = re.compile(r":\s+'[^']*\w(')\w[^']*'\s*$")
_QUOTES = re.compile(r'(?<!\\)"')


def syntax_problem(error: yaml.YAMLError, shown: str, lines: tuple[str, ...]) -> Problem:
    """The problem for a syntax error, with the advice that fits the faulty line."""
    line, column, message, hint = _cause(error, lines)
    return Problem(shown, line + 1, column + 1, message, hint, rule="yaml")


def _cause(error: yaml.YAMLError, lines: tuple[str, ...]) -> tuple[int, int, str, str]:  # noqa: PLR0911 - one for each cause
    """Line and column from 0, message and hint."""
    reason = f"{getattr(error, 'problem', '') or ''} {getattr(error, 'context', '') or ''} {error}"
    line, column = _place(getattr(error, "problem_mark", None), lines)
    start = _place(getattr(error, "context_mark", None), lines)
    faulty = lines[line] if lines else ""
    if "\t" in faulty[: len(faulty) - len(faulty.lstrip())] or "\\t" in reason:
        return line, 0, "Raden är indragen med tabb.", "Använd blanksteg: två per nivå."
    dash = _dash(lines, (line, start[0], line - 1))
    if dash:
        return dash
    if "mapping values are not allowed" in reason:
        hint = "Sätt texten inom citattecken om den innehåller kolon följt av blanksteg."
        return line, column, "Kolon på ett ställe där YAML inte väntar sig det.", hint
    told = _of_the_writer(reason, lines, line, start[0])
    if told:
        return told
    unclosed = _unclosed_quote(lines, line)
    if "quoted scalar" in reason or unclosed:
        hint = "Varje citattecken som öppnas måste också stängas."
        return *(unclosed or start), "Ett citattecken saknas.", hint
    if "could not find expected ':'" in reason:
        hint = "Skriv ”fältnamn: värde” med kolon och blanksteg, och dra in fortsatta rader."
        return *start, "Raden saknar kolon efter fältnamnet.", hint
    if "flow sequence" in reason or "flow mapping" in reason:
        hint = "Stäng [ med ] och { med }, skilj värdena åt med komma och sätt ovanlig text inom citattecken."
        return *start, "Listan eller fälten inom klammer går inte att tolka.", hint
    hint = "Kontrollera indraget (två blanksteg per nivå), kolon efter fältnamn och att citattecken stängs."
    return line, column, "Raden går inte att tolka som YAML.", hint


def _dash(lines: tuple[str, ...], numbers: tuple[int, ...]) -> tuple[int, int, str, str] | None:
    """A dash of a list without the space after it, on one of some lines."""
    for number in dict.fromkeys(numbers):
        found = _DASH.match(lines[number]) if 0 <= number < len(lines) else None
        if found:
            hint = f"Skriv ett blanksteg efter strecket: ”- {found[1]}:”."
            return number, found.start(1) - 1, "Efter strecket saknas ett blanksteg.", hint
    return None


def _of_the_writer(reason: str, lines: tuple[str, ...], line: int, start: int) -> tuple[int, int, str, str] | None:
    """What a writer's habit, seen on the faulty line or on the one that it began on, tells more surely than YAML."""
    for number in dict.fromkeys((line, start, line - 1)):
        text = lines[number] if 0 <= number < len(lines) else ""
        sign, apostrophe = _SIGN.search(text), _APOSTROPHE.search(text)
        if "unknown escape character" in reason and "\\" in text:
            hint = "Ta bort citattecknen runt texten, eller skriv två omvända snedstreck: \\\\."
            return number, text.index("\\"), "Omvänt snedstreck inom citattecken betyder något annat.", hint
        if sign:
            hint = f'Sätt texten inom citattecken: "{sign[1]}…".'
            if sign[1] == "@" and "kallor" in text:
                hint = "Skriv nyckeln utan @. I ”kallor” står bara källornas nycklar."
            return number, sign.start(1), f"Värdet börjar med {sign[1]}, som YAML läser på ett eget sätt.", hint
        if apostrophe:
            hint = 'Sätt texten inom raka citattecken i stället: "WSP\'s konsulter".'
            return number, apostrophe.start(1), "Apostrofen avslutar texten för tidigt.", hint
    return None


def _place(mark: Any, lines: tuple[str, ...]) -> tuple[int, int]:
    return (min(mark.line, max(len(lines) - 1, 0)), mark.column) if mark else (0, 0)


def _unclosed_quote(lines: tuple[str, ...], line: int) -> tuple[int, int] | None:
    """The last quotation mark of a line close above that opens one without closing it."""
    for number in range(max(0, line - _LINES_ABOVE), min(line + 1, len(lines))):
        marks = [found.start() for found in _QUOTES.finditer(lines[number])]
        if len(marks) % 2:
            return number, marks[-1]
    return None
