"""The knowledge base of this run, for parts that an engine calls without passing it on."""

from datetime import UTC, date, datetime

from macros.kunskapsbank import Kunskapsbank
from macros.language.speaking import ENGLISH, spoken
from macros.loading.load import load
from macros.places import data_folder
from macros.problems.problem import Problem
from macros.translation.bank import in_english

_given: list[Kunskapsbank] = []


class InvalidDataError(Exception):
    """The records have errors, so that nothing can be built from them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problem")
        self.problems = problems


def use(bank: Kunskapsbank | None) -> None:
    """Makes a knowledge base that is loaded already the one of this run; None forgets it."""
    _given[:] = [] if bank is None else [bank]


def current_bank() -> Kunskapsbank:
    """The knowledge base in the language of now, loaded once. Raises InvalidDataError when there are errors."""
    if not _given:
        loaded = load(data_folder())
        if loaded.bank is None:
            raise InvalidDataError(loaded.problems)
        use(loaded.bank)
    return in_english(_given[0]) if spoken() == ENGLISH else _given[0]


def newest_change(bank: Kunskapsbank) -> int:
    """The newest `andrad` of the records, in seconds since 1970 (UTC midnight)."""
    days = [record.andrad for records in (bank.grupp, bank.norm, bank.projekt) for record in records.values()]
    newest = max((date.fromisoformat(day) for day in days), default=date(2000, 1, 1))
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())
