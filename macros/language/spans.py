"""Divides names by the letters that they begin with, at boundaries that stay where they are as the names become more.

A list that is divided in pieces of like size moves every boundary when a name is added, and with it every address.
Here a span always holds the same letters: names are too many for it when it is divided into narrower ones, never
because another is full.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.language.swedish import capital, sort_key

# Signs that are no letters stand together, under the digits.
_DIGITS = "0123456789"
_NARROW = ("abc", "def", "ghi", "jkl", "mno", "pqr", "stu", "vwxyz", "åäö")
_WIDE = ("abcdefghi", "jklmnopqr", "stuvwxyzåäö")
# How the names that begin alike are told apart by their next sign, wider first: by ranges, then by the sign itself.
_RANGES = (_WIDE, _NARROW, None)
_PLAIN = str.maketrans({"é": "e", "è": "e", "ü": "y", "á": "a", "à": "a"})
_IN_ADDRESS = str.maketrans({"å": "aa", "ä": "ae", "ö": "oe", " ": "-"})
_SIGNS = re.compile(r"[a-z0-9åäö]+")


@dataclass(frozen=True)
class Span:
    """Names between two letters: the last part of an address, the letters, who they are in order.

    `within` are the addresses of the wider spans that have been divided to give this one.
    """

    stem: str
    label: str
    held: tuple[str, ...]
    within: tuple[str, ...] = ()


def spans(names: Mapping[str, str], most: int) -> tuple[Span, ...]:
    """The spans of some names, given by identifier, with at most so many in each."""
    # Two may have the same name, and are told apart by their identifiers.
    keys = {one: _key(f"{name} {one}") for one, name in names.items()}
    ordered = sorted(names, key=lambda one: (sort_key(names[one]), one))
    return tuple(_divided(Span("", "", tuple(ordered)), keys, most, 0))


def _key(name: str) -> str:
    return " ".join(_SIGNS.findall(name.lower().translate(_PLAIN)))


def _divided(whole: Span, keys: Mapping[str, str], most: int, step: int) -> Iterator[Span]:
    """A span as spans that are small enough. A step that tells no names apart is passed over."""
    if len(whole.held) <= most:
        yield whole
        return
    place, way = divmod(step, len(_RANGES))
    found = _parted(whole, keys, place, _RANGES[way])
    within = (*whole.within, whole.stem) if whole.stem else whole.within
    for stem, label, held in found if len(found) > 1 else [(whole.stem, whole.label, whole.held)]:
        next_whole = Span(stem, label, held, within if len(found) > 1 else whole.within)
        yield from _divided(next_whole, keys, most, step + 1)


def _parted(
    whole: Span, keys: Mapping[str, str], place: int, ranges: Sequence[str] | None
) -> list[tuple[str, str, tuple[str, ...]]]:
    """The names by their sign at a place, or by the range that it is in: the stem and label of each, and who."""

    def among(one: str) -> str:
        sign = keys[one][place : place + 1] or " "
        if ranges is None:
            return sign
        return next((each for each in ranges if sign in each), _DIGITS)

    made = []
    for signs, held in groupby(sorted(whole.held, key=among), among):
        members = tuple(held)
        start = keys[members[0]][:place]
        ends = [start + sign for sign in dict.fromkeys((signs[0], signs[-1]))]
        stem = "-".join(end.strip().translate(_IN_ADDRESS) for end in ends)
        made.append((stem or "0", "–".join(capital(end.strip()) for end in ends), members))
    order = {one: number for number, one in enumerate(whole.held)}
    return sorted(made, key=lambda each: order[each[2][0]])
