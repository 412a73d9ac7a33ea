"""Reads a filled form, from a code host or an e-mail, into the values of a record.

What a stranger has written is only ever data: it becomes strings, numbers and lists, and passes the
same checks as every other file. What cannot be read is told in plain Swedish.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from macros.forms.form_answers import answers
from macros.forms.forms import Form, Question
from macros.forms.new_source import proposed_source
from macros.forms.template import initial_values
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.fields import Described
from macros.model.plain import Plain, PlainMap
from macros.ord import words

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
