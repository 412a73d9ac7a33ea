"""The age of a translated page, by part: each part of the Swedish page has a mark, which the translation carries.

A part is what stands under a heading of the second level; the first part is the page's title, its summary and what
stands before the first such heading.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from macros.translation.texts import mark

TRANSLATES, MARKS, TRANSLATED = "oversattning_av", "svenska_delar", "oversatt"
State = Literal["samma", "aldre", "utan-marke", "andra-delar", "borta"]
_FENCE = re.compile(r"^\s*(```|~~~)")
_HEADING = re.compile(r"^## +(.*?)(?:\s*\{[^}]*\})?\s*$")


@dataclass(frozen=True)
class Part:
    """A part of a page: its heading (empty for the first), the line where it begins in the body, and its mark."""

    heading: str
    line: int
    mark: str


@dataclass(frozen=True)
class Age:
    """How a translation stands to the Swedish page.

    `older` holds the parts whose Swedish has changed, each with the English heading (empty for the first part).
    """

    state: State
    translated: str = ""
    older: tuple[tuple[Part, str], ...] = ()


def parts(meta: Mapping[str, object], body: str) -> tuple[Part, ...]:
    """The parts of a page, from its front matter and text. Spaces and line breaks change no mark."""
    found: list[tuple[str, int, list[str]]] = [
        ("", 0, [str(meta.get("title", "")), str(meta.get("sammanfattning", ""))])
    ]
    in_code = False
    for number, line in enumerate(body.split("\n")):
        in_code ^= bool(_FENCE.match(line))
        heading = None if in_code else _HEADING.match(line)
        if heading:
            found.append((heading[1], number, []))
        found[-1][2].append(line)
    return tuple(Part(heading, number, mark(" ".join(" ".join(lines).split()))) for heading, number, lines in found)


def age(meta: Mapping[str, object], body: str, swedish: tuple[Mapping[str, object], str] | None) -> Age:
    """The age of a translation with some front matter and text; `swedish` is the same of the page it translates."""
    translated = str(meta.get(TRANSLATED) or "")
    if swedish is None:
        return Age("borta", translated)
    listed = meta.get(MARKS)
    marks = listed if isinstance(listed, Sequence) and not isinstance(listed, str) else ()
    now, own = parts(*swedish), parts(meta, body)
    if not marks:
        return Age("utan-marke", translated)
    if len(now) != len(own) or len(marks) != len(now):
        return Age("andra-delar", translated, tuple(_unknown(now, marks)))
    older = tuple((part, mine.heading) for part, mine, was in zip(now, own, marks, strict=True) if part.mark != was)
    return Age("aldre" if older else "samma", translated, older)


def _unknown(now: Iterable[Part], marks: Iterable[object]) -> Iterator[tuple[Part, str]]:
    """The Swedish parts that no mark knows."""
    known = set(marks)
    return ((part, "") for part in now if part.mark not in known)


def with_marks(text: str, marks: Iterable[str]) -> str:
    """A translation's file with the marks of the Swedish parts in its front matter."""
    listed = ", ".join(f'"{each}"' for each in marks)
    line = f"{MARKS}: [{listed}]\n"
    head, fence, rest = text.removeprefix("---\n").partition("\n---\n")
    kept = "".join(f"{row}\n" for row in head.split("\n") if not row.startswith(f"{MARKS}:"))
    return f"---\n{kept}{line}---\n{rest}" if fence else text
