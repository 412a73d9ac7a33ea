"""Figures tell the data, to eyes and to screen readers."""

import re
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from macros.checks.allowed_macros import MACROS
from macros.facts.cells import criteria_for
from macros.facts.figure_words import figure_text, figure_year
from macros.facts.standing import ended, youngest_year
from macros.figures import NAMES, figure, forkommersiell, kunskap, tidslinje
from macros.figures.avgift import fees
from macros.figures.betalare import periods
from macros.figures.siffror import LOOKS, picked
from macros.figures.troskelvarden import PAGE, amounts
from macros.kunskapsbank import Kunskapsbank
from macros.model.base import facts

SVG = re.compile(r"<svg.*?</svg>", re.DOTALL)


def svgs_of(bank: Kunskapsbank, name: str) -> list[ET.Element]:
    found = SVG.findall(figure(bank, name))
    assert found
    return [ET.fromstring(svg) for svg in found]  # noqa: S314 - our own drawing


def svg_of(bank: Kunskapsbank, name: str) -> ET.Element:
    return svgs_of(bank, name)[0]


def words_of(svg: ET.Element) -> str:
    return " ".join(" ".join(svg.itertext()).split())


def test_guidance_may_use_every_figure_and_no_other() -> None:
    assert set(MACROS["figur"]) == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_is_well_formed_and_has_title_and_long_description(bank: Kunskapsbank, name: str) -> None:
    for svg in svgs_of(bank, name):
        named = {child.get("id"): (child.text or "") for child in svg if child.tag.endswith(("title", "desc"))}
        assert svg.get("role") == "img"
        identifiers = (svg.get("aria-labelledby") or "").split()
        assert len(identifiers) == 2
        assert all(len(named[identifier]) > 10 for identifier in identifiers)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_has_an_own_drawing_for_narrow_places_or_one_that_fits_all(bank: Kunskapsbank, name: str) -> None:
    widths = [svg.get("width") for svg in svgs_of(bank, name)]
    assert widths[-1] == "100%"
    assert len(widths) == len({svg.get("aria-labelledby") for svg in svgs_of(bank, name)})


def number_of(value: str, whole: float) -> float:
    """A length in the figure's own units; per cent are of its width."""
    return float(value.removesuffix("%")) * whole / 100 if value.endswith("%") else float(value)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_drawn_outside_the_figure(bank: Kunskapsbank, name: str) -> None:
    for svg in svgs_of(bank, name):
        width = 100.0 if svg.get("width") == "100%" else float(svg.get("width") or "")
        height = float(svg.get("height") or "")
        for element in svg.iter():
            for across in ("x", "cx", "x1", "x2"):
                value = element.get(across, "0")
                assert 0 <= number_of(value, width) <= (width if value.endswith("%") or width > 100 else 260)
            for down in ("y", "cy", "y1", "y2"):
                assert 0 <= float(element.get(down, "0")) <= height
            if element.tag.endswith("rect") and element.get("width", "").endswith("%"):
                assert number_of(element.get("x", "0"), 100) + number_of(element.get("width", "0"), 100) <= 100.01


MARKED = [
    name
    for name in NAMES
    if name in ("ansvarstid", "fore-och-efter", "besparing", "mal-och-utfall", "priset", "kansli")
]


@pytest.mark.parametrize("name", MARKED)
def test_every_marked_number_is_drawn_and_stands_in_the_table_with_year_and_source(
    bank: Kunskapsbank, name: str
) -> None:
    html = figure(bank, name)
    drawn, table = html.partition("</figure>")[::2]
    found = picked(bank, name)
    assert len(found) > 1
    for each in found:
        text = figure_text(each.number)
        assert text in drawn
        assert text in table
        assert figure_year(bank, each.number) in table
        assert all(f"@{key}" in table and f"@{key}" in drawn for key in each.number.kallor)


def test_what_is_stated_possible_and_aimed_at_is_told_apart_by_pattern() -> None:
    assert len({LOOKS[role] for role in ("uppmätt", "uppgett", "möjligt", "mål")}) == 4


def test_bars_are_as_long_as_their_numbers(bank: Kunskapsbank) -> None:
    svg = svg_of(bank, "ansvarstid")
    bars = [float(rect.get("width", "").rstrip("%")) for rect in svg.iter() if rect.get("width", "").endswith("%")]
    values = sorted(each.number.varde for each in picked(bank, "ansvarstid"))
    assert bars[1:] == pytest.approx([100 * value / values[-1] for value in values], abs=0.01)


def test_a_fee_follows_size_up_to_its_ceiling(bank: Kunskapsbank) -> None:
    for fee in fees(bank):
        assert fee.of(0) == fee.fixed
        assert fee.of(fee.knee) == pytest.approx(fee.ceiling)
        assert fee.of(fee.knee * 2) == fee.ceiling
    latest = fees(bank)[-1]
    # The record's own example: 50 000 inhabitants paid 19 000 kronor in 2023.
    assert (latest.period, latest.of(50_000)) == ("2023", 19_000)
    assert "19\u00a0000\u00a0kr" in figure(bank, "avgift").replace("19 000", "19\u00a0000")


def test_each_step_of_a_procurement_has_a_piece_under_each_role_and_own_readings_are_striped(
    bank: Kunskapsbank,
) -> None:
    drawn: Any = forkommersiell.values(bank)
    lanes = [x for x, _ in drawn["spar"]]
    roles = list(drawn["texter"]["roller"])
    assert len(drawn["staplar"]) == len(drawn["texter"]["steg"]) == len(drawn["rader"])
    for bar, step in zip(drawn["staplar"], drawn["texter"]["steg"], strict=True):
        assert [part["x"] for part in bar["delar"]] == [lanes[roles.index(role)] for role in step["vem"]]
        assert {part["look"] for part in bar["delar"]} == {"randig" if step["egen"] else "fyllning"}
        assert step["kallor"]
        assert set(step["kallor"]) <= set(bank.kalla)
    table = figure(bank, "forkommersiell").partition("</figure>")[2]
    own = sum(step["egen"] for step in drawn["texter"]["steg"])
    assert table.count(drawn["texter"]["nyckel"]["randig"]) == own > 0


def test_the_knowledge_of_the_groups_counts_every_group_under_every_criterion(bank: Kunskapsbank) -> None:
    rows: Any = kunskap.values(bank)["rader"]
    assert len(rows) == len(criteria_for(bank, "grupp"))
    assert all(sum(row[name] for name in kunskap.LOOKS) == len(bank.grupp) for row in rows)
    fee = next(row for row in rows if row["namn"] == "Avgift")
    assert fee["saknas"] == sum(group.avgift == "uppgift saknas" for group in bank.grupp.values())


def test_life_fades_after_the_last_evidence_unless_a_source_tells_of_the_end(bank: Kunskapsbank) -> None:
    html = figure(bank, "tidslinje")
    drawn = words_of(svgs_of(bank, "tidslinje")[1])
    known = [group for group in bank.grupp.values() if youngest_year(group)]
    for group in known:
        assert group.namn in drawn
        assert f"senast {youngest_year(group)}" in drawn or ended(group)
    now = max(int(group.granskad[:4]) for group in bank.grupp.values())
    fading = [group for group in known if not ended(group) and (youngest_year(group) or now) < now]
    # One more in the key.
    assert html.partition('class="smal"')[2].count('class="tonad"') == len(fading) + 1


def test_the_timeline_lists_every_event_with_its_source(bank: Kunskapsbank) -> None:
    html = figure(bank, "tidslinje")
    for group in bank.grupp.values():
        for event in group.handelser:
            assert str(event.ar) in html
            assert all(f"@{key}" in html for key in event.kallor)


def test_areas_without_a_group_are_seen_and_told(bank: Kunskapsbank) -> None:
    html = figure(bank, "omraden")
    used = {area for group in bank.grupp.values() if group.land == "sverige" for area in group.omraden}
    empty = [value.namn for value in bank.kriterium["omrade"].varden if value.ansvar and value.id not in used]
    assert empty
    for name in empty:
        assert f"{name}: ingen grupp känd" in html
        assert name in html.partition("Ingen grupp känd: ")[2].partition("</desc>")[0]


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


def test_thresholds_are_those_of_the_page_and_unknown_ones_are_left_out(bank: Kunskapsbank) -> None:
    table = (
        "| Period | Staten | LUF |\n|---|--:|--:|\n"
        "| 2016–2017 [@xeeda] | 1 233 941 | 5 |\n| 2026–2027 | uppgift saknas | 1 |\n"
    )
    assert list(amounts(table)) == [("2016–2017", "Staten", 1_233_941, ("xeeda",))]
    html = figure(bank, "troskelvarden").replace("\u00a0", " ")
    found = list(amounts(PAGE.read_text("utf-8")))
    assert len({period for period, *_ in found}) > 4
    for period, _, amount, cited in found:
        assert period in html
        assert f"{amount:,} kr".replace(",", " ") in html
        assert all(f"@{key}" in html for key in cited)


def test_who_paid_stands_in_the_years_that_sources_tell_of_and_nowhere_else(bank: Kunskapsbank) -> None:
    found = periods(bank)
    assert [(p.years, p.look) for p in found if p.group == "Belok"] == [
        ("2001–2005", "fyllning"),
        ("2005–2008", "randig"),
        ("2016–2017", "fyllning"),
    ]
    dated = {group.namn for group in bank.grupp.values() if any(fact.avser for fact in facts(group.finansiering))}
    assert {period.group for period in found} == dated
    table = figure(bank, "betalare").partition("</figure>")[2]
    for period in found:
        assert f'<th scope="row">{period.group}</th><td>{period.years}</td><td>{period.payers}' in table
        assert all(f"@{key}" in table for key in period.sources)


def test_what_differs_between_cases_fades(bank: Kunskapsbank) -> None:
    ranges = [each for each in picked(bank, "priset") if each.number.till is not None]
    fading = [rect for rect in svg_of(bank, "priset").iter() if rect.get("class") == "tonad"]
    assert len(fading) == len(ranges) > 0


def test_a_life_is_as_long_as_its_years(bank: Kunskapsbank) -> None:
    made: Any = tidslinje.values(bank)
    spans = [(life.slut or life.sist) - life.first for life in made["rader"]]
    drawn = [width for row in made["bred_rader"] for _, width, look in row.get("delar", ()) if look == "fyllning"]
    assert len(drawn) == sum(span > 0 for span in spans) > 0


def test_of_many_groups_the_timeline_shows_those_with_the_most_events_and_says_so(bank: Kunskapsbank) -> None:
    told = max(bank.grupp, key=lambda name: len(bank.grupp[name].handelser))
    others = [name for name in bank.grupp if youngest_year(bank.grupp[name]) and name != told]
    many = {f"{name}-{number}": bank.grupp[name] for name in others for number in range(tidslinje.MOST)}
    made: Any = tidslinje.values(bank.with_records(grupp={**many, told: bank.grupp[told]}))
    assert len(made["rader"]) == tidslinje.MOST
    assert bank.grupp[told].namn in [life.namn for life in made["rader"]]
    assert f"Av {len(many) + 1} grupper visas de {tidslinje.MOST}" in made["texter"]["eget"]
    assert "grupper visas de" not in figure(bank, "tidslinje")


def test_every_form_stands_in_the_box_of_its_own_answers_and_in_the_table(bank: Kunskapsbank) -> None:
    html = figure(bank, "former")
    table = html.partition("</figure>")[2]
    long = words_of(svg_of(bank, "former"))
    for form in bank.samverkansform.values():
        purchase, lasting = (
            next((fact.varde for fact in facts(value)), "inget svar") for value in (form.kop, form.varaktig)
        )
        box = long.partition(f"Leder till köp: {purchase}. Varaktig: {lasting}: ")[2].partition("Leder till köp")[0]
        assert f"{form.namn}: " in box
        assert all(form.namn in words_of(svg) for svg in svgs_of(bank, "former"))
        row = table.partition(f'<th scope="row">{form.namn}</th>')[2].partition("</tr>")[0]
        for value in (form.kop, form.varaktig, form.bindning, form.gemensamt):
            for fact in facts(value):
                assert str(fact.varde).lower() in row.lower()
                assert all(f"@{key}" in row for key in fact.kallor)
    assert "Intresseorganisation: Ingen bindning, men inga konkreta projekt (varaktighet: uppgift saknas)" in long


def test_a_form_placed_by_our_own_reading_is_striped(bank: Kunskapsbank) -> None:
    own = [
        form
        for form in bank.samverkansform.values()
        if any(fact.egen_tolkning == "ja" for value in (form.kop, form.varaktig) for fact in facts(value))
    ]
    assert 0 < len(own) < len(bank.samverkansform)
    for svg in svgs_of(bank, "former"):
        striped = [rect for rect in svg.iter() if rect.get("class") == "randig"]
        # One more in the key.
        assert len(striped) == len(own) + 1
