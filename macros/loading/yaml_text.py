"""Writes plain data as YAML in the style of the house, readable for people and safe for any text."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from macros.loading.yaml_source import parse
from macros.model.plain import Plain, PlainMap

INDENT = "  "
# Lists of short words stand on one line up to this width.
_WIDTH = 100
_SURE = re.compile(r"^[A-Za-zÅÄÖåäöé][\wåäöÅÄÖé .,–()§/&+%-]*$")
_UNWRITABLE = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_IN_LIST = re.compile(r"[,\[\]{}]")
_BLOCK = re.compile(r"^[^\s\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff][^\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff]*\n$")


def to_yaml(data: PlainMap) -> str:
    """The YAML text of a record. Reading it gives the same data."""
    return "".join(f"{line}\n" for key, value in data.items() for line in entry(key, value))


def entry(key: str, value: Plain) -> list[str]:
    """The lines of one field."""
    return list(_entry(key, value, ""))


def scalar(value: Plain, *, in_list: bool = False) -> str:
    """A single value: plain where YAML surely reads it as the same text, otherwise quoted."""
    if value is None:
        return "null" if in_list else ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float):
        return repr(value).removesuffix(".0") if "e" not in repr(value) else f"{value:f}"
    if not isinstance(value, str):
        return str(value)
    plain = _SURE.match(value) and value == value.strip() and not (in_list and _IN_LIST.search(value))
    if plain and _reads_as_itself(value):
        return value
    # JSON leaves some signs as they are that YAML cannot hold unescaped.
    quoted = json.dumps(value, ensure_ascii=False)
    return _UNWRITABLE.sub(lambda sign: f"\\u{ord(sign[0]):04x}", quoted)


@lru_cache(1 << 16)
def _reads_as_itself(text: str) -> bool:
    parsed = parse(text, "")
    return not parsed.problems and parsed.data == text


def _entry(key: str, value: Plain, indent: str) -> Iterator[str]:
    name = scalar(key)
    if isinstance(value, Mapping) and value:
        yield f"{indent}{name}:"
        for inner, item in value.items():
            yield from _entry(inner, item, indent + INDENT)
    elif isinstance(value, Sequence) and not isinstance(value, str):
        yield from _list(name, value, indent)
    elif isinstance(value, str) and _is_block(value):
        yield f"{indent}{name}: |"
        for line in value[:-1].split("\n"):
            yield f"{indent}{INDENT}{line}" if line else ""
    else:
        yield f"{indent}{name}: {'{}' if isinstance(value, Mapping) else scalar(value)}".rstrip()


def _is_block(text: str) -> bool:
    return bool(_BLOCK.match(text)) and "\n\n\n" not in text and not text.endswith("\n\n")


def _list(name: str, values: Sequence[Plain], indent: str) -> Iterator[str]:
    simple = not any(isinstance(value, Mapping | list | tuple) for value in values)
    flow = f"{indent}{name}: [{', '.join(scalar(value, in_list=True) for value in values)}]" if simple else ""
    if simple and (len(flow) <= _WIDTH or not values):
        yield flow
        return
    yield f"{indent}{name}:"
    for value in values:
        if not isinstance(value, Mapping) or not value:
            yield f"{indent}{INDENT}- {scalar(value, in_list=True) if not isinstance(value, Mapping) else '{}'}"
            continue
        lines = [line for key, item in value.items() for line in _entry(key, item, "")]
        for number, line in enumerate(lines):
            yield f"{indent}{INDENT}{'- ' if number == 0 else INDENT}{line}" if line else ""
