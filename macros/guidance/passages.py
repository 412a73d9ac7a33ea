"""Running text wherever it stands: pages of guidance and the text fields of records, line by line.

A rule about text asks for passages and need not know whether they come from Markdown or YAML.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache
from itertools import islice
from typing import Literal

from markdown_it.token import Token
from pydantic import BaseModel

from macros.guidance import commonmark
from macros.guidance.guides import GUIDE, Guide
from macros.loading.validate import SourceFile, Steps, field_reference
from macros.loading.yaml_source import Parsed
from macros.model.plain import Plain
from macros.model.shapes import schema_at
from macros.problems.problem import Problem

PassageKind = Literal["guide", "markdown", "plain"]
_BACKTICKS = re.compile(r"`+")
# A longer line is refused (long_lines) and read only so far, so that no rule can be kept busy by one line.
LONGEST_LINE = 2000
# The same for a page with more lines.
MOST_LINES = 4000
# Of how many files the passages are held.
MOST_FILES = 4096
# How far below the last line found the next line of a value is sought.
_LOOK_AHEAD = 50
_FENCE = ("```", "~~~")


@dataclass(frozen=True)
class Line:
    """A line of text with the place of its first character in the file."""

    number: int
    column: int
    text: str
    is_code: bool = False
    is_cut: bool = False

    @cached_property
    def prose(self) -> str:
        """The text with code blanked out, columns kept."""
        if self.is_code:
            return " " * len(self.text)
        return _without_code(self.text) if "`" in self.text else self.text


@dataclass(frozen=True, eq=False)
class Passage:
    """Text in a file: a page's body, a Markdown field, or a plain field that is shown as it is.

    Two are never compared: what is made of one is kept for it alone.
    """

    shown: str
    kind: PassageKind
    lines: tuple[Line, ...]
    reference: str = ""

    @cached_property
    def blocks(self) -> list[Token]:
        """The blocks that the text is on its page; the lines of a token count from 0 in `lines`."""
        return commonmark.block_tokens("\n".join(line.text for line in self.lines), self.references)

    @cached_property
    def references(self) -> dict[str, object]:
        """The addresses that links of the text refer to, once `blocks` has been read."""
        return {}

    def problem(self, line: Line, offset: int, message: str, hint: str, rule: str) -> Problem:
        """A problem at a character of one of the lines."""
        column = line.column + offset
        return Problem(self.shown, line.number, column, message, hint, rule=rule, reference=self.reference)


# Of the same file many rules ask, of all files and of those that were not right before.
@lru_cache(maxsize=MOST_FILES)
def guide_passage(guide: Guide) -> Passage:
    """The body of a page of guidance."""
    lines = tuple(_mark_code(Line(number, 1, text) for number, text in islice(guide.body(), MOST_LINES)))
    return Passage(guide.shown, "guide", lines)


@lru_cache(maxsize=MOST_FILES)
def head_passages(guide: Guide) -> tuple[Passage, ...]:
    """The texts in the front matter of a page of guidance."""
    return tuple(_passages(SourceFile(GUIDE, guide.src, guide.shown, guide.parsed)))


@lru_cache(maxsize=MOST_FILES)
def record_passages(file: SourceFile) -> tuple[Passage, ...]:
    """The texts of a record: one passage for each string in it."""
    return tuple(_passages(file))


def _passages(file: SourceFile) -> Iterator[Passage]:
    for path, value in strings(file.parsed.data):
        kind: PassageKind = "markdown" if is_markdown(file.kind.model, generic(path)) else "plain"
        lines = tuple(_mark_code(_located(file.parsed, path, value)))
        yield Passage(file.shown, kind, lines, field_reference(file.kind.name, path))


def strings(data: Plain, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Every string value in plain data with its path."""
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, Mapping):
        for key, value in data.items():
            yield from strings(value, (*path, key))
    elif isinstance(data, tuple):
        for index, value in enumerate(data):
            yield from strings(value, (*path, index))


def generic(path: Steps) -> Steps:
    """A path with every place in a list written as 0, so that alike paths are one."""
    return tuple(0 if isinstance(step, int) else step for step in path)


@cache
def is_markdown(model: type[BaseModel], path: Steps) -> bool:
    """Whether the field at a generic path is written in Markdown."""
    return any(node.get("format") == "markdown" for node in schema_at(model, path))


def _located(parsed: Parsed, path: Steps, value: str) -> Iterator[Line]:
    """The lines of a value where they stand in the file; each is sought from the one before."""
    number, column = parsed.values.get(path, (1, 1))
    for text in value.split("\n"):
        wanted = text.strip()
        nearby = range(number - 1, min(number + _LOOK_AHEAD, len(parsed.lines)))
        found = next((index for index in nearby if wanted and wanted in parsed.lines[index]), None)
        if found is None:
            yield Line(number, column, text)
            continue
        yield Line(found + 1, parsed.lines[found].index(wanted) + 1 - (len(text) - len(text.lstrip())), text)
        number = found + 1


def _without_code(text: str) -> str:
    """The text with code between backticks blanked out. Each run is closed by the next one as long."""
    runs = list(_BACKTICKS.finditer(text))
    closing: dict[int, list[int]] = {}
    for place, run in enumerate(runs):
        closing.setdefault(len(run[0]), []).append(place)
    kept, end, place = [], 0, 0
    while place < len(runs):
        alike = closing[len(runs[place][0])]
        later = bisect_right(alike, place)
        if later == len(alike):
            place += 1
            continue
        start, stop = runs[place].start(), runs[alike[later]].end()
        kept += [text[end:start], " " * (stop - start)]
        end, place = stop, alike[later] + 1
    return "".join([*kept, text[end:]])


def _mark_code(lines: Iterator[Line]) -> Iterator[Line]:
    """The same lines, with those of fenced code marked."""
    found = [_short(line) for line in lines]
    text = "\n".join(line.text for line in found)
    code: set[int] = set()
    if any(fence in text for fence in _FENCE):
        for token in commonmark.block_tokens(text):
            code.update(range(*token.map) if token.type == "fence" and token.map else ())
    return (replace(line, is_code=True) if number in code else line for number, line in enumerate(found))


def _short(line: Line) -> Line:
    """The line, or the beginning of a line that is too long."""
    return line if len(line.text) <= LONGEST_LINE else replace(line, text=line.text[:LONGEST_LINE], is_cut=True)
