"""Reads the words that readers meet: `ord.yml` beside this module in Swedish, `ord.<language>.yml` in others.

Areas that only contributors meet are Swedish alone.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NoReturn

import yaml

from macros.language.speaking import SWEDISH, spoken

# The loader in C reads the file ten times as fast where it is there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
# The areas of commands, forms and references for contributors, and of pages that have no other language yet.
SWEDISH_ALONE = frozenset(
    {
        "bidra",
        "driftsatt",
        "falt",
        "falt_andras",
        "flytta",
        "formsprak",
        "formular",
        "granskning",
        "kommando",
        "kontakt",
        "lankar",
        "ny",
        "paminn",
        "ratta",
        "regler",
        "oppna_data",
        "oversattningar",
        "signering",
        "skillnad",
        "svar",
        "tillganglighet",
        "visning",
    }
)


# A word, or an area of words: templates and code know by its name which.
Words = Mapping[str, Any]


class _Area(dict[str, Any]):
    """An area of words, which says by its whole name which word it lacks."""

    def __init__(self, name: str, content: Words) -> None:
        super().__init__({key: _named(f"{name}{key}", part) for key, part in content.items()})
        self.name = name

    def __missing__(self, key: str) -> NoReturn:
        message = f"macros/ord.yml saknar {self.name}{key}"
        raise KeyError(message)


def _named(name: str, part: object) -> object:
    return _Area(f"{name}.", part) if isinstance(part, Mapping) else part


def words() -> Words:
    """All texts of the interface by area, in the language of now."""
    return words_in(spoken())


def words_of(kind: str) -> Words:
    """The words of a kind of record or page: its name, one and several of it, its heading."""
    found: Words = words()["slag"][kind]
    return found


def names_of_kinds() -> Mapping[str, str]:
    """The name of every kind of record and page, for scripts."""
    return {kind: own["namn"] for kind, own in words()["slag"].items()}


@cache
def words_in(language: str) -> Words:
    """All texts of the interface by area; an area that is Swedish alone is Swedish in every language."""
    swedish = _read("ord.yml")
    return _Area("", swedish if language == SWEDISH else _over(swedish, _read(f"ord.{language}.yml")))


def _over(under: Any, over: Any) -> Any:
    """The texts of `over`, with those of `under` where it has none."""
    if not isinstance(under, Mapping) or not isinstance(over, Mapping):
        return over
    return {key: _over(text, over[key]) if key in over else text for key, text in under.items()}


def _read(name: str) -> Words:
    loaded: Words = yaml.load(files("macros").joinpath(name).read_text("utf-8"), Loader=_LOADER)  # noqa: S506 - both loaders are safe
    return loaded
