"""English ways of writing: numbers, lists and dates."""

from collections.abc import Iterable, Mapping
from datetime import date

# The words between the last two of a list.
JOINING: Mapping[str, str] = {"och": "and", "eller": "or"}
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def number(sign: str, groups: Iterable[str], decimals: str) -> str:
    """A number, ”1,150.5”, from its sign, its digits in groups and its decimals."""
    return sign + ",".join(groups) + (f".{decimals}" if decimals else "")


def with_unit(value: str, unit: str) -> str:
    """A number with its unit: ”12 per cent”, but ”SEK 150,000 per year”."""
    first, _, rest = unit.partition(" ")
    if first != "SEK":
        return f"{value}\u00a0{unit}"
    return f"SEK\u00a0{value}" + (f" {rest}" if rest else "")


def long_date(day: date) -> str:
    """A date as in running text, ”23 November 2026”."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def forms(term: str) -> tuple[str, ...]:
    """The plural of a term, for links to the glossary."""
    if term[-1:] in "sxz" or term.isupper():
        return ()
    return (f"{term[:-1]}ies",) if term[-1:] == "y" and term[-2:-1] not in "aeou" else (f"{term}s",)
