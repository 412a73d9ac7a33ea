"""Changes in contributors' files at places in their lines: comments, line ends and all else stay as they are."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_LINES = re.compile(r"(.*?)(\r\n|\r|\n|\Z)", re.DOTALL)


@dataclass(frozen=True, order=True)
class Edit:
    """New text for some signs of a line; `line` and `column` count from 1."""

    line: int
    column: int
    length: int
    text: str


def split(text: str) -> list[tuple[str, str]]:
    """The lines of a text, each with the line end that it has; the last one has none."""
    found = [(line[1], line[2]) for line in _LINES.finditer(text)]
    return found[:-1] if len(found) > 1 and found[-2][1] == "" else found


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with all changes made, each where the text stood before any of them."""
    lines = split(text)
    for edit in sorted(set(edits), reverse=True):
        line, end = lines[edit.line - 1]
        start = edit.column - 1
        lines[edit.line - 1] = (line[:start] + edit.text + line[start + edit.length :], end)
    return "".join(line + end for line, end in lines)


def lines_with(texts: Mapping[str, str], pattern: re.Pattern[str]) -> Iterator[str]:
    """The places, as `file:line`, of the lines of some files that a pattern is found in."""
    for place, text in sorted(texts.items()):
        for number, (line, _) in enumerate(split(text), 1):
            if pattern.search(line):
                yield f"{place}:{number}"
