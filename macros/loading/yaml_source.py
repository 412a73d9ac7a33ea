"""Reads YAML text as plain data with the position of every key and value.

Built on PyYAML's event stream (YAML 1.1 syntax) instead of its loaders, since a contributor's file
must never run code, expand aliases or nest without bound, and each mistake must be told with its
line. Only plain data comes out: strings, whole and decimal numbers, null, tuples and dicts. Dates
and the words true/false/yes/no are refused here, since YAML would turn them into something that the
writer did not mean.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

import yaml

from macros.loading.syntax import syntax_problem
from macros.loading.text import damage, lines_of
from macros.model.plain import Plain, PlainMap, fields_of
from macros.own_files import LOADER
from macros.problems.problem import Level, Problem

MAX_DEPTH = 12
MAX_DIGITS = 15
# Many times what the largest record holds.
MAX_VALUES = 5000

INTEGER = re.compile(r"^-?(0|[1-9]\d*)$")
DECIMAL = re.compile(r"^-?(0|[1-9]\d*)\.\d+$")
# What a Swede may mean as thousands.
_THREE_DECIMALS = re.compile(r"^(-?[1-9]\d{0,2})\.(\d{3})$")
# A comment on the line of a value or a key, which takes the rest of the line with it.
_COMMENT = re.compile(r"[\s:,\]}]*(?<=\s)#")
DATE = re.compile(r"^\d{4}-\d\d?-\d\d?([Tt ].*)?$")
_NULL = {"", "~", "null", "Null", "NULL"}
_BOOLEAN = {"true", "false", "yes", "no", "on", "off"}

# The library's types leave open whether an event says where it stands; those of a text always do.
_Event = Any
Path_ = tuple[str | int, ...]
Position = tuple[int, int]


@dataclass(frozen=True, eq=False)
class Parsed:
    """Data of one file; `values` and `keys` give positions (line, column from 1) by path. All who ask share it.

    `folded` holds the paths of texts whose line breaks are lost: on several lines, but not after `|`.
    """

    data: Plain = None
    values: Mapping[Path_, Position] = field(default_factory=dict)
    keys: Mapping[Path_, Position] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    folded: AbstractSet[Path_] = frozenset()
    lines: tuple[str, ...] = ()

    @property
    def fields(self) -> PlainMap:
        """The data by field; none when the file holds something else than fields."""
        return fields_of(self.data)


@dataclass
class _Open:
    """A mapping or sequence that is being read."""

    path: Path_
    items: dict[str, Plain] | list[Plain]
    key: str | None = None
    skip: bool = False


def parse(text: str, shown: str) -> Parsed:
    """Plain data and positions of a YAML text. Never raises for bad input: see `Parsed.problems`."""
    lines = lines_of(text.removesuffix("\n"))
    damaged = damage(lines, shown, is_yaml=True)
    if damaged:
        return Parsed(lines=lines, problems=tuple(damaged))
    reader = _Reader(shown, lines)
    try:
        reader.read(text)
    except yaml.YAMLError as error:
        reader.problems.append(syntax_problem(error, shown, lines))
    return reader.parsed()


class _Reader:
    """Turns the events of one file into data, step by step and without recursion."""

    def __init__(self, shown: str, lines: tuple[str, ...]) -> None:
        self.shown = shown
        self.lines = lines
        self.data: Plain = None
        self.value_places: dict[Path_, Position] = {}
        self.key_places: dict[Path_, Position] = {}
        self.problems: list[Problem] = []
        self.folded: set[Path_] = set()
        self.stack: list[_Open] = []
        self.documents = 0
        self.values = 0

    def parsed(self) -> Parsed:
        """What has been read."""
        return Parsed(self.data, self.value_places, self.key_places, tuple(self.problems), self.folded, self.lines)

    def read(self, text: str) -> None:
        for event in yaml.parse(text, Loader=LOADER):
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
                self.comment_after(event)
            elif isinstance(event, yaml.ScalarEvent) and not self.scalar(event):
                return

    def problem(self, event: _Event, message: str, hint: str, level: Level = "fel") -> None:
        mark = event.start_mark
        place = mark.line + 1, mark.column + 1
        self.problems.append(Problem(self.shown, *place, message, hint, level, rule="yaml"))

    def comment_after(self, event: _Event) -> None:
        """Refuses a comment after a value or a key: it is text that the writer meant, as often as not."""
        mark = event.end_mark
        if mark.index == event.start_mark.index:
            # A block ends at nothing that is written.
            return
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        found = _COMMENT.match(line, mark.column) if "#" in line else None
        if found:
            message = "Det som står från och med # försvinner: YAML läser det som en anteckning."
            hint = 'Sätt hela värdet inom citattecken: "Etapp #2". En anteckning skrivs på en egen rad.'
            place = mark.line + 1, found.end()
            self.problems.append(Problem(self.shown, *place, message, hint, rule="yaml"))

    def refuse_tag(self, event: _Event) -> None:
        if event.anchor:
            self.problem(event, "Förkortningen & (ankare) får inte användas.", "Skriv ut texten där den behövs.")
        if event.tag:
            self.problem(event, f"Taggen ”{event.tag}” får inte användas.", "Ta bort det som börjar med utropstecken.")

    def open(self, event: _Event) -> bool:
        self.refuse_tag(event)
        if len(self.stack) >= MAX_DEPTH:
            self.problem(event, "Uppgifterna ligger i för många nivåer.", f"Använd högst {MAX_DEPTH} nivåer.")
            return False
        is_mapping = isinstance(event, yaml.MappingStartEvent)
        if self.waiting_for_key():
            self.problem(event, "Ett fältnamn måste vara ett ord.", "Skriv ”fältnamn: värde”.")
            self.key_places[*self.stack[-1].path, ""] = (event.start_mark.line + 1, event.start_mark.column + 1)
            self.stack.append(_Open(self.path_of_next(), {} if is_mapping else [], skip=True))
            return True
        path = self.path_of_next()
        self.value_places[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
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

    def scalar(self, event: _Event) -> bool:
        """Reads a key or a value; whether there is room for more."""
        self.values += 1
        if self.values > MAX_VALUES:
            self.problem(event, "Filen har för många uppgifter.", f"Dela upp den: högst {MAX_VALUES} i en fil.")
            return False
        mark = event.start_mark
        if event.style not in {"|", ">"}:
            self.comment_after(event)
        if self.waiting_for_key():
            self.key(event)
            return True
        path = self.path_of_next()
        self.value_places[path] = (mark.line + 1, mark.column + 1)
        if event.style != "|" and event.end_mark.line > mark.line:
            self.folded.add(path)
        self.refuse_tag(event)
        self.put(self.value_of(event))
        return True

    def key(self, event: _Event) -> None:
        container = self.stack[-1]
        path = (*container.path, event.value)
        if event.value in container.items:
            first = self.key_places[path][0]
            self.problem(
                event, f"Fältet ”{event.value}” står två gånger.", f"Ta bort det ena; det första står på rad {first}."
            )
        else:
            self.key_places[path] = (event.start_mark.line + 1, event.start_mark.column + 1)
        self.refuse_tag(event)
        container.key = event.value

    def value_of(self, event: _Event) -> Plain:
        text = str(event.value)
        if not event.implicit[0]:
            return text
        if DATE.match(text):
            self.problem(event, "Datum måste stå inom citattecken.", f'Skriv "{text}".')
        elif text.lower() in _BOOLEAN:
            self.problem(event, f"Ordet ”{text}” betyder sant eller falskt i YAML.", "Skriv ja eller nej.")
        elif text in _NULL:
            return None
        elif INTEGER.match(text) or DECIMAL.match(text):
            return self.number(event)
        return text

    def number(self, event: _Event) -> Plain:
        if len(event.value) > MAX_DIGITS:
            self.problem(event, "Talet har för många siffror.", f"Skriv högst {MAX_DIGITS} siffror.")
            return 0
        found = _THREE_DECIMALS.match(event.value)
        if found:
            hint = f"Menar ni tusental skrivs talet utan punkt: {found[1]}{found[2]}. Annars kortas decimalerna."
            self.problem(event, f"Talet läses som {found[1]},{found[2]} med tre decimaler.", hint, "varning")
        text = str(event.value)
        return float(text) if "." in text else int(text)

    def waiting_for_key(self) -> bool:
        return bool(self.stack) and isinstance(self.stack[-1].items, dict) and self.stack[-1].key is None

    def path_of_next(self) -> Path_:
        if not self.stack:
            return ()
        container = self.stack[-1]
        step: str | int = len(container.items) if isinstance(container.items, list) else container.key or ""
        return (*container.path, step)

    def put(self, value: Plain) -> None:
        if not self.stack:
            self.data = value
            return
        container = self.stack[-1]
        if isinstance(container.items, list):
            container.items.append(value)
        else:
            container.items.setdefault(container.key or "", value)
            container.key = None
