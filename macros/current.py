"""The knowledge base of this run, for parts that an engine calls without passing it on."""

from functools import cache

from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import load
from macros.places import data_folder
from macros.problem import Problem


class InvalidDataError(Exception):
    """The records have errors, so that nothing can be built from them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem")
        self.problems = problems


@cache
def current_bank() -> Kunskapsbank:
    """The knowledge base, loaded once. Raises InvalidDataError when there are errors."""
    loaded = load(data_folder())
    if loaded.bank is None:
        raise InvalidDataError(loaded.problems)
    return loaded.bank
