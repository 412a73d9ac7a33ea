"""The files of the open data, made from the real records with and without a public address."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from macros.history.entries import newest_first, read_days
from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import load
from macros.open_data.publication import Publication
from macros.open_data.reviews import Review
from macros.open_data.write import open_data_files
from tests.cases import PROJECT, small_site

ADDRESS = "https://exempel.se/kunskap/"
PUBLISHER = {"namn": "Exempelkommun", "uri": "https://exempel.se/om/", "epost": "data@exempel.se"}
# Search words that a spreadsheet would run, or that hold the signs of CSV and of lists.
AWKWARD = ["=1+1", "a|b", "'x", "@a", "+46", "-5", "\uff1d2", 'rad, med "tecken"', "''"]
PUBLISHED = Publication("Beställargrupper", "Vägledning och fakta.", ADDRESS, PUBLISHER)


HISTORY = newest_first(entry for day in read_days(PROJECT / "data") for entry in day.entries)
DUE = (Review("2027-11-23", "@a/red", "/grupper/bebo/", "BeBo", "2026-11-23", "data/grupper/bebo.yml"),)


@pytest.fixture(scope="session")
def files(bank: Kunskapsbank) -> Mapping[str, bytes]:
    return open_data_files(bank, PUBLISHED, HISTORY, DUE)


@pytest.fixture(scope="session")
def files_without_address(bank: Kunskapsbank) -> Mapping[str, bytes]:
    return open_data_files(bank, Publication("Beställargrupper"))


@pytest.fixture
def small_bank(tmp_path: Path) -> Kunskapsbank:
    """The small site with a record that has moved and text that spreadsheets, lists or CSV could misread."""
    root = small_site(tmp_path / "liten")
    folder = root / "data" / "grupper"
    kept = min(folder.glob("*.yml"))
    (folder / "gammalt-namn.yml").write_text(f"flyttad_till: {kept.stem}\n", "utf-8")
    text = kept.read_text("utf-8")
    kept.write_text(text.replace("sokord: [provgrupp]", f"sokord: {json.dumps(AWKWARD)}"), "utf-8")
    loaded = load(root / "data")
    assert loaded.bank is not None, loaded.problems
    return loaded.bank
