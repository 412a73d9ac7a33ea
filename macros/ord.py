"""Reads the one place for the words that readers meet: `ord.yml` beside this module."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def words() -> Mapping[str, Any]:
    """All texts of the interface by area."""
    loaded: Mapping[str, Any] = yaml.safe_load(files("macros").joinpath("ord.yml").read_text("utf-8"))
    return loaded
