"""Reads a filled form, from a code host or an e-mail, into the values of a record.

What a stranger has written is only ever data: it becomes strings, numbers and lists, and passes the
same checks as every other file. What cannot be read is told in plain Swedish.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from macros.contribute.fields import Described
from macros.contribute.forms import Form, Question
from macros.contribute.template import initial_values
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.ord import words

LONGEST = 200_000
# What code hosts write where nothing was filled in.
_NOTHING = frozenset({"", "_no response_", "none", "_inget svar_", "-", "–"})
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
# An answer in a reply by e-mail.
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

    values: Mapping[str, Any] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)


def answers(text: str, form: Form) -> dict[str, str]:
    """Each question's answer by the question's name. Questions that are not found are left out."""
    labels = {question.label: question.name for question in form.questions}
    labels[words()["formular"]["villkor"]["namn"]] = ""
    found: dict[str, list[str]] = {}
    current = ""
    for line in _EMPTY_LINES.sub("\n\n", _COMMENT.sub("", text[:LONGEST])).splitlines():
        plain = _QUOTED.sub("", line) if line.startswith(">") else line
        name, rest = _label(plain, labels)
        if name is not None and name not in found:
            current = name
            found[current] = [rest]
        elif current in found:
            found[current].append(plain)
    return {name: _answer(lines) for name, lines in found.items() if name and _answer(lines)}


def _label(line: str, labels: Mapping[str, str]) -> tuple[str | None, str]:
    """The question that a line begins, and what is written on the same line."""
    if line.startswith("#"):
        return labels.get(line.lstrip("#").strip().removesuffix(":").rstrip()), ""
    label, colon, rest = line.partition(":")
    return (labels.get(label.strip()), rest) if colon else (None, "")


def _answer(lines: Sequence[str]) -> str:
    # The explanations of the form for e-mail stand in parentheses on a line of their own.
    kept = [line.rstrip() for line in lines if not (line.startswith("(") and line.rstrip().endswith(")"))]
    text = "\n".join(kept).strip()
    return "" if text.casefold() in _NOTHING else text


def best_form(text: str, forms: Sequence[Form]) -> Form:
    """The form that a text has most questions of."""
    return max(forms, key=lambda form: len(answers(text, form)) / len(form.questions))


def read_record(text: str, form: Form, bank: Kunskapsbank, today: date) -> Filled:
    """The record that a filled form describes."""
    said = answers(text, form)
    kind = KINDS[form.name]
    told = words()["svar"]
    missing: list[str] = []
    sources = _sources(said.get("kallor", ""), bank, missing)
    given: dict[str, Any] = {}
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
    return Filled(ordered, tuple(dict.fromkeys(missing)), said)


def _sources(text: str, bank: Kunskapsbank, missing: list[str]) -> dict[str, str]:
    """The key of each numbered source. A source that is not in the register is told as missing."""
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
        if key:
            keys[number] = key
        else:
            missing.append(told["ny_kalla"].format(nummer=number, kalla=rest[:120]))
    return keys


def _value(question: Question, answer: str, sources: Mapping[str, str], missing: list[str]) -> Any:
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
) -> Any:
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
) -> dict[str, Any] | None:
    told = words()["svar"]
    marks = [mark.strip().lstrip("@") for found in _MARKS.findall(part) for mark in re.split(r"[,;]", found)]
    unknown = [mark for mark in marks if mark not in sources]
    if not marks or unknown:
        text = told["utan_kalla"] if not marks else told["okand_siffra"]
        missing.append(text.format(fraga=question.label, varde=part, siffra=", ".join(unknown)))
        return None
    year = _YEAR.search(part)
    bare = _YEAR.sub("", _MARKS.sub("", part)).strip(" .")
    value: Any = _chosen(question, bare, missing) if question.options else bare
    if described.shape in {"ar", "tal"}:
        value = _number(bare)
    if value in (None, "", ()):
        return None
    fact = {"varde": value, "kallor": tuple(dict.fromkeys(sources[mark] for mark in marks))}
    return fact | ({"avser": year[1].replace("-", "–")} if year else {})


def _chosen(question: Question, answer: str, missing: list[str]) -> Any:
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


def _number(text: str) -> Any:
    """A number written as people write it, ”7 500” or ”1,05”; other text is left for the check to refuse."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", text).replace(",", ".")
    if re.fullmatch(r"-?\d{1,15}", bare):
        return int(bare)
    return float(bare) if re.fullmatch(r"-?\d{1,12}\.\d{1,6}", bare) else text
