"""What whoever publishes the site must fill in and has not: where it stands, and what the site lacks without it.

The settings are listed once, in `driftsatt.installningar` of the words; the guide for operators, the build and the
command `kunskapsbank driftsatt` read the same list.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import yaml

from macros.model.plain import Meta
from macros.open_data.publication import ADDRESS_VARIABLE
from macros.ord import words
from macros.own_files import LOADER
from macros.pages.contact import is_reachable, unreachable_warning


@dataclass(frozen=True)
class Setting:
    """A setting: its file, its name (the way to it, with full stops), what depends on it and what to write."""

    file: str
    name: str
    effect: str
    write: str
    # A text that stands there until it is replaced; without one, the setting is unset while it is empty.
    placeholder: str = ""
    is_date: bool = False


@dataclass(frozen=True)
class Left:
    """A setting that is not filled in, and the line where it stands (1 when there is none)."""

    setting: Setting
    line: int


def settings() -> tuple[Setting, ...]:
    """Every setting that a publisher answers for, the most important first."""
    keys = {"file": "fil", "name": "namn", "effect": "foljd", "write": "skriv", "placeholder": "utfyllnad"}
    return tuple(
        Setting(**{key: str(row.get(word, "")) for key, word in keys.items()}, is_date=bool(row.get("datum")))
        for row in words()["driftsatt"]["installningar"]
    )


def settings_left(root: Path, today: date, environment: Mapping[str, str] = os.environ) -> tuple[Left, ...]:
    """The settings of the project at `root` that are empty, out of date or still the text that came with it."""
    found: list[Left] = []
    for setting in settings():
        path = root / setting.file
        if not path.is_file() or (setting.name == "site_url" and environment.get(ADDRESS_VARIABLE)):
            continue
        text = path.read_text("utf-8")
        value, line = _value(text, setting)
        unset = setting.placeholder in text if setting.placeholder else not value
        if unset or (setting.is_date and value < today.isoformat()):
            found.append(Left(setting, line))
    return tuple(found)


def unset_warning(root: Path, today: date) -> str:
    """The line in which a build names the settings that are not filled in; empty when all are."""
    names = dict.fromkeys(left.setting.name for left in settings_left(root, today))
    return f"{words()['driftsatt']['bygget'].format(namn=', '.join(names))}\n" if names else ""


def start_warnings(root: Path, extra: Meta, today: date) -> str:
    """What a build says when it begins: that readers cannot reach anyone, and the settings not filled in."""
    return ("" if is_reachable(extra) else unreachable_warning()) + unset_warning(root, today)


@lru_cache(maxsize=2)
def _tree(text: str) -> yaml.Node | None:
    """The settings of a file as YAML with lines, read once for all that stands in it."""
    return yaml.compose(text, Loader=LOADER)


def _value(text: str, setting: Setting) -> tuple[str, int]:
    """What a setting says, and its line."""
    if setting.placeholder:
        return "", text[: max(0, text.find(setting.placeholder))].count("\n") + 1
    node = _tree(text)
    line = 1
    for name in setting.name.split("."):
        if not isinstance(node, yaml.MappingNode):
            return "", line
        node = next((value for key, value in node.value if key.value == name), None)
        line = node.start_mark.line + 1 if node else line
    return (str(node.value), line) if isinstance(node, yaml.ScalarNode) else ("", line)
