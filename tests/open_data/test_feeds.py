"""Feeds: valid, the same wherever the site is, newest first, and they announce fields that are to go."""

import json
from collections.abc import Mapping
from xml.etree import ElementTree as ET

import pytest

from macros.history.entries import Change, Entry
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.plain import PlainMap
from macros.open_data import versions
from macros.open_data.publication import Publication
from macros.open_data.versions import Leaving, Version
from macros.open_data.write import open_data_files
from tests.open_data.conftest import ADDRESS, PUBLISHED

ATOM = "{http://www.w3.org/2005/Atom}"
SAID: tuple[PlainMap, ...] = ({"varde": 12, "avser": "2011", "kallor": ["kalla-ett"]},)
NOW: tuple[PlainMap, ...] = ({"varde": 17, "avser": "2012", "kallor": ["kalla-ett", "kalla-tva"]},)
HISTORY = (
    Entry("2026-11-25", "grupp", "alfa", "Alfa", "andrad", "", (Change("antal_medlemmar", "", SAID, NOW),)),
    Entry("2026-11-24", "kalla", "kalla-ett", "Ett", "ny"),
    Entry("2026-11-23", "grupp", "alfa", "Alfa", "ny"),
)


@pytest.fixture
def made(small_bank: Kunskapsbank) -> Mapping[str, bytes]:
    return open_data_files(small_bank, PUBLISHED, HISTORY)


def _entries(made: Mapping[str, bytes], address: str) -> list[ET.Element]:
    return ET.fromstring(made[address]).findall(f"{ATOM}entry")  # noqa: S314 - our own file


def test_an_entry_says_what_changed_from_what_to_what(made: Mapping[str, bytes]) -> None:
    newest = _entries(made, "/data/v1/grupper/alfa.atom")[0]
    summary = newest.findtext(f"{ATOM}summary")
    assert summary == "Antal medlemmar ändrades från 12 (2011) till 17 (2012)."
    assert newest.findtext(f"{ATOM}updated") == "2026-11-25T00:00:00Z"
    link = newest.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == f"{ADDRESS}grupper/alfa/"


def test_each_feed_has_its_own_entries_newest_first(made: Mapping[str, bytes]) -> None:
    titles = {
        address: [(entry.findtext(f"{ATOM}updated") or "")[:10] for entry in _entries(made, address)]
        for address in made
        if address.endswith(".atom")
    }
    assert titles["/data/v1/grupper/alfa.atom"] == ["2026-11-25", "2026-11-23"]
    assert titles["/data/v1/grupper.atom"] == ["2026-11-25", "2026-11-23"]
    assert titles["/data/v1/kallor.atom"] == ["2026-11-24"]
    assert all(days == sorted(days, reverse=True) for days in titles.values())
    assert set(titles) >= {f"/data/v1/{kind.folder}.atom" for kind in KINDS.values()}


def test_every_feed_has_what_the_standards_ask_for(made: Mapping[str, bytes]) -> None:
    for address, content in made.items():
        if address.endswith(".atom"):
            feed = ET.fromstring(content)  # noqa: S314 - our own file
            for part in (feed, *feed.findall(f"{ATOM}entry")):
                for name in ("id", "title", "updated"):
                    assert part.findtext(f"{ATOM}{name}"), (address, name)
            identifiers = [element.text for element in feed.iter(f"{ATOM}id")]
            assert len(identifiers) == len(set(identifiers))
            assert feed.findtext(f"{ATOM}author/{ATOM}name")
        elif address.endswith(".feed.json"):
            read = json.loads(content)
            assert read["version"] == "https://jsonfeed.org/version/1.1"
            assert read["feed_url"] == ADDRESS + address.lstrip("/")
            assert all(item["id"] and item["content_text"] and item["url"] for item in read["items"])


def test_both_forms_have_the_same_entries(made: Mapping[str, bytes]) -> None:
    for address in [name for name in made if name.endswith(".atom")]:
        other = json.loads(made[address.removesuffix(".atom") + ".feed.json"])
        assert [item["id"] for item in other["items"]] == [
            entry.findtext(f"{ATOM}id") for entry in _entries(made, address)
        ]


def test_entries_keep_their_identifiers_when_the_site_moves(
    small_bank: Kunskapsbank, made: Mapping[str, bytes]
) -> None:
    moved = open_data_files(small_bank, Publication("Annat namn"), HISTORY)
    for address in [name for name in made if name.endswith(".atom")]:
        ours, theirs = ([entry.findtext(f"{ATOM}id") for entry in _entries(files, address)] for files in (made, moved))
        assert ours == theirs
    for link in ET.fromstring(moved["/data/v1/grupper/alfa.atom"]).iter(f"{ATOM}link"):  # noqa: S314
        assert (link.get("href") or "").startswith("../../../")


def test_a_field_that_is_to_go_is_announced_and_marked(
    small_bank: Kunskapsbank, monkeypatch: pytest.MonkeyPatch
) -> None:
    leaving = Leaving("grupper", "webb", "adress")
    shown = (Version("1.2", "2027-01-15", "Fältet webb utgår.", (leaving,)), *versions.versions())
    monkeypatch.setattr("macros.open_data.versions.versions", lambda: shown)
    monkeypatch.setattr("macros.open_data.feeds.versions", lambda: shown)
    made = open_data_files(small_bank, PUBLISHED, HISTORY)
    summary = _entries(made, "/data/v1/andringar.atom")[0].findtext(f"{ATOM}summary") or ""
    assert "Fältet webb i grupper utgår. Läs adress i stället." in summary
    schema = json.loads(made["/data/v1/grupper.schema.json"])
    assert schema["$defs"]["post"]["properties"]["webb"]["deprecated"] is True
    assert "deprecated" not in schema["$defs"]["post"]["properties"]["namn"]


def test_fields_that_are_to_go_exist() -> None:
    folders = {kind.folder: kind for kind in KINDS.values()}
    for version in versions.versions():
        for field in version.leaving:
            assert field.field in folders[field.collection].model.model_fields


def test_the_whole_history_is_in_one_file(made: Mapping[str, bytes]) -> None:
    whole = json.loads(made["/data/v1/andringar.json"])
    assert whole["antal"] == len(whole["andringar"]) == len(HISTORY)
    assert whole["andringar"][0]["andringar"][0]["fore"][0]["varde"] == 12
