"""What changes in pages of guidance between two materials: sentences before and after, word for word. Pure."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from macros.addresses import address_of
from macros.checks.material import Material
from macros.contribute.difference_records import CHANGED, Value, changed_values, is_stale
from macros.contribute.following import Follow
from macros.contribute.wording import Part, apart
from macros.guidance.guides import Guide
from macros.model.kvar import Aterkallad, FlyttadSida

_HEADING = re.compile(r"#{1,6}\s+(.*?)\s*#*\s*(?:\{[^}]*\}\s*)?")
# Two lines are one that changed when at least this part of their words is the same.
_SAME_LINE = 0.5
_SAME_PAGE = 0.6
_MOST_COMPARED = 2_500


@dataclass(frozen=True)
class Line:
    """A line of a page with the heading that it stands under."""

    under: str
    text: str


@dataclass(frozen=True)
class Sentence:
    """A changed line: its words before and after. `spaces` when only space, indent or line breaks differ."""

    under: str
    parts: tuple[Part, ...]
    spaces: bool = False


@dataclass(frozen=True)
class Guidance:
    """A page that was added, removed, moved, taken back or changed, or that only follows another's new name.

    `values` are of its front matter.
    """

    path: str
    address: str
    change: str
    values: tuple[Value, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    earlier: str = ""
    stale: bool = False


def changed_pages(
    before: Material, after: Material, moved: Mapping[str, str], follow: Follow = str
) -> Iterator[Guidance]:
    """Every page that changed, but for those taken back; one that moved stands once, under its new name."""
    old, new = ({guide.src: guide for guide in material.guides} for material in (before, after))
    earlier = {now: was for was, now in moved.items()}
    for src in sorted({*old, *new} - set(moved)):
        was, now = old.get(earlier.get(src, src)), new.get(src)
        if now is None and was:
            yield Guidance(was.shown, address_of(src), "borttagen")
        elif now and was is None:
            values = tuple(changed_values(None, now.parsed.data))
            yield Guidance(now.shown, address_of(src), "ny", values, tuple(changed_sentences((), lines_of(now))))
        elif now and was and (was.lines != now.lines or src in earlier):
            yield _compared(was, now, follow)


def withdrawn_pages(before: Material, after: Material) -> Iterator[Guidance]:
    """Every page that was taken back, or that gives another reason for it."""
    earlier = {page.src: page.parsed.data for page in before.left}
    for page in after.left:
        values = tuple(changed_values(earlier.get(page.src), page.parsed.data))
        if values and isinstance(page.left, Aterkallad):
            yield Guidance(page.shown, address_of(page.src), "återkallad", values)


def _compared(was: Guide, now: Guide, follow: Follow) -> Guidance:
    address, earlier = address_of(now.src), was.shown if was.src != now.src else ""
    if not earlier and tuple(map(follow, was.lines)) == now.lines:
        return Guidance(now.shown, address, "följer")
    values = tuple(changed_values(was.parsed.data, now.parsed.data, follow))
    old = [Line(line.under, follow(line.text)) for line in lines_of(was)]
    sentences = tuple(changed_sentences(old, lines_of(now)))
    said = any(not sentence.spaces for sentence in sentences)
    raised = any(value.field == CHANGED and value.after > value.before for value in values)
    stale = is_stale(values) or (said and not raised)
    return Guidance(now.shown, address, "flyttad" if earlier else "ändrad", values, sentences, earlier, stale)


def moved_pages(before: Material, after: Material) -> Mapping[str, str]:
    """The new place of each page that has got one: told by the file it left, or seen by what it says."""
    old, new = ({guide.src: guide for guide in material.guides} for material in (before, after))
    told = {
        page.src: page.left.flyttad_till.lstrip("/")
        for page in after.left
        if isinstance(page.left, FlyttadSida) and page.src in old
    }
    found = {was: now for was, now in told.items() if now in new and now not in old}
    gone = [src for src in sorted(set(old) - set(new)) if src not in told]
    come = [src for src in sorted(set(new) - set(old)) if src not in found.values()]
    if len(gone) * len(come) > _MOST_COMPARED:
        return found
    pairs = sorted(
        ((_likeness(old[was].lines, new[now].lines), was, now) for was in gone for now in come), reverse=True
    )
    for likeness, was, now in pairs:
        if likeness >= _SAME_PAGE and was not in found and now not in found.values():
            found[was] = now
    return found


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """How much two texts have in common, from 0 to 1, by the words or lines that both have."""
    return 2 * len(set(one) & set(other)) / max(len(set(one)) + len(set(other)), 1)


def lines_of(guide: Guide) -> tuple[Line, ...]:
    """The lines of a page that say something, each with its heading."""
    under, found = "", []
    for _, text in guide.body():
        heading = _HEADING.fullmatch(text)
        if text.strip():
            found.append(Line(under, text))
        under = heading[1] if heading else under
    return tuple(found)


def changed_sentences(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Sentence]:
    """The lines that differ, in the order of the page."""
    texts = [line.text for line in old], [line.text for line in new]
    # The matcher's own rule for what is common keeps a page of a thousand like lines from taking minutes.
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, *texts).get_opcodes():
        if tag != "equal":
            yield from _block(old[i1:i2], new[j1:j2])


def _block(old: Sequence[Line], new: Sequence[Line]) -> Iterator[Sentence]:
    """Lines that stand where others stood: each with the one that it came from, if there is such a line."""
    if _words(old) == _words(new):
        yield Sentence(new[0].under, apart(" ".join(_words(new)), " ".join(_words(new))), spaces=True)
        return
    row = 0
    for line in old:
        place = _origin(line, old, new, row)
        if place is None:
            yield Sentence(line.under, apart(line.text, ""))
            continue
        yield from (Sentence(added.under, apart("", added.text)) for added in new[row:place])
        spaces = line.text.split() == new[place].text.split()
        if line.text != new[place].text:
            yield Sentence(new[place].under, apart(line.text, new[place].text), spaces)
        row = place + 1
    yield from (Sentence(added.under, apart("", added.text)) for added in new[row:])


def _origin(line: Line, old: Sequence[Line], new: Sequence[Line], row: int) -> int | None:
    """Where among the new lines, from `row` on, an old line stands now; None when no line is like it."""
    if len(old) * len(new) > _MOST_COMPARED:
        return None
    likeness = {place: _likeness(line.text.split(), new[place].text.split()) for place in range(row, len(new))}
    best = max(likeness, key=lambda place: likeness[place], default=None)
    return best if best is not None and likeness[best] >= _SAME_LINE else None


def _words(lines: Sequence[Line]) -> list[str]:
    return [word for line in lines for word in line.text.split()]
