"""The answers of a filled form, from a code host or an e-mail, each by the name of its question.

What a stranger has written is only ever text here; `filled_form` makes it into the values of a record.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from macros.forms.forms import Form
from macros.ord import words

LONGEST = 200_000


# What code hosts write where nothing was filled in.
_NOTHING = frozenset({"", "_no response_", "none", "_inget svar_", "-", "–"})


_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)


# An answer in a reply by e-mail.
_BOLD_LABEL = re.compile(r"^\*\*([^*:]+):?\*\*:?(.*)$")


_QUOTED = re.compile(r"^(> ?)+")


_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")


def answers(text: str, form: Form) -> dict[str, str]:
    """Each question's answer by the question's name. Questions that are not found are left out.

    A code host writes every label as a heading, an e-mail every label before a colon. The form that a text
    is written in decides which lines are labels; a label counts only where it comes in the form's order.
    """
    lines = [
        _QUOTED.sub("", line) if line.startswith(">") else line
        for line in _EMPTY_LINES.sub("\n\n", _COMMENT.sub("", text[:LONGEST])).splitlines()
    ]
    labels = [(question.label, question.name) for question in form.questions]
    labels.append((words()["formular"]["villkor"]["namn"], ""))
    with_headings = sum(_heading(line) in dict(labels) for line in lines)
    with_colons = sum(_before_colon(line)[0] in dict(labels) for line in lines)
    read = _of_heading if with_headings and with_headings * 2 >= with_colons else _before_colon
    starts = _starts([read(line) for line in lines], [label for label, _ in labels])
    explained = {f"({question.help})" for question in form.questions} if read is _before_colon else set()
    found: dict[str, str] = {}
    for (label, name), start, end in _parts(labels, starts, len(lines)):
        answer = _answer([read(lines[start])[1], *lines[start + 1 : end]], explained)
        if name and answer and label:
            found[name] = answer
    return found


def _parts(
    labels: Sequence[tuple[str, str]], starts: Mapping[str, int], last: int
) -> Iterator[tuple[tuple[str, str], int, int]]:
    """Each question that was found, with the lines from its label to the next one's."""
    places = sorted(starts.values())
    for pair in labels:
        if pair[0] in starts:
            start = starts[pair[0]]
            yield pair, start, next((place for place in places if place > start), last)


def _starts(read: Sequence[tuple[str, str]], labels: Sequence[str]) -> dict[str, int]:
    """The line of each label. Of several lines that look like one, the one that keeps the form's order is it.

    What stands in an answer can look like the label of a later question (”Resultat: se rapporten”). The real one
    comes after every label of the form before it, so the last of them that keeps the order is taken.
    """
    places: dict[str, list[int]] = {}
    for number, (label, _) in enumerate(read):
        if label in labels:
            places.setdefault(label, []).append(number)
    present = [label for label in labels if label in places]
    first_of = [places[label][0] for label in present]
    if first_of == sorted(first_of) and all(len(found) == 1 for found in places.values()):
        return {label: places[label][0] for label in present}
    starts: dict[str, int] = {}
    after = len(read)
    for label in reversed(present):
        fitting = [place for place in places[label] if place < after]
        if fitting:
            starts[label] = after = fitting[-1]
    if len(starts) < len(present):
        # The questions stand in another order than the form's: each one's first line is it.
        return {label: places[label][0] for label in present}
    return starts


def _of_heading(line: str) -> tuple[str, str]:
    return _heading(line), ""


def _heading(line: str) -> str:
    """The label that a heading of a code host's form is; empty when the line is none."""
    return _plain_label(line.lstrip("#")) if line.startswith("#") else ""


def _before_colon(line: str) -> tuple[str, str]:
    """What stands before and after the first colon of a line, the label as the form writes it."""
    if line.startswith("#"):
        return _heading(line), ""
    bold = _BOLD_LABEL.match(line)
    label, colon, rest = (bold[1], ":", bold[2]) if bold else line.partition(":")
    return (_plain_label(label), rest) if colon else ("", "")


def _plain_label(text: str) -> str:
    """A label without marks, with the capital letter that the form has."""
    bare = text.strip().removesuffix(":").strip("* _").rstrip(":").strip()
    return bare[:1] + bare[1:].lower() if bare.isupper() else bare


def _answer(lines: Sequence[str], explained: set[str]) -> str:
    """The text of an answer, without the explanations that the form itself has."""
    text = "\n".join(line.rstrip() for line in lines if line.strip() not in explained and not _is_help(line, explained))
    return "" if text.strip().casefold() in _NOTHING else text.strip()


def _is_help(line: str, explained: set[str]) -> bool:
    """Whether a line is one of the form's explanations, which say more in e-mail than on a code host."""
    return line.startswith("(") and any(line.startswith(known.removesuffix(")").rstrip(".")) for known in explained)


def best_form(text: str, forms: Sequence[Form]) -> Form:
    """The form that a text has most questions of."""
    return max(forms, key=lambda form: len(answers(text, form)) / len(form.questions))
