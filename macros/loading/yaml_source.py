"""Reads YAML text as plain data with the position of every key and value.

Built on PyYAML's event stream (YAML 1.1 syntax) instead of its loaders, since a contributor's file
must never run code, expand aliases or nest without bound, and each mistake must be told with its
line. Only plain data comes out: strings, whole and decimal numbers, null, tuples and dicts. Dates
and the words true/false/yes/no are refused here, since YAML would turn them into something that the
writer did not mean.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from macros.loading.syntax import syntax_problem
from macros.problem import Problem

MAX_BYTES = 1_000_000
MAX_DEPTH = 12
MAX_DIGITS = 15
# Many times what the largest record holds.
MAX_VALUES = 5000

_INTEGER = re.compile(r"^-?(0|[1-9]\d*)$")
_DECIMAL = re.compile(r"^-?(0|[1-9]\d*)\.\d+$")
_DATE = re.compile(r"^\d{4}-\d\d?-\d\d?([Tt ].*)?$")
_NULL = {"", "~", "null", "Null", "NULL"}
_BOOLEAN = {"true", "false", "yes", "no", "on", "off"}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Path_ = tuple[str | int, ...]
Position = tuple[int, int]


@dataclass
class Parsed:
    """Data of one file; `values` and `keys` give positions (line, column from 1) by path."""

    data: Any = None
    values: dict[Path_, Position] = field(default_factory=dict)
    keys: dict[Path_, Position] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    lines: tuple[str, ...] = ()


@dataclass
class _Open:
    """A mapping or sequence that is being read."""

    path: Path_
    items: Any
    key: str | None = None
    skip: bool = False


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """The text of a file as UTF-8, or an empty text and the reason why it cannot be read."""
    try:
        if path.is_symlink():
            return "", [Problem(shown, 1, 1, "Filen är en symbolisk länk.", "Lägg in en vanlig fil i stället.")]
        if path.stat().st_size > MAX_BYTES:
            hint = f"Dela upp innehållet: en post per fil och högst {MAX_BYTES // 1000} kB."
            return "", [Problem(shown, 1, 1, "Filen är för stor.", hint)]
        raw = path.read_bytes()
    except OSError as error:
        return "", [
            Problem(shown, 1, 1, f"Filen går inte att läsa ({error.strerror}).", "Kontrollera filens rättigheter.")
        ]
    try:
        return raw.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        hint = "Spara om filen med teckenkodningen UTF-8; den verkar vara sparad som Latin-1 eller Windows-1252."
        return "", [Problem(shown, line, column, "Filen är inte skriven i teckenkodningen UTF-8.", hint)]


def parse(text: str, shown: str) -> Parsed:
    """Plain data and positions of a YAML text. Never raises for bad input: see `Parsed.problems`."""
    parsed = Parsed(lines=tuple(text.splitlines()))
    try:
        _Reader(shown, parsed).read(text)
    except yaml.YAMLError as error:
        parsed.problems.append(syntax_problem(error, shown, parsed.lines))
    except UnicodeEncodeError:
        hint = "Ta bort det osynliga tecknet och skriv om raden."
        parsed.problems.append(Problem(shown, 1, 1, "Filen har ett tecken som inte får användas.", hint, rule="yaml"))
    return parsed


class _Reader:
    """Turns the events of one file into data, step by step and without recursion."""

    def __init__(self, shown: str, parsed: Parsed) -> None:
        self.shown = shown
        self.parsed = parsed
        self.stack: list[_Open] = []
        self.documents = 0
        self.values = 0

    def read(self, text: str) -> None:
        for event in yaml.parse(text, Loader=_LOADER):
            if isinstance(event, yaml.DocumentStartEvent):
                self.documents += 1
                if self.documents > 1:
                    self.problem(event, "Filen har mer än ett dokument.", "Ta bort raden ”---” och det som följer.")
                    return
            elif isinstance(event, yaml.AliasEvent):
                self.problem(event, "Förkortningen * (alias) får inte användas.", "Skriv ut texten där den behövs.")
                return
            elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                if not self.open(event):
                    return
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                self.close()
            elif isinstance(event, yaml.ScalarEvent):
                self.values += 1
                if self.values > MAX_VALUES:
                    self.problem(event, "Filen har för många uppgifter.", f"Dela upp den: högst {MAX_VALUES} i en fil.")
                    return
                self.scalar(event)

    def problem(self, event: Any, message: str, hint: str) -> None:
        mark = event.start_mark
        self.parsed.problems.append(Problem(self.shown, mark.line + 1, mark.column + 1, message, hint, rule="yaml"))

    def refuse_tag(self, event: Any) -> None:
        if event.anchor:
            self.problem(event, "Förkortningen & (ankare) får inte användas.", "Skriv ut texten där den behövs.")
        if event.tag:
            self.problem(event, f"Taggen ”{event.tag}” får inte användas.", "Ta bort det som börjar med utropstecken.")

    def open(self, event: Any) -> bool:
        self.refuse_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            self.problem(event, "Uppgifterna ligger i för många nivåer.", f"Använd högst {MAX_DEPTH} nivåer.")
            return False
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        if self.waiting_for_key():
            self.problem(event, "Ett fältnamn måste vara ett ord.", "Skriv ”fältnamn: värde”.")
            self.parsed.keys[*self.stack[-1].path, ""] = (event.start_mark.line + 1, event.start_mark.column + 1)
            self.stack.append(_Open(self.path_of_next(), {} if is_mapping else [], skip=True))
            return True
        path = self.path_of_next()
        self.parsed.values[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.stack.append(_Open(path, {} if is_mapping else []))
        return True

    def close(self) -> None:
        done = self.stack.pop()
        value = tuple(done.items) if isinstance(done.items, list) else done.items
        if done.skip:
            if self.stack and isinstance(self.stack[-1].items, dict):
                self.stack[-1].key = "" if self.stack[-1].key is None else self.stack[-1].key
            return
        self.put(value)

    def scalar(self, event: Any) -> None:
        mark = event.start_mark
        if self.waiting_for_key():
            self.key(event)
            return
        path = self.path_of_next()
        self.parsed.values[path] = (mark.line + 1, mark.column + 1)
        self.refuse_tag(event)
        self.put(self.value_of(event))

    def key(self, event: Any) -> None:
        container = self.stack[-1]
        path = (*container.path, event.value)
        if event.value in container.items:
            first = self.parsed.keys[path][0]
            self.problem(
                event, f"Fältet ”{event.value}” står två gånger.", f"Ta bort det ena; det första står på rad {first}."
            )
        else:
            self.parsed.keys[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.refuse_tag(event)
        container.key = event.value

    def value_of(self, event: Any) -> Any:
        text = event.value
        if not event.implicit[0]:
            return text
        if _DATE.match(text):
            self.problem(event, "Datum måste stå inom citattecken.", f'Skriv "{text}".')
        elif text.lower() in _BOOLEAN:
            self.problem(event, f"Ordet ”{text}” betyder sant eller falskt i YAML.", "Skriv ja eller nej.")
        elif text in _NULL:
            return None
        elif _INTEGER.match(text) or _DECIMAL.match(text):
            return self.number(event)
        return text

    def number(self, event: Any) -> Any:
        if len(event.value) > MAX_DIGITS:
            self.problem(event, "Talet har för många siffror.", f"Skriv högst {MAX_DIGITS} siffror.")
            return 0
        return float(event.value) if "." in event.value else int(event.value)

    def waiting_for_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].items, dict) and self.stack[-1].key is None

    def path_of_next(self) -> Path_:
        if not self.stack:
            return ()
        container = self.stack[-1]
        step: str | int = len(container.items) if isinstance(container.items, list) else container.key or ""
        return (*container.path, step)

    def put(self, value: Any) -> None:
        if not self.stack:
            self.parsed.data = value
            return
        container = self.stack[-1]
        if isinstance(container.items, list):
            container.items.append(value)
        else:
            container.items.setdefault(container.key, value)
            container.key = None
