"""Pages of guidance in `docs/` as read: all lines, and front matter with the place of each field."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.loading.validate import SourceFile, validate
from macros.loading.yaml_source import Parsed, parse, read_text
from macros.model import Kind
from macros.model.names import Names
from macros.model.sidhuvud import Sidhuvud
from macros.problem import Problem

GUIDE = Kind("sida", "docs", Sidhuvud, None)
FENCE = "---"


@dataclass(frozen=True)
class Guide:
    """A page of guidance: its address under `docs/`, all its lines, and its front matter if valid."""

    shown: str
    src: str
    lines: tuple[str, ...]
    first_body_line: int
    parsed: Parsed
    head: Sidhuvud | None
    problems: tuple[Problem, ...] = ()

    def body(self) -> Iterator[tuple[int, str]]:
        """The lines after the front matter, each with its number in the file."""
        yield from enumerate(self.lines[self.first_body_line - 1 :], self.first_body_line)


def read_guides(docs: Path) -> tuple[list[Guide], list[Problem]]:
    """Every page of guidance under a folder, and the problems of files that cannot be read."""
    guides: list[Guide] = []
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        src = path.relative_to(docs).as_posix()
        shown = f"{docs.name}/{src}"
        text, unreadable = read_text(path, shown)
        problems.extend(unreadable)
        if not unreadable:
            guides.append(read_guide(text, src, shown))
    return guides, problems


def read_guide(text: str, src: str, shown: str) -> Guide:
    """One page of guidance, with the problems of its front matter."""
    lines = tuple(re.split(r"\r\n|\r|\n", text))
    end = next((number for number, line in enumerate(lines[1:], 1) if line == FENCE), None)
    if lines[0] != FENCE or end is None:
        hint = "Börja filen med en rad ”---”, sedan fält som ”title: …” och avsluta med ännu en rad ”---”."
        missing = Problem(shown, 1, 1, "Sidan saknar sidhuvud.", hint, rule="sidhuvud", reference="/bidra/falt/sida/")
        return Guide(shown, src, lines, 1, Parsed(lines=lines), None, (missing,))
    parsed = parse("\n".join(lines[:end]), shown)
    head, found = validate(SourceFile(GUIDE, src, shown, parsed), Names())
    valid = head if isinstance(head, Sidhuvud) else None
    return Guide(shown, src, lines, end + 2, parsed, valid, (*parsed.problems, *found))
