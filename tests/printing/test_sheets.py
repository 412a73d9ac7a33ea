"""The one-page sheets: what is said when one does not fit, and the code that leads to the page."""

from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from macros.kunskapsbank import Kunskapsbank
from macros.printing.edition import Edition
from macros.printing.sheets import qr_rows, sheet_job, too_long
from macros.printing.site_pages import BuiltSite
from macros.printing.typesetting import Job, make, overflow

EDITION = Edition(date(2026, 11, 23), "0.1.0")
ADDRESS = "/exempel/tvattstugor/"


@pytest.fixture(scope="module")
def job(site: Path, bank: Kunskapsbank) -> Job:
    return sheet_job(bank, "projekt", "tvattstugor", BuiltSite(site).chapter(ADDRESS), EDITION)


def test_a_text_that_does_not_fit_is_named_with_its_line(job: Job, root: Path) -> None:
    story: list[Any] = [dict(part) for part in job.values["story"]]
    story[1] = {**story[1], "blocks": [{"k": "p", "i": ["Ett ganska långt ord. " * 400]}]}
    long = Job(job.name, job.template, {**job.values, "story": story})
    assert make(long).pages > 1
    missing = overflow(long)
    assert missing > 50
    source = (root / "data/projekt/tvattstugor.yml").read_text("utf-8")
    line = next(number for number, text in enumerate(source.splitlines(), 1) if text.startswith("gjort:"))
    message = too_long(long, missing, source)
    assert message.startswith(
        f"data/projekt/tvattstugor.yml:{line}:1: varning: Exempelbladet får inte plats på en sida"
    )
    assert f"{ceil(missing)} mm" in message
    assert "Det här gjordes" in message


def test_a_sheet_that_fits_has_nothing_left_over(job: Job) -> None:
    assert make(job).pages == 1
    assert overflow(job) == 0


def test_the_code_is_there_when_the_site_has_an_address(site: Path, bank: Kunskapsbank, job: Job) -> None:
    assert job.values["qr"] == []
    # Without a host an address leads nowhere, so the sheet has none.
    assert job.values["shown-address"] == ""
    public = Edition(EDITION.day, EDITION.version, "https://exempel.invalid")
    made = sheet_job(bank, "projekt", "tvattstugor", BuiltSite(site).chapter(ADDRESS), public)
    assert made.values["qr"] == qr_rows(f"https://exempel.invalid{ADDRESS}")
    assert make(made).pages == 1


def test_a_code_is_square_with_finders_in_three_corners() -> None:
    rows = qr_rows("https://exempel.invalid/")
    assert {len(row) for row in rows} == {len(rows)}
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    assert [row[:7] for row in rows[:7]] == finder
    assert [row[-7:] for row in rows[:7]] == finder
    assert [row[:7] for row in rows[-7:]] == finder
