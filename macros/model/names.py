"""Names that records use for each other: references to records, and choices among allowed values.

They are checked while a record is validated, against the `Names` given as pydantic context, so that
each unknown name is reported with the field where it stands.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import lru_cache
from heapq import nlargest

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler, ValidationInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

# How many words of a long list are compared letter by letter.
_COMPARED = 40


@dataclass(frozen=True, eq=False)
class Names:
    """What a record may refer to: identifiers by kind, and allowed values by criterion.

    `moved` gives the new name of records that have one, by kind; `withdrawn` those that were taken back.
    """

    identifiers: Mapping[str, frozenset[str]] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    moved: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    withdrawn: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def is_gone(self, kind: str, identifier: str) -> bool:
        """Whether a record has another name now, or was taken back."""
        return identifier in self.moved.get(kind, {}) or identifier in self.withdrawn.get(kind, frozenset())


@lru_cache(maxsize=4096)
def nearest(word: str, allowed: frozenset[str] | tuple[str, ...]) -> str:
    """The allowed word most like `word`, or an empty string when none is alike."""
    pairs = _pairs(word)
    # A careful comparison is slow: of many words only those with most pairs of letters in common get it.
    likely = nlargest(_COMPARED, sorted(allowed), key=lambda other: len(pairs & _pairs(other)))
    match = get_close_matches(word, sorted(likely), n=1, cutoff=0.6)
    return match[0] if match else ""


@lru_cache(maxsize=1 << 16)
def _pairs(word: str) -> frozenset[str]:
    """The pairs of letters that stand side by side in a word."""
    return frozenset(word[place : place + 2] for place in range(len(word) - 1))


def check_name(kind: str, value: str, info: ValidationInfo) -> str:
    """The value, if it is the identifier of a record of `kind`; raises PydanticCustomError otherwise."""
    names = info.context
    if isinstance(names, Names) and value not in names.identifiers.get(kind, frozenset()):
        raise PydanticCustomError(
            "okand_referens",
            "okänd referens",
            {
                "slag": kind,
                "varde": value,
                "narmast": nearest(value, names.identifiers.get(kind, frozenset())),
                "flyttad": names.moved.get(kind, {}).get(value, ""),
                "aterkallad": value in names.withdrawn.get(kind, frozenset()),
            },
        )
    return value


def _check_choice(criterion: str, value: str, info: ValidationInfo) -> str:
    names = info.context
    if isinstance(names, Names) and value not in names.choices.get(criterion, ()):
        allowed = names.choices.get(criterion, ())
        raise PydanticCustomError(
            "okant_val",
            "okänt värde",
            {"kriterium": criterion, "varde": value, "tillatna": allowed, "narmast": nearest(value, allowed)},
        )
    return value


@dataclass(frozen=True)
class Ref:
    """Marks a string as the identifier (file stem) of a record of `kind`, which must exist."""

    kind: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        return {**handler(schema), "x-slag": self.kind}

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        def check(value: str, info: core_schema.ValidationInfo) -> str:
            return check_name(self.kind, value, info)

        return core_schema.with_info_after_validator_function(check, handler(source))


@dataclass(frozen=True)
class Val:
    """Marks a string as one of the values that the criterion file `criterion` allows."""

    criterion: str

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, object]:
        return {**handler(schema), "x-kriterium": self.criterion}

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        def check(value: str, info: core_schema.ValidationInfo) -> str:
            return _check_choice(self.criterion, value, info)

        return core_schema.with_info_after_validator_function(check, handler(source))
