"""A problem in a contributor's file: where it is, what is wrong and what to write instead."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["fel", "varning"]


@dataclass(frozen=True, order=True)
class Problem:
    """One problem. Lines and columns count from 1; `hint` says what is right.

    `reference` is the address of the reference page of the field that the problem is about.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    level: Level = "fel"
    rule: str = ""
    reference: str = ""


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether any of the problems must stop a build."""
    return any(problem.level == "fel" for problem in problems)
