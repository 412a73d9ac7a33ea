"""Figures tell the data, to eyes and to screen readers."""

import re
from xml.etree import ElementTree as ET

import pytest

from macros.figures import NAMES, figure
from macros.kunskapsbank import Kunskapsbank
from macros.makron import MACROS

SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def svg_of(bank: Kunskapsbank, name: str) -> ET.Element:
    found = SVG.search(figure(bank, name))
    assert found
    return ET.fromstring(found[0])  # noqa: S314 - our own drawing


def words_of(svg: ET.Element) -> str:
    return " ".join(" ".join(svg.itertext()).split())


def test_guidance_may_use_every_figure_and_no_other() -> None:
    assert set(MACROS["figur"]) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_well_formed_and_has_title_and_long_description(bank: Kunskapsbank, name: str) -> None:
    svg = svg_of(bank, name)
    named = {child.get("id"): (child.text or "") for child in svg if child.tag.endswith(("title", "desc"))}
    assert svg.get("role") == "img"
    for identifier in (svg.get("aria-labelledby") or "").split():
        assert len(named[identifier]) > 10


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_drawn_outside_the_figure(bank: Kunskapsbank, name: str) -> None:
    svg = svg_of(bank, name)
    _, _, width, height = (float(number) for number in (svg.get("viewBox") or "").split())
    for element in svg.iter():
        for across in ("x", "cx", "x1", "x2"):
            assert 0 <= float(element.get(across, "0")) <= width
        for down in ("y", "cy", "y1", "y2"):
            assert 0 <= float(element.get(down, "0")) <= height


def test_the_timeline_shows_every_event_and_lists_it_with_its_source(bank: Kunskapsbank) -> None:
    html = figure(bank, "tidslinje")
    for group in bank.grupp.values():
        for event in group.handelser:
            assert str(event.ar) in html
            assert all(f"@{key}" in html for key in event.kallor)


def test_the_scale_shows_its_three_forms(bank: Kunskapsbank) -> None:
    words = words_of(svg_of(bank, "samverkan")).lower()
    for form in bank.samverkansform.values():
        if form.skala:
            assert form.namn.lower() in words


def test_the_domains_show_every_swedish_group(bank: Kunskapsbank) -> None:
    words = words_of(svg_of(bank, "omraden"))
    for group in bank.grupp.values():
        assert (group.namn in words) == (group.land == "sverige")


def test_the_scale_says_all_that_the_figure_of_the_text_says_and_names_it(bank: Kunskapsbank) -> None:
    html = figure(bank, "samverkan")
    words = words_of(svg_of(bank, "samverkan"))
    for part in (
        "Konferenser, kurser",
        "Ingen bindning, men inga konkreta projekt",
        "ta fram nya lösningar",
        "Ingen formell bindning",
        "både teknik, affärsmodell och tidpunkt",
        "Bindning i förväg",
    ):
        assert part in words
    assert "[@uhm-bestallargrupper]" in html.split("<figcaption>")[1]


def test_the_way_of_working_names_its_source_and_what_is_our_own(bank: Kunskapsbank) -> None:
    caption = figure(bank, "arbetssatt").split("<figcaption>")[1]
    assert "[@uhm-bestallargrupper]" in caption
    assert "vår tolkning" in caption
