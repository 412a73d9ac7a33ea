"""Mends single values of a record where they stand: quotation marks, years, yes and no, names of choices."""

import re
from collections.abc import Iterator, Mapping, Sequence

from macros.checks.search_words import FIELD, spare
from macros.contribute.mending_markdown import mended_markdown
from macros.contribute.source_text import Edit, edited, split
from macros.forms.template import file_stem
from macros.guidance.passages import generic, is_markdown
from macros.loading.validate import Steps
from macros.loading.yaml_source import Parsed, parse
from macros.model import Kind
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.json_schema import Node
from macros.model.names import Names
from macros.model.shapes import all_fields, options_at, schema_at

_QUOTED = re.compile(r""""(?:[^"\\]|\\.)*"|'(?:[^']|'')*'""")
# An unquoted value ends with its line; within brackets at the next sign of the list.
_PLAIN, _IN_LIST = re.compile(r".*\S"), re.compile(r"[^,\[\]{}]*[^\s,\[\]{}]")
_DATE = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)")
_SPAN = re.compile(r"(\d{4})\s*[-\u2010-\u2015]\s*(\d{4})")
_NUMBER = re.compile(r"-?\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:[.,]\d+)?|-?\d+(?:[.,]\d+)?")
_YES, _NO = frozenset({"true", "yes", "on", "ja"}), frozenset({"false", "no", "off", "nej"})
_AVSER = r"^\d{4}(–\d{4})?$"
Nodes = Sequence[Node]


def mended_values(kind: Kind, text: str, names: Names) -> str:
    """The text of a record with each value written in the one way that its field has."""
    parsed = parse(text, "")
    if not isinstance(parsed.data, dict):
        return text
    made = _texts(kind, edited(text, _edits(kind, parsed, names)), names)
    # What would make the file harder to read was no mending.
    return made if len(parse(made, "").problems) <= len(parsed.problems) else text


def _edits(kind: Kind, parsed: Parsed, names: Names) -> Iterator[Edit]:
    yield from _spare_word(parsed)
    fields = all_fields(kind.model)
    for path, (line, column) in parsed.keys.items():
        key = str(path[-1])
        right = file_stem(key).replace("-", "_")
        allowed = {name for node in schema_at(kind.model, path[:-1]) for name in node.get("properties", {})}
        if key not in fields and right in allowed:
            yield Edit(line, column, len(key), right)
    for path, (line, column) in parsed.values.items():
        written = parsed.lines[line - 1][column - 1 :]
        if path in parsed.folded and written.startswith(">") and is_markdown(kind.model, generic(path)):
            yield Edit(line, column, len(written.rstrip()), "|")
        token = _token(parsed, path)
        if token is None:
            continue
        mended = _right(options_at(kind.model, path), token[0], path, names)
        if mended is not None and mended != token[0]:
            yield Edit(line, column, len(token[0]), mended)


def _spare_word(parsed: Parsed) -> Iterator[Edit]:
    """The first search word that the search does without, with the comma beside it."""
    for index, _ in spare(parsed.fields):
        path = (FIELD, index)
        token = _token(parsed, path) if path in parsed.values else None
        if token is None:
            return
        line, column = parsed.values[path]
        before, after = parsed.lines[line - 1][: column - 1], parsed.lines[line - 1][column - 1 + len(token[0]) :]
        comma, earlier = re.match(r",\s*", after), re.search(r",\s*$", before)
        if comma:
            yield Edit(line, column, len(token[0]) + comma.end(), "")
        elif earlier and after.startswith("]"):
            yield Edit(line, column - len(earlier[0]), len(token[0]) + len(earlier[0]), "")
        return


def _token(parsed: Parsed, path: Steps) -> re.Match[str] | None:
    """A single value as it is written; None for lists, fields and longer texts."""
    (line, column), around = parsed.values[path], parsed.values.get(path[:-1], (1, 1))
    written = parsed.lines[line - 1][column - 1 :]
    value = parsed.data
    for step in path:
        if isinstance(value, Mapping) and step in value:
            value = value[str(step)]
        elif isinstance(value, tuple) and isinstance(step, int) and step < len(value):
            value = value[step]
        else:
            # What stands twice, or under a key that is no word, has no one value.
            return None
    if isinstance(value, tuple | dict) or path in parsed.folded or written[:1] in {"|", ">", ""}:
        return None
    in_list = parsed.lines[around[0] - 1][around[1] - 1 : around[1]] in {"[", "{"}
    return _QUOTED.match(written) or (_IN_LIST if in_list else _PLAIN).match(written)


def _right(nodes: Nodes, token: str, path: Steps, names: Names) -> str | None:  # noqa: PLR0911 - one for each kind of value
    """How a value is written in its field; None when there is no one answer."""
    quoted = token[0] in "\"'"
    value = token[1:-1] if quoted else token
    words = _allowed(nodes, names)
    patterns = {str(node.get("pattern", "")) for node in nodes}
    if value in words:
        return None
    date, span = _DATE.fullmatch(value.strip()), _SPAN.fullmatch(value.strip())
    if date:
        return f'"{date[1]}-{date[2]:0>2}-{date[3]:0>2}"'
    if _AVSER in patterns and span:
        return f'"{span[1]}–{span[2]}"'
    if _AVSER in patterns and re.fullmatch(r"\d{4}", value.strip()):
        return f'"{value.strip()}"'
    if {"ja", "nej"} & set(words) and value.strip().casefold() in _YES | _NO:
        word = "ja" if value.strip().casefold() in _YES else "nej"
        return word if word in words else None
    types = {node.get("type") for node in nodes}
    if types and types <= {"integer", "number"} and _NUMBER.fullmatch(value.strip()):
        return re.sub(r"\s", "", value.strip()).replace(",", ".")
    if types == {"array"} and path and not isinstance(path[-1], int):
        return f"[{token}]"
    return _word(nodes, value, words, names) or (token[0] + value.strip() + token[0] if quoted else None)


def _allowed(nodes: Nodes, names: Names) -> tuple[str, ...]:
    """The words that a field allows."""
    found: list[str] = []
    for node in nodes:
        found += [str(word) for word in node.get("enum", (node["const"],) if "const" in node else ())]
        found += names.choices.get(str(node.get("x-kriterium", "")), ())
    return tuple(dict.fromkeys(found))


def _word(nodes: Nodes, value: str, words: tuple[str, ...], names: Names) -> str:
    """The allowed word or record that a value means, written with other letters; else empty."""
    plain = " ".join(value.casefold().split()).rstrip(".")
    if plain in {UNKNOWN, NOT_APPLICABLE} and plain in words:
        return plain
    records = {name for node in nodes for name in names.identifiers.get(str(node.get("x-slag", "")), ())}
    stem = file_stem(value)
    if stem and stem != value and stem in {*words, *records} and value not in records:
        return stem
    return ""


def _texts(kind: Kind, text: str, names: Names) -> str:
    """The text with the Markdown of its longer texts mended."""
    parsed = parse(text, "")
    lines = split(text)
    for path, (number, column) in parsed.values.items() if not parsed.problems else ():
        if lines[number - 1][0][column - 1 : column] != "|" or not is_markdown(kind.model, generic(path)):
            continue
        last = number
        depth = len(lines[number - 1][0]) - len(lines[number - 1][0].lstrip(" -"))
        while last < len(lines) and (not lines[last][0].strip() or _depth(lines[last][0]) > depth):
            last += 1
        block = "".join(line + end for line, end in lines[number:last])
        made = split(mended_markdown(block, names))
        if len(made) == last - number:
            lines[number:last] = made
    return "".join(line + end for line, end in lines)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
