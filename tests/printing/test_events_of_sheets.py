"""A sheet with room for few events keeps how it began and how it ended."""

from datetime import date

import pytest

from macros.kunskapsbank import Kunskapsbank
from macros.printing.edition import Edition
from macros.printing.sheets import sheet_job
from macros.printing.site_pages import Chapter

EDITION = Edition(date(2026, 11, 23), "0.1.0")


def _years(bank: Kunskapsbank, identifier: str) -> list[int]:
    notes = [{"k": "note", "key": key, "i": [], "url": ""} for key in bank.kalla]
    chapter = Chapter(f"/grupper/{identifier}/", "X", "Om.", [], "2026-11-23", "sv", [], notes, "grupp")
    return [event["year"] for event in sheet_job(bank, "grupp", identifier, chapter, EDITION).values["events"]]


def test_the_first_and_the_last_events_are_kept(bank: Kunskapsbank) -> None:
    many = {name: group for name, group in bank.grupp.items() if len(group.handelser) > 6}
    if not many:
        pytest.fail("no group has more events than a sheet has room for")
    for name, group in bank.grupp.items():
        told = sorted(event.ar for event in group.handelser)
        years = _years(bank, name)
        assert years == (told if len(told) <= 6 else [*told[:4], *told[-2:]])
