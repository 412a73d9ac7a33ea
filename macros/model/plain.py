"""Values as YAML and JSON hold them: before a model has read them, and as they are made for others to read."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeAlias

Plain: TypeAlias = "str | int | float | Sequence[Plain] | Mapping[str, Plain] | None"
PlainMap: TypeAlias = Mapping[str, Plain]
# What is made by name for scripts and readers of data, whose shape its maker's tests and schemas hold.
Json: TypeAlias = dict[str, Any]
# Front matter and settings as an engine hands them over, checked before.
Meta: TypeAlias = Mapping[str, Any]


def fields_of(value: Plain) -> PlainMap:
    """What a map holds by name; nothing of what is no map."""
    return value if isinstance(value, Mapping) else {}
