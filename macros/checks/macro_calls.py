"""Guidance calls only the macros of `macros.checks.allowed_macros`, alone on a line; nothing else may look like one.

Records cannot call macros: there, double braces are text.
"""

import re
from collections.abc import Iterable, Iterator

from macros.checks.allowed_macros import MACROS
from macros.checks.material import Material
from macros.guidance.guides import Guide
from macros.model.names import nearest
from macros.problems.problem import Problem

RULE = "makro"
# How many calls the advice shows as examples.
_SHOWN = 2
_SYNTAX = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_CALL = re.compile(r'^\{\{ ?(?P<name>[a-z_]+)\((?:"(?P<argument>[a-z0-9-]+)")?\) ?\}\}$')


def check(material: Material) -> Iterable[Problem]:
    """Template syntax other than an allowed call, in front matter too."""
    for guide in material.guides:
        if guide.parsed.data is None and guide.first_body_line > len(guide.lines):
            # The page could not be read, which has been told.
            continue
        for number, text in enumerate(guide.lines, 1):
            found = _SYNTAX.search(text)
            if found:
                yield from _line(guide, number, found.start() + 1, text)


def _line(guide: Guide, number: int, column: int, text: str) -> Iterator[Problem]:
    call = _CALL.match(text)
    message, hint = "Tecknen {{, {% och {# är förbehållna makron.", f"Skriv ett makro på en egen rad: {_examples()}."
    if call and number >= guide.first_body_line:
        if call["name"] in MACROS and (call["argument"] or "") in (MACROS[call["name"]] or ("",)):
            return
        message, hint = _wrong_call(call["name"], call["argument"] or "")
    yield Problem(guide.shown, number, column, message, hint, rule=RULE)


def _wrong_call(name: str, argument: str) -> tuple[str, str]:
    if name not in MACROS:
        match = nearest(name, tuple(MACROS))
        hint = f"Menade du ”{match}”?" if match else f"Skriv {_examples()}."
        return f"Det finns inget makro som heter ”{name}”.", hint
    allowed = MACROS[name]
    if not allowed:
        return f"Makrot ”{name}” tar inget inom parentes.", f"Skriv {{{{ {name}() }}}}."
    match = nearest(argument, allowed)
    advice = f"Menade du ”{match}”? " if match else ""
    return f"Makrot ”{name}” känner inte till ”{argument}”.", f"{advice}Tillåtna värden: {', '.join(allowed)}."


def _examples() -> str:
    quoted = {name: f'"{allowed[0]}"' if allowed else "" for name, allowed in [*MACROS.items()][:_SHOWN]}
    return " eller ".join(f"{{{{ {name}({argument}) }}}}" for name, argument in quoted.items())
