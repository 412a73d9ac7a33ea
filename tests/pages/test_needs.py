"""`/behov/`: which areas public bodies share, which groups work in each, and where none is known."""

import re
from pathlib import Path

import pytest

from macros.kunskapsbank import Kunskapsbank
from macros.model.grupp import CONTRASTS
from macros.model.kriterium import Varde
from macros.pages.needs import areas

MUNICIPAL = (
    "bostader",
    "lokaler",
    "gator",
    "renhallning",
    "vatten-och-avlopp",
    "parker",
    "idrott-och-fritid",
    "skolor",
    "omsorg",
)
REGIONAL = ("sjukvard", "kollektivtrafik")


def _section(site: Path, area: str) -> str:
    page = (site / "behov" / "index.html").read_text("utf-8")
    found = re.search(rf'<h3 id="{area}">.*?(?=<h[23]|<section)', page, re.DOTALL)
    assert found, area
    return found[0]


@pytest.mark.parametrize(("area", "who"), [(a, "kommuner") for a in MUNICIPAL] + [(a, "regioner") for a in REGIONAL])
def test_the_areas_of_the_founding_text_say_who_answers_for_them(bank: Kunskapsbank, area: str, who: str) -> None:
    found = {each.identifier: each for each in areas(bank)}[area]
    assert who in found.responsible
    assert found.sources == ("uhm-bestallargrupper",)


def test_every_group_example_and_norm_is_reached_from_each_of_its_areas(bank: Kunskapsbank, site: Path) -> None:
    for folder, records in (("grupper", bank.grupp), ("exempel", bank.projekt), ("normer", bank.norm)):
        for identifier, record in records.items():
            if getattr(record, "slag", "") in CONTRASTS:
                continue
            for area in record.omraden:
                assert f'/{folder}/{identifier}/"' in _section(site, area), (identifier, area)


def test_an_area_without_a_swedish_group_says_so_and_how_to_begin(bank: Kunskapsbank, site: Path) -> None:
    empty = {each.identifier for each in areas(bank) if each.responsible and not each.groups}
    assert empty, "the page has nothing to show as free ground"
    for each in areas(bank):
        if each.responsible:
            section = _section(site, each.identifier)
            assert ("ingen grupp känd" in section) == (each.identifier in empty), each.identifier
            assert ("behov-och-inriktning/" in section) == (each.identifier in empty), each.identifier


def test_a_group_alone_fills_its_area(bank: Kunskapsbank) -> None:
    group = bank.grupp["bebo"].model_copy(update={"omraden": ("parker",)})
    changed = bank.with_records(grupp={"bebo": group})
    assert [each.identifier for each in areas(changed) if each.groups] == ["parker"]


def test_an_area_takes_its_sources_from_the_register(bank: Kunskapsbank) -> None:
    values: tuple[Varde, ...] = bank.kriterium["omrade"].varden
    assert all(value.kallor for value in values if value.ansvar)
    assert {key for value in values for key in value.kallor} <= set(bank.kalla)
