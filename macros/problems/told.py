"""What contributors read of each rule: why it is there, and an example that is wrong and one that is right."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from macros.own_files import own_yaml

PAGE = "bidra/regler"
# Problems of a file as a whole have no rule of their own; those of a value have the name that the model gives them.
_WHOLE, _VALUE = "fil", "falt"


@dataclass(frozen=True)
class Told:
    """A rule as its section tells of it; `var` is where the examples stand."""

    titel: str
    varfor: str
    var: Literal["sida", "grupp", "fil"]
    fel: str
    ratt: str


@cache
def rules_told() -> Mapping[str, Told]:
    """Every rule by the name that its problems carry, in the order of the page."""
    loaded = own_yaml("macros.problems", "regler.yml")
    return {name: Told(**parts) for name, parts in loaded.items()}


def rule_address(rule: str) -> str:
    """Where the rule of a problem is explained."""
    return f"/{PAGE}/#{rule if rule in rules_told() else _VALUE if rule else _WHOLE}"
