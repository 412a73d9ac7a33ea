"""Mends the signs of Markdown that were meant to be something: bullets, boxes, headings and citations."""

import re

from macros.model.names import Names
from macros.model.text_rules import CITATION

_FENCED = re.compile(r"^\s*(```|~~~)")
_BULLET = re.compile(r"^(\s*)[•·▪◦‣●○■□➢]\s*(?=\S)")
_BOX = re.compile(r"^(\s*[-*+] )(?:\[\]|\[ {2,}\])(?=\s*\S)\s*")
_CLOSE_BOX = re.compile(r"^(\s*[-*+] \[[ xX]\])(?=[^\s(\[])")
_HEADING = re.compile(r"^(#{2,6})(?=[^\s#])")
_TABS = re.compile(r"^\t+")
_BRACKETS = re.compile(r"\[\s*@[^\[\]]*\]")
_ROUND = re.compile(r"\(@([a-z0-9-]+)\)")
_SQUARE = re.compile(r"(?<![\]!])\[([a-z0-9]+(?:-[a-z0-9]+)+)\](?![(\[:])")
# Two spaces last on a line break it, if a line follows.
_BREAK = re.compile(r"(?<=\S) {2,}$")


def mended_markdown(text: str, names: Names) -> str:
    """The Markdown with its signs right. Code is left as it is."""
    lines = text.splitlines(keepends=True)
    code, made = "", []
    for place, line in enumerate(lines):
        content = line.rstrip("\r\n")
        fence = _FENCED.match(content)
        if fence and (not code or fence[1] == code):
            code = "" if code else fence[1]
        follows = place + 1 < len(lines) and bool(lines[place + 1].strip())
        breaks = follows and _BREAK.search(content)
        if not code:
            content = _line(content, names).rstrip() + ("  " if breaks else "")
        made.append(content + line[len(line.rstrip("\r\n")) :])
    return "".join(made)


def _line(line: str, names: Names) -> str:
    line = _TABS.sub(lambda tabs: "    " * len(tabs[0]), line)
    line = _CLOSE_BOX.sub(r"\1 ", _BOX.sub(r"\1[ ] ", _BULLET.sub(r"\1- ", _HEADING.sub(r"\1 ", line))))
    if "`" in line:
        return line
    known = names.identifiers.get("kalla", frozenset())
    for bare in (_ROUND, _SQUARE):
        line = bare.sub(lambda found: f"[@{found[1]}]" if found[1] in known else found[0], line)
    return _BRACKETS.sub(_citation, line)


def _citation(found: re.Match[str]) -> str:
    """A citation with semicolons between its keys and no other signs around them, if that is all it lacks."""
    if CITATION.fullmatch(found[0]):
        return found[0]
    parts = re.split(r"\s*[;,]?\s*@\s*", found[0][1:-1])
    keys = [part.strip(" ;,") for part in parts if part.strip(" ;,")]
    lowered = [re.sub(r"^[A-Za-z0-9-]+", lambda key: key[0].lower(), key) for key in keys]
    right = f"[{'; '.join(f'@{key}' for key in lowered)}]"
    return right if CITATION.fullmatch(right) else found[0]
