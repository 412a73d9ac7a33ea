"""The one-page sheets: what is said when one does not fit, and the code that leads to the page."""

from dataclasses import replace
from datetime import date
from math import ceil
from pathlib import Path
from typing import Any

import pytest

from macros.kunskapsbank import Kunskapsbank
from macros.printing.content import printed_content
from macros.printing.edition import Edition
from macros.printing.jobs import planned_jobs
from macros.printing.sheets import qr_rows, sheet_job
from macros.printing.site_pages import PrintedPages
from macros.printing.too_long import sheet_too_long
from macros.printing.typesetting import Job, key_of, make, make_all, overflow
from macros.site.pages import BuiltSite

EDITION = Edition(date(2026, 11, 23), "0.1.0")
ADDRESS = "/exempel/tvattstugor/"


@pytest.fixture(scope="module")
def job(site: Path, bank: Kunskapsbank) -> Job:
    return sheet_job(bank, "projekt", "tvattstugor", PrintedPages(BuiltSite(site)).chapter(ADDRESS), EDITION)


def test_a_text_that_does_not_fit_is_named_with_its_line(job: Job, root: Path) -> None:
    story: list[Any] = [dict(part) for part in job.values["story"]]
    story[1] = {**story[1], "blocks": [{"k": "p", "i": ["Ett ganska långt ord. " * 400]}]}
    long = Job(job.name, job.template, {**job.values, "story": story})
    assert make(long).pages > 1
    missing = overflow(long)
    assert missing > 50
    source = (root / "data/projekt/tvattstugor.yml").read_text("utf-8")
    line = next(number for number, text in enumerate(source.splitlines(), 1) if text.startswith("gjort:"))
    message = sheet_too_long(long, missing, source)
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
    made = sheet_job(bank, "projekt", "tvattstugor", PrintedPages(BuiltSite(site)).chapter(ADDRESS), public)
    assert made.values["qr"] == qr_rows(f"https://exempel.invalid{ADDRESS}")
    assert make(made).pages == 1


def test_a_code_is_square_with_finders_in_three_corners() -> None:
    rows = qr_rows("https://exempel.invalid/")
    assert {len(row) for row in rows} == {len(rows)}
    finder = ["1111111", "1000001", "1011101", "1011101", "1011101", "1000001", "1111111"]
    assert [row[:7] for row in rows[:7]] == finder
    assert [row[-7:] for row in rows[:7]] == finder
    assert [row[:7] for row in rows[-7:]] == finder


def test_a_product_is_made_in_a_process_of_its_own_kept_and_made_anew_when_it_is_damaged(
    job: Job, tmp_path: Path
) -> None:
    first = make_all([job], tmp_path)
    assert first == [make(job)]
    (kept,) = tmp_path.glob("*.*")
    whole = kept.read_bytes()
    kept.write_bytes(whole[: len(whole) // 2])
    assert make_all([job], tmp_path) == first
    assert kept.read_bytes() == whole


def test_in_a_hurry_the_last_edition_is_shown_and_otherwise_never(job: Job, tmp_path: Path) -> None:
    first = make_all([job], tmp_path)
    changed = Job(job.name, job.template, {**job.values, "title": "En annan rubrik"})
    assert make_all([changed], tmp_path, hurry=True) == first
    assert make_all([changed], tmp_path) != first


def test_a_sheet_depends_on_its_own_page_and_on_no_other_date(site: Path, bank: Kunskapsbank) -> None:
    content = printed_content(BuiltSite(site), bank)
    chapter = content.chapters[ADDRESS]
    assert content.edition_of([chapter]).day == date.fromisoformat(chapter.changed)
    later = replace(content, edition=Edition(date(2030, 1, 1), content.edition.version, content.edition.public))
    name = "projekt tvattstugor"
    keys = {key_of(own.make()) for each in (content, later) for own in planned_jobs(each, bank) if own.name == name}
    assert len(keys) == 1
