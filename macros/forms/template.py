"""A new record's file: every field with what it is for, ready to fill in.

Facts begin as *uppgift saknas*, optional fields stand as comments, and required fields that nobody
has filled in are left empty, so that `kunskapsbank kontrollera` asks for them.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date

from macros.forms.field_help import example, holds
from macros.forms.schema import FOLDER
from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import MAX_STEM
from macros.loading.yaml_text import entry
from macros.model import KINDS, Kind
from macros.model.base import UNKNOWN
from macros.model.fields import Described, fields
from macros.model.plain import Plain, PlainMap
from macros.ord import words

# Kinds that contributors start files of; the others change seldom and together with the site.
STARTED = tuple(kind.name for kind in KINDS.values() if kind.is_started)
_WIDTH = 100


def file_stem(name: str) -> str:
    """The identifier that a name gives: å and ä become a, ö becomes o, the rest a–z, 0–9 and hyphens.

    What is too long ends with a whole word.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ø", "o").replace("æ", "a"))
    kept = "".join(letter for letter in plain if not unicodedata.combining(letter))
    stem = re.sub(r"[^a-z0-9]+", "-", kept).strip("-")
    return re.sub(r"-[^-]*$", "", f"{stem}-"[: MAX_STEM + 1])[:MAX_STEM]


def name_field(kind: Kind) -> str:
    """The field that holds a record's name."""
    return "titel" if "titel" in kind.model.model_fields else "namn"


def initial_values(kind: Kind, name: str, given: PlainMap, today: date) -> dict[str, Plain]:
    """What is known of a new record: the name, what was given, today's date, and that facts are unknown."""
    values: dict[str, Plain] = {name_field(kind): name}
    for field in fields(kind.model):
        if field.name in given:
            values[field.name] = given[field.name]
        elif field.shape == "datum":
            values[field.name] = today.isoformat()
        elif field.may_be_unknown:
            values[field.name] = UNKNOWN
    return values


def missing(kind: Kind, values: PlainMap) -> tuple[Described, ...]:
    """Required fields without a value."""
    return tuple(field for field in fields(kind.model) if field.required and field.name not in values)


def unknown(kind: Kind, values: PlainMap) -> tuple[Described, ...]:
    """Fields that say that nothing is known yet."""
    return tuple(field for field in fields(kind.model) if values.get(field.name) == UNKNOWN)


def new_record(bank: Kunskapsbank, kind: Kind, values: PlainMap) -> str:
    """The text of a new record's file."""
    opening, parts = record_parts(bank, kind)
    told = [_with_value(field, *parts[field.name], values) for field in fields(kind.model)]
    return opening + "\n\n" + "\n\n".join(told) + "\n"


def record_parts(bank: Kunskapsbank, kind: Kind) -> tuple[str, Mapping[str, tuple[str, str]]]:
    """How a new record's file begins, and by field the comments above it and the example below or instead."""
    schema = f"# yaml-language-server: $schema=../{FOLDER}/{kind.name}.json"
    opening = [schema, *_comment(words()["ny"]["inledning"].format(slag=kind.name))]
    parts = {
        field.name: ("\n".join(_heading(bank, field)), "\n".join(_commented_example(bank, kind, field)))
        for field in fields(kind.model)
    }
    return "\n".join(opening), parts


def _heading(bank: Kunskapsbank, field: Described) -> Iterator[str]:
    text = words()["ny"]
    need = "" if field.required else text["frivilligt"]
    yield from _comment(f"{field.title}{need}. {field.description}")
    allowed = allowed_values(bank, field)
    yield from _comment(text["valj"].format(varden=", ".join(allowed)) if allowed else f"({holds(field)})")


def _with_value(field: Described, heading: str, commented: str, values: PlainMap) -> str:
    lines = [heading]
    if field.name in values:
        lines += entry(field.name, values[field.name])
        if values[field.name] == UNKNOWN:
            lines.append(commented)
    else:
        lines.append(f"{field.name}:" if field.required else commented)
    return "\n".join(lines)


def allowed_values(bank: Kunskapsbank, field: Described) -> tuple[str, ...]:
    """The values that a field may have, when they are listed in the model or by a criterion."""
    criterion = bank.kriterium.get(field.criterion)
    return tuple(value.id for value in criterion.varden) if criterion else field.allowed


def _commented_example(bank: Kunskapsbank, kind: Kind, field: Described) -> Iterator[str]:
    good = example(bank, kind.name, field).good.split("\n")
    yield f"# {words()['ny']['exempel']}"
    yield from (f"# {line}".rstrip() for line in good[:8])
    if len(good) > 8:  # noqa: PLR2004 - the start of a long example is enough
        yield "# …"


def _comment(text: str) -> Iterator[str]:
    line = "#"
    for word in text.split():
        if len(line) + len(word) >= _WIDTH:
            yield line
            line = "#"
        line += f" {word}"
    yield line


def read_given(kind: Kind, pairs: Mapping[str, str]) -> dict[str, Plain]:
    """Values given as words, in the form that the field has: lists are split at commas."""
    described = {field.name: field for field in fields(kind.model)}
    made: dict[str, Plain] = {}
    for name, value in pairs.items():
        field = described[name]
        if field.is_list and not field.is_fact and field.shape != "del":
            made[name] = tuple(part.strip() for part in value.split(",") if part.strip())
        elif field.shape in {"ar", "tal"} and re.fullmatch(r"-?\d+", value):
            made[name] = int(value)
        else:
            made[name] = value
    return made
