"""Reads a filled form, from a code host or an e-mail, into the values of a record.

What a stranger has written is only ever data: it becomes strings, numbers and lists, and passes the
same checks as every other file. What cannot be read is told in plain Swedish.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from macros.forms.forms import Form, Question
from macros.forms.new_source import proposed_source
from macros.forms.template import initial_values
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.fields import Described
from macros.model.plain import Plain, PlainMap
from macros.ord import words

LONGEST = 200_000
# What code hosts write where nothing was filled in.
_NOTHING = frozenset({"", "_no response_", "none", "_inget svar_", "-", "–"})
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# An answer in a reply by e-mail.
_BOLD_LABEL = re.compile(r"^\*\*([^*:]+):?\*\*:?(.*)$")
_QUOTED = re.compile(r"^(> ?)+")
_EMPTY_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
_MARKS = re.compile(r"\[([^\[\]]{1,80})\]")
_YEAR = re.compile(r"\((?:avser )?(\d{4}(?:[–-]\d{4})?)\)")
# Facts are told apart by a semicolon after a source or a year; in a text it is an ordinary sign.
_BETWEEN = re.compile(r"(?<=[\])])\s*;")
_NUMBERED = re.compile(r"^\[?(\d{1,3})[\].):]\s*(.*)$")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True)
class Filled:
    """The values of a record as far as they could be read, and what is missing or unclear."""

    values: PlainMap = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    # New sources by the key that each gets.
    sources: Mapping[str, PlainMap] = field(default_factory=dict)


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


def read_record(text: str, form: Form, bank: Kunskapsbank, today: date) -> Filled:
    """The record that a filled form describes."""
    said = answers(text, form)
    kind = KINDS[form.name]
    told = words()["svar"]
    missing: list[str] = []
    proposed: dict[str, PlainMap] = {}
    sources = _sources(said.get("kallor", ""), bank, today, proposed, missing)
    given: dict[str, Plain] = {}
    for question in form.questions:
        answer = said.get(question.name, "")
        if answer and question.field is not None:
            value = _value(question, answer, sources, missing)
            if value is not None:
                given[question.name] = value
        elif question.required and not answer:
            missing.append(told["tomt"].format(fraga=question.label))
    name = str(given.pop("namn", ""))
    values = initial_values(kind, name, given, today)
    ordered = {key: values[key] for key in kind.model.model_fields if key in values}
    return Filled(ordered, tuple(dict.fromkeys(missing)), said, proposed)


def _sources(
    text: str, bank: Kunskapsbank, today: date, proposed: dict[str, PlainMap], missing: list[str]
) -> dict[str, str]:
    """The key of each numbered source. One that is not in the register becomes a new one, or is told as unclear.

    The number of an unclear source leads to an empty key, so that it is told once and not at each fact.
    """
    told = words()["svar"]
    by_address = {str(source.adress).rstrip("/"): key for key, source in bank.kalla.items() if source.adress != UNKNOWN}
    by_title = {source.titel.casefold(): key for key, source in bank.kalla.items()}
    keys = {key: key for key in bank.kalla}
    lines = [line.strip(" -*\t") for line in text.splitlines() if line.strip(" -*\t")]
    for place, line in enumerate(lines, 1):
        numbered = _NUMBERED.match(line)
        number, rest = (numbered[1], numbered[2].strip()) if numbered else (str(place), line)
        address = _ADDRESS.search(rest)
        key = by_address.get(address[0].rstrip("/.,;)")) if address else None
        key = (
            key
            or by_title.get(rest.casefold())
            or next((word for word in _WORD.findall(rest) if word in bank.kalla), None)
        )
        if not key and (new := proposed_source(rest, {*bank.kalla, *proposed}, today)):
            key, proposed[new[0]] = new
        if not key:
            missing.append(told["oklar_kalla"].format(nummer=number, kalla=rest[:120]))
        keys[number] = key or ""
    return keys


def _value(question: Question, answer: str, sources: Mapping[str, str], missing: list[str]) -> Plain:
    """The value of a field as a record holds it, or None when the answer cannot be used."""
    described = question.field
    if described is None:
        return None
    if described.is_fact:
        return _facts(question, described, answer, sources, missing)
    if described.shape == "text":
        return _cited(answer, sources) + "\n"
    if question.options:
        return _chosen(question, answer, missing)
    flat = " ".join(answer.split())
    if described.is_list:
        return tuple(part.strip() for part in flat.split(",") if part.strip())
    return _number(flat) if described.shape in {"ar", "tal"} else flat


def _cited(text: str, sources: Mapping[str, str]) -> str:
    """Running text with numbers of sources turned into citations."""

    def replace(found: re.Match[str]) -> str:
        keys = [sources.get(part.strip().lstrip("@")) for part in re.split(r"[,;]", found[1])]
        return f"[{'; '.join(f'@{key}' for key in keys)}]" if all(keys) else found[0]

    return _MARKS.sub(replace, text)


def _facts(
    question: Question, described: Described, answer: str, sources: Mapping[str, str], missing: list[str]
) -> Plain:
    """One fact or several, or the word that says that nothing is known."""
    flat = " ".join(answer.split())
    if flat.casefold().rstrip(".") in {UNKNOWN, NOT_APPLICABLE}:
        return flat.casefold().rstrip(".")
    found = [
        _fact(question, described, part.strip(), sources, missing) for part in _BETWEEN.split(flat) if part.strip()
    ]
    usable = tuple(fact for fact in found if fact)
    return usable[0] if len(usable) == 1 else usable or None


def _fact(
    question: Question, described: Described, part: str, sources: Mapping[str, str], missing: list[str]
) -> dict[str, Plain] | None:
    told = words()["svar"]
    marks = [mark.strip().lstrip("@") for found in _MARKS.findall(part) for mark in re.split(r"[,;]", found)]
    unknown = [mark for mark in marks if mark not in sources]
    if marks and not unknown and not all(sources[mark] for mark in marks):
        return None
    if not marks or unknown:
        text = told["utan_kalla"] if not marks else told["okand_siffra"]
        missing.append(text.format(fraga=question.label, varde=part, siffra=", ".join(unknown)))
        return None
    year = _YEAR.search(part)
    bare = _YEAR.sub("", _MARKS.sub("", part)).strip(" .")
    value: Plain = _chosen(question, bare, missing) if question.options else bare
    if described.shape in {"ar", "tal"}:
        value = _number(bare)
    if value in (None, "", ()):
        return None
    fact: dict[str, Plain] = {"varde": value, "kallor": tuple(dict.fromkeys(sources[mark] for mark in marks))}
    return fact | ({"avser": year[1].replace("-", "–")} if year else {})


def _chosen(question: Question, answer: str, missing: list[str]) -> Plain:
    """The value or values that were chosen, as records write them."""
    described = question.field
    by_name = {word.casefold(): value for name, value in question.options for word in (name, value)}
    several = described is not None and described.is_list
    parts = [part.strip() for part in re.split(r"[,\n]", answer)] if several else [" ".join(answer.split())]
    unknown = [part for part in parts if part and part.casefold() not in by_name]
    for part in unknown:
        options = ", ".join(name for name, _ in question.options)
        missing.append(words()["svar"]["okant_val"].format(fraga=question.label, varde=part, val=options))
    chosen = tuple(by_name[part.casefold()] for part in parts if part.casefold() in by_name)
    return chosen if several else next(iter(chosen), None)


def _number(text: str) -> Plain:
    """A number written as people write it, ”7 500” or ”1,05”; other text is left for the check to refuse."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    if re.fullmatch(r"-?\d{1,15}", bare):
        return int(bare)
    return float(bare) if re.fullmatch(r"-?\d{1,12}\.\d{1,6}", bare) else text
