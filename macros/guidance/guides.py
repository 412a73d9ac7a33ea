"""Pages of guidance in `docs/` as read: all lines, and front matter with the place of each field."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from macros.loading.load import MOVING
from macros.loading.text import damage, lines_of, read_text
from macros.loading.validate import SourceFile, validate
from macros.loading.yaml_source import Parsed, parse
from macros.model import Kind
from macros.model.kvar import MOVED_KEY, WITHDRAWN_KEY, Aterkallad, FlyttadSida
from macros.model.names import Names
from macros.model.sidhuvud import Sidhuvud
from macros.problems.problem import Problem

GUIDE = Kind("sida", "docs", Sidhuvud, place=0)
FENCE = "---"
RULE = "sidhuvud"


@dataclass(frozen=True, eq=False)
class Guide:
    """A page of guidance: its address under `docs/`, all its lines, and its front matter if valid.

    Two are never compared: what is made of one is kept for it alone.
    `left` tells of a page that is no more: where it went, or why it was taken back.
    """

    shown: str
    src: str
    lines: tuple[str, ...]
    first_body_line: int
    parsed: Parsed
    head: Sidhuvud | None
    problems: tuple[Problem, ...] = ()
    left: Aterkallad | FlyttadSida | None = None

    @property
    def is_gone(self) -> bool:
        """Whether the page has moved or was taken back, rightly told or not."""
        return bool({MOVED_KEY, WITHDRAWN_KEY} & set(self.parsed.fields))

    def body(self) -> Iterator[tuple[int, str]]:
        """The lines after the front matter, each with its number in the file."""
        yield from enumerate(self.lines[self.first_body_line - 1 :], self.first_body_line)


def read_guides(docs: Path) -> tuple[list[Guide], list[Problem]]:
    """Every page of guidance under a folder, and the problems of files that cannot be read."""
    guides: list[Guide] = []
    problems: list[Problem] = []
    for path in sorted(docs.rglob("*.md")):
        if any(part.startswith(".") for part in path.relative_to(docs).parts):
            # Not built, and told as unread.
            continue
        src = path.relative_to(docs).as_posix()
        shown = f"{docs.name}/{src}"
        text, unreadable = read_text(path, shown)
        problems.extend(unreadable)
        if not unreadable:
            guides.append(read_guide(text, src, shown))
    return guides, problems


# A build asks many times for what a page says.
@lru_cache(maxsize=4096)
def read_guide(text: str, src: str, shown: str) -> Guide:
    """One page of guidance, with the problems of its front matter. A damaged page has no body to read."""
    lines = lines_of(text)
    after_last = len(lines) + 1
    damaged = damage(lines, shown, is_yaml=False)
    if damaged:
        return Guide(shown, src, lines, after_last, Parsed(lines=lines), None, tuple(damaged))
    start = next((place for place, line in enumerate(lines) if line.strip()), 0)
    end = next((place for place in range(start + 1, len(lines)) if lines[place].strip() == FENCE), None)
    if lines[start].strip() != FENCE or end is None:
        unfinished = lines[start].strip() == FENCE
        hint = "Börja filen med en rad ”---”, sedan fält som ”title: …” och avsluta med ännu en rad ”---”."
        message = "Sidhuvudet är inte avslutat." if unfinished else "Sidan saknar sidhuvud."
        missing = Problem(shown, start + 1, 1, message, hint, rule=RULE, reference="/bidra/falt/sida/")
        return Guide(shown, src, lines, after_last if unfinished else 1, Parsed(lines=lines), None, (missing,))
    parsed = parse("\n".join((*[""] * (start + 1), *lines[start + 1 : end])), shown)
    page = Guide(shown, src, lines, end + 2, parsed, None)
    if page.is_gone:
        return _left_behind(page)
    head, found = validate(SourceFile(GUIDE, src, shown, parsed), Names())
    valid = head if isinstance(head, Sidhuvud) else None
    fences = tuple(_fences(lines, start, end, shown))
    return replace(page, head=valid, problems=(*fences, *parsed.problems, *found))


def _left_behind(page: Guide) -> Guide:
    """A page that says only where it went, or why it was taken back."""
    model = FlyttadSida if MOVED_KEY in page.parsed.fields else Aterkallad
    left, found = validate(SourceFile(replace(GUIDE, model=model), page.src, page.shown, page.parsed), Names())
    problems = [replace(problem, reference=MOVING) for problem in (*page.parsed.problems, *found)]
    text = next((number for number, line in page.body() if line.strip()), None)
    if text:
        hint = "Ta bort texten under sidhuvudet: läsaren ser den inte."
        message = "En sida som har flyttat eller är återkallad har ingen egen text."
        problems.append(Problem(page.shown, text, 1, message, hint, rule=RULE, reference=MOVING))
    valid = left if isinstance(left, Aterkallad | FlyttadSida) else None
    return replace(page, left=valid, problems=tuple(problems), first_body_line=len(page.lines) + 1)


def _fences(lines: tuple[str, ...], start: int, end: int, shown: str) -> Iterator[Problem]:
    """What stands around the lines of the front matter, where programs expect nothing."""
    if start:
        message = "Före sidhuvudet står en tom rad."
        yield Problem(shown, 1, 1, message, "Ta bort den, så att filen börjar med ”---”.", rule=RULE)
    for place in (start, end):
        if lines[place] != FENCE:
            message = f"Sidhuvudets {'första' if place == start else 'sista'} rad har blanksteg vid ”---”."
            yield Problem(shown, place + 1, 1, message, "Ta bort blankstegen.", rule=RULE)
