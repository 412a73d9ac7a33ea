"""The knowledge base of this run, for parts that an engine calls without passing it on.

The folder is `data/` in the current directory, or the one that KUNSKAPSBANK_DATA names.
"""

import os
from functools import cache
from pathlib import Path

from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import load
from macros.problem import Problem


class InvalidDataError(Exception):
    """The records have errors, so that nothing can be built from them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem")
        self.problems = problems


def data_folder() -> Path:
    """The folder that records are read from."""
    return Path(os.environ.get("KUNSKAPSBANK_DATA", "data"))


@cache
def current_bank() -> Kunskapsbank:
    """The knowledge base, loaded once. Raises InvalidDataError when there are errors."""
    loaded = load(data_folder())
    if loaded.bank is None:
        raise InvalidDataError(loaded.problems)
    return loaded.bank
