"""Two versions of a text, word for word: what went, what came, and what stands around it. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

# What happened to some words of a text.
How = Literal["kvar", "bort", "nytt"]
# Words of two texts that are compared with each other; beyond this the differing middle is told whole.
_MOST_COMPARED = 1_000_000
# Letters that are shown of a long run of unchanged words, on the side of a change.
_AROUND = 120


@dataclass(frozen=True)
class Part:
    """Some words in a row with the same fate."""

    text: str
    how: How


def apart(before: str, after: str) -> tuple[Part, ...]:
    """Both texts as one row of parts. Words that changed are never left out; long unchanged runs are."""
    old, new = before.split(), after.split()
    parts = [part for part in _parts(old, new) if part.text]
    return tuple(_near(part, place > 0, place < len(parts) - 1) for place, part in enumerate(parts))


def _parts(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    start = _alike(old, new)
    end = _alike(old[start:][::-1], new[start:][::-1])
    yield Part(" ".join(old[:start]), "kvar")
    middle = old[start : len(old) - end], new[start : len(new) - end]
    if len(middle[0]) * len(middle[1]) > _MOST_COMPARED:
        yield from _changed(*middle)
    else:
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, *middle).get_opcodes():
            if tag == "equal":
                yield Part(" ".join(middle[0][i1:i2]), "kvar")
            else:
                yield from _changed(middle[0][i1:i2], middle[1][j1:j2])
    yield Part(" ".join(old[len(old) - end :]), "kvar")


def _changed(old: Sequence[str], new: Sequence[str]) -> Iterator[Part]:
    yield Part(" ".join(old), "bort")
    yield Part(" ".join(new), "nytt")


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _near(part: Part, follows: bool, precedes: bool) -> Part:  # noqa: FBT001 - two sides of the same thing
    """An unchanged run cut to what stands nearest to a change on either side."""
    if part.how != "kvar" or len(part.text) <= 2 * _AROUND:
        return part
    head = part.text[:_AROUND] if follows or not precedes else ""
    tail = part.text[-_AROUND:] if precedes else ""
    return Part(f"{head} … {tail}".strip(), "kvar")
