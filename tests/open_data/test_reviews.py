"""Reminders of reviews: every page and record with a day, the role that CODEOWNERS names, and a valid calendar."""

import json
from datetime import date
from pathlib import Path

import pytest

from macros.checks.review_due import due
from macros.guidance.pages import guidance_pages
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.open_data.owners import owners, rules
from macros.open_data.publication import Publication
from macros.open_data.reviews import Review, calendar, review_files, reviews
from tests.conftest import ROOT
from tests.open_data.conftest import PUBLISHED

RULES = (("*", ("@a/alla",)), ("/data/", ("@a/red",)), ("/data/kriterier/", ("@a/red", "@a/utv")), ("/x.py", ("@a/x",)))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("data/grupper/a.yml", ("@a/red",)),
        ("data/kriterier/a.yml", ("@a/red", "@a/utv")),
        ("docs/a.md", ("@a/alla",)),
        ("x.py", ("@a/x",)),
        ("dataset/a", ("@a/alla",)),
    ],
)
def test_the_last_line_that_fits_names_the_owner(path: str, expected: tuple[str, ...]) -> None:
    assert owners(path, RULES) == expected


def test_a_project_without_owners_has_none(tmp_path: Path) -> None:
    assert rules(tmp_path) == ()
    assert owners("data/x", ()) == ()


def test_everything_with_a_day_of_review_is_listed_with_its_role(bank: Kunskapsbank) -> None:
    guidance = guidance_pages(ROOT / "docs")
    found = reviews(bank, guidance, rules(ROOT))
    expected = {f"docs/{page.source}": str(page.meta["granskad"]) for page in guidance if "granskad" in page.meta}
    for kind in KINDS.values():
        for name, record in bank.records(kind.name).items():
            if hasattr(record, "granskad"):
                expected[f"data/{kind.folder}/{name}.yml"] = record.granskad
    assert {each.file: each.reviewed for each in found} == expected
    assert all(each.due == due(date.fromisoformat(each.reviewed)).isoformat() for each in found)
    assert all(each.owner.startswith("@") and "/" in each.owner for each in found)
    assert [each.due for each in found] == sorted(each.due for each in found)


FOUND = (
    Review("2027-02-28", "@a/red", "/grupper/a/", "Å, b; c\\d " * 20, "2026-02-28", "data/grupper/a.yml"),
    Review("2027-02-28", "@a/red", "/grupper/b/", "B", "2026-02-27", "data/grupper/b.yml"),
    Review("2027-03-01", "@a/red", "/x/", "X", "2026-03-01", "docs/x.md"),
)


def _unfolded(text: str) -> list[str]:
    return text.replace("\r\n ", "").split("\r\n")


def test_the_calendar_has_one_event_a_day_and_role() -> None:
    text = calendar(FOUND, PUBLISHED)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    assert "\n" not in text.replace("\r\n", "")
    lines = _unfolded(text)
    assert (lines[0], lines[-2:]) == ("BEGIN:VCALENDAR", ["END:VCALENDAR", ""])
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 2
    assert "DTSTART;VALUE=DATE:20270228" in lines
    assert "DTEND;VALUE=DATE:20270301" in lines
    assert "SUMMARY:Granska 2 sidor och poster (@a/red)" in lines
    for name in ("UID:", "DTSTAMP:20260228T000000Z"):
        assert [line for line in lines if line.startswith(name)]
    told = next(line for line in lines if line.startswith("DESCRIPTION:"))
    assert "Å\\, b\\; c\\\\d" in told
    assert "\\nB: https://exempel.se/kunskap/grupper/b/" in told


def test_the_list_says_the_same_as_the_calendar() -> None:
    files = dict(review_files(FOUND, Publication()))
    listed = json.loads(json.dumps(files["/data/v1/granskning.json"]))
    assert listed["antal"] == 3
    assert listed["poster"][0]["granskas"] == "2027-02-28"
    assert listed["poster"][0]["ansvarig"] == "@a/red"
