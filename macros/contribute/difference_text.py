"""The account of a change as Markdown for a comment, a job summary or a terminal.

Everything that a contributor wrote stands in code, so that no mention, link or mark-up of it works; what marks words
as gone or new stands outside the code, so that no text can be written to look so.
"""

import re

from macros.contribute.account import Account, Bit, Row, Section
from macros.ord import words
from macros.problems.report import visible

# Comments on code hosts hold about 65,000 characters.
LONGEST = 60_000
_LONGEST_VALUE = 300
_MOST_ROWS = 200
_MARKS = {"bort": "~~", "nytt": "**"}


def as_markdown(told: Account) -> str:
    """The whole account, cut where a comment would be too long."""
    text = words()["skillnad"]
    first = "\n".join(f"**{_row(row)}**\n" if len(row) == 1 else f"- {_row(row)}" for row in told.first)
    parts = filter(None, (f"## {text['rubrik']}", first, _row(told.summary), *map(_section, told.sections)))
    whole = "\n\n".join(parts) + "\n"
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST].rsplit(chr(10), 1)[0]}\n\n{text['avkortad']}\n"


def code(text: str, longest: int = _LONGEST_VALUE) -> str:
    """Any text as code in Markdown, on one line and cut where it is long."""
    shown = visible(" ".join(text.split()))
    cut = shown if len(shown) <= longest else f"{shown[:longest]}…"
    longest_run = max((len(run) for run in re.findall(r"`+", cut)), default=0)
    fence = "`" * (longest_run + 1)
    pad = " " if cut.startswith("`") or cut.endswith("`") or not cut.strip() else ""
    return f"{fence}{pad}{cut or '∅'}{pad}{fence}"


def _section(section: Section) -> str:
    rows = [f"- {_row(row)}" for row in section.rows[:_MOST_ROWS]]
    if len(section.rows) > _MOST_ROWS:
        rows.append(f"- {words()['skillnad']['fler'].format(antal=len(section.rows) - _MOST_ROWS)}")
    return "\n\n".join(filter(None, (f"### {_row(section.heading)}", _row(section.intro), "\n".join(rows))))


def _row(row: Row) -> str:
    return "".join(map(_bit, row))


def _bit(bit: Bit) -> str:
    if bit.sort == "ord":
        return bit.text
    if bit.sort in _MARKS:
        # Words that changed are never cut: what is hidden last in a long text is what matters.
        return f"{_MARKS[bit.sort]}{code(bit.text, LONGEST)}{_MARKS[bit.sort]}"
    return code(bit.text)
