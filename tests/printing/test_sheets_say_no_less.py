"""What a record says of a fact (known or not, year, own reading, sources) follows it onto every sheet."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from macros.compare.evidence import judgement
from macros.facts.cells import Cell, cell, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.ord import words
from macros.pages.print_products import SHEETS
from macros.printing.edition import Edition
from macros.printing.inline import plain
from macros.printing.sheets import sheet_job
from macros.printing.site_pages import PrintedPages
from macros.printing.typesetting import Job
from macros.site.pages import BuiltSite

EDITION = Edition(date(2026, 11, 23), "0.0.0", "")


def _jobs(bank: Kunskapsbank, site: Path) -> Iterator[tuple[str, Any, Job]]:
    built = PrintedPages(BuiltSite(site))
    for kind in SHEETS:
        for identifier, record in bank.records(kind).items():
            address = f"/{KINDS[kind].page_folder}/{identifier}/"
            yield kind, record, sheet_job(bank, kind, identifier, built.chapter(address), EDITION)


@pytest.fixture(scope="module")
def jobs(bank: Kunskapsbank, site: Path) -> list[tuple[str, Any, Job]]:
    return list(_jobs(bank, site))


def _notes(shown: Any) -> int:
    parts = shown if isinstance(shown, list) else list(shown.values()) if isinstance(shown, dict) else []
    own = int(isinstance(shown, Mapping) and shown.get("k") == "note")
    return own + sum(_notes(part) for part in parts)


def _assert_no_less(expected: Cell, text: str, notes: int, what: str) -> None:
    texts = words()["sida"]
    if expected.status != "kand":
        assert text == texts["saknas" if expected.status == "saknas" else "ej"], what
        return
    for entry in expected.entries:
        assert entry.text in text, what
        assert not entry.year or f"({entry.year})" in text, what
    assert text.count(texts["tolkning"]) >= sum(entry.own_reading for entry in expected.entries), what
    assert notes == sum(len(entry.sources) for entry in expected.entries), what


def test_every_fact_of_every_sheet(bank: Kunskapsbank, jobs: list[tuple[str, Any, Job]]) -> None:
    for kind, record, job in jobs:
        criteria = {criterion.namn: criterion for _, criterion in criteria_for(bank, kind)}
        for shown in job.values["facts"]:
            expected = cell(record, criteria[shown["name"]])
            _assert_no_less(expected, plain(shown["i"]), _notes(shown["i"]), f"{job.name} {shown['name']}")


def test_every_characteristic_of_every_group_sheet(bank: Kunskapsbank, jobs: list[tuple[str, Any, Job]]) -> None:
    names = {mark.namn: key for key, mark in bank.kannetecken.items()}
    seen = 0
    for kind, record, job in jobs:
        if kind != "grupp":
            continue
        for shown in job.values["marks"]:
            expected = judgement(record.kannetecken.get(names[shown["name"]]), words()["ja_nej"])
            text = shown["text"] + shown.get("after", "")
            _assert_no_less(expected, text, _notes(shown.get("notes", [])), f"{job.name} {shown['name']}")
            seen += 1
    assert seen


def test_every_group_sheet_says_whether_the_group_is_alive(jobs: list[tuple[str, Any, Job]]) -> None:
    for kind, _, job in jobs:
        if kind == "grupp":
            assert "Verksam i dag" in [shown["name"] for shown in job.values["facts"]]
            assert "Avslutad" in [shown["name"] for shown in job.values["facts"]]
            assert job.values["standing"]["text"]


def test_every_figure_of_every_sheet_keeps_its_year_and_that_we_reckoned(jobs: list[tuple[str, Any, Job]]) -> None:
    for _, record, job in jobs:
        for figure, shown in zip(record.siffror, job.values["numbers"], strict=False):
            assert shown["name"] == figure.namn
            assert figure.avser in (None, shown["year"])
            assert bool(shown["own"]) == (figure.egen_tolkning == "ja")
