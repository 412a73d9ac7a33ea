"""Turns a YAML syntax error into plain Swedish, at the line where the writer must change something.

The parser often notices a fault a line or more below its cause; the cause is what is told.
"""

import re
from typing import Any

import yaml

from macros.problem import Problem

# How far above the parser's line an unclosed quotation mark is looked for.
_LINES_ABOVE = 3
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
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
    if isinstance(error, yaml.reader.ReaderError) or "control characters" in reason:
        hint = "Ta bort det osynliga tecknet och skriv om raden."
        return *_control(lines, (line, column)), "Filen har ett tecken som inte får användas.", hint
    if "mapping values are not allowed" in reason:
        hint = "Sätt texten inom citattecken om den innehåller kolon följt av blanksteg."
        return line, column, "Kolon på ett ställe där YAML inte väntar sig det.", hint
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


def _place(mark: Any, lines: tuple[str, ...]) -> tuple[int, int]:
    return (min(mark.line, max(len(lines) - 1, 0)), mark.column) if mark else (0, 0)


def _control(lines: tuple[str, ...], otherwise: tuple[int, int]) -> tuple[int, int]:
    for number, text in enumerate(lines):
        found = _CONTROL.search(text)
        if found:
            return number, found.start()
    return otherwise


def _unclosed_quote(lines: tuple[str, ...], line: int) -> tuple[int, int] | None:
    """The last quotation mark of a line close above that opens one without closing it."""
    for number in range(max(0, line - _LINES_ABOVE), min(line + 1, len(lines))):
        marks = [found.start() for found in _QUOTES.finditer(lines[number])]
        if len(marks) % 2:
            return number, marks[-1]
    return None
