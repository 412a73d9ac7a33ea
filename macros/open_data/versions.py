"""The versions of the published form, and the fields that are to go: read from `versions.yml` beside this module."""

from dataclasses import dataclass
from functools import cache

from macros.own_files import own_yaml

SOURCE = "versions.yml"


@dataclass(frozen=True)
class Leaving:
    """A field of a collection that goes with the next main version, and what to read instead."""

    collection: str
    field: str
    instead: str


@dataclass(frozen=True)
class Version:
    """A version of the published form: its number, its day, what it brought, and the fields that are to go."""

    number: str
    day: str
    text: str
    leaving: tuple[Leaving, ...] = ()


@cache
def versions() -> tuple[Version, ...]:
    """Every version, newest first."""
    rows = own_yaml("macros.open_data", SOURCE)
    return tuple(
        Version(
            row["version"],
            row["datum"],
            row["text"],
            tuple(Leaving(field["samling"], field["falt"], field["i_stallet"]) for field in row["utgar"]),
        )
        for row in rows
    )


def current_version() -> str:
    """The number of the version that is published."""
    return versions()[0].number


def leaving(collection: str) -> frozenset[str]:
    """The fields of a collection that are to go."""
    return frozenset(field.field for each in versions() for field in each.leaving if field.collection == collection)
