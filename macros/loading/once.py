"""The knowledge base for an engine that hands none over: read from the project's data when it is first asked for."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import load
from macros.problems.problem import Problem
from macros.translation.bank import in_spoken


class InvalidDataError(Exception):
    """The records have errors, so that nothing can be built from them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem")
        self.problems = problems


def read_once(data: Path) -> Callable[[], Kunskapsbank]:
    """Gives the records of a folder in the language of now. Raises InvalidDataError when there are errors."""

    @cache
    def read() -> Kunskapsbank:
        loaded = load(data)
        if loaded.bank is None:
            raise InvalidDataError(loaded.problems)
        return loaded.bank

    return lambda: in_spoken(read())
