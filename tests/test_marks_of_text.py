"""A mark changes with what a text says, and with nothing else."""

from typing import Any

import pytest

from macros.checks.marks_of_text import mark_of_record, mark_of_text
from macros.kunskapsbank import Kunskapsbank
from macros.model import Grupp
from macros.model.base import Fakta, JaNej


def test_line_breaks_and_spaces_do_not_change_a_mark() -> None:
    assert mark_of_text("Ett,\ntvå  tre.\n") == mark_of_text("Ett, två tre.")


@pytest.mark.parametrize("other", [("Ett, två tre!",), ("ett, två tre.",), ("Ett, två", "tre."), ()])
def test_any_other_change_gives_another_mark(other: tuple[str, ...]) -> None:
    assert mark_of_text("Ett, två tre.") != mark_of_text(*other)


def _changed(record: Any, **fields: Any) -> str:
    return mark_of_record(record.model_copy(update=fields))


def test_a_record_has_another_mark_when_its_summary_or_a_fact_changes(bank: Kunskapsbank) -> None:
    group = bank.grupp["bebo"]
    older = group.bildad.model_copy(update={"varde": 1990})  # type: ignore[union-attr]
    dated = group.bildad.model_copy(update={"avser": "1999"})  # type: ignore[union-attr]
    marks = {
        mark_of_record(group),
        _changed(group, sammanfattning="Något annat."),
        _changed(group, bildad=older),
        _changed(group, bildad=dated),
        _changed(group, bildad="uppgift saknas"),
    }
    assert len(marks) == 5
    example = bank.projekt["tvattstugor"]
    assert _changed(example, resultat="Något annat.") != mark_of_record(example)


def test_a_record_keeps_its_mark_when_only_what_stands_beside_changes(bank: Kunskapsbank) -> None:
    group = bank.grupp["bebo"]
    assert _changed(group, sokord=("nytt",), andrad="2027-01-01", berattelse=(), lattlast=None) == mark_of_record(group)


def test_a_field_that_no_record_knows_yet_changes_no_mark(bank: Kunskapsbank) -> None:
    class Later(Grupp):
        """A group with a field more."""

        senare: Fakta[JaNej] = "uppgift saknas"

    group = bank.grupp["bebo"]
    later = Later.model_construct(**{name: getattr(group, name) for name in Grupp.model_fields})
    assert mark_of_record(later) == mark_of_record(group)
