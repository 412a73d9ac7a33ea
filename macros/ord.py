"""Reads the one place for the words that readers meet: `ord.yml` beside this module."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# The loader in C reads the file ten times as fast where it is there.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def words() -> Mapping[str, Any]:
    """All texts of the interface by area."""
    text = files("macros").joinpath("ord.yml").read_text("utf-8")
    loaded: Mapping[str, Any] = yaml.load(text, Loader=_LOADER)  # noqa: S506 - both loaders are safe
    return loaded
