"""The start page's numbers, the accessibility statement and the style page."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from macros.kunskapsbank import Kunskapsbank
from macros.pages.accessibility import Redogorelse, statement, statement_page
from macros.pages.counts import counts
from macros.pages.style import style_page


def test_start_page_counts_what_the_data_hold(bank: Kunskapsbank, site: Path) -> None:
    numbers = counts(bank)
    assert numbers["exempel"] == len(bank.projekt)
    assert numbers["kallor"] == len(bank.kalla)
    start = (site / "index.html").read_text("utf-8")
    for number in numbers.values():
        assert f'<span class="antal-tal">{number}</span>' in start


def test_contrasting_organisations_are_not_counted_as_groups(bank: Kunskapsbank) -> None:
    numbers = counts(bank)
    assert numbers["grupper"] + numbers["utomlands"] < len(bank.grupp)


def test_statement_tells_every_shortcoming_and_what_is_not_tried() -> None:
    body = statement_page().body
    data = statement()
    assert data.brister
    for text in [brist.vad for brist in data.brister] + data.inte_provat + [p.vad for p in data.provningar]:
        assert text in body


def test_statement_has_the_parts_that_digg_asks_for(site: Path) -> None:
    page = (site / "om/tillganglighet/index.html").read_text("utf-8")
    for part in ("delvis förenlig", "Senast bedömd", "senast uppdaterad", "digg.se/tdosanmalan"):
        assert part in page
    # A site without an address has no page of contacts to lead to, which its build says.
    reached = 'href="mailto:' in (site / "om/kontakt/index.html").read_text("utf-8")
    assert ("Till kontaktsidan" in page) == reached


def test_statement_refuses_an_unknown_key() -> None:
    with pytest.raises(ValidationError):
        Redogorelse.model_validate({**statement().model_dump(), "betyg": 5})


def test_style_page_shows_every_component(bank: Kunskapsbank) -> None:
    body = style_page(bank).body
    for name in ("fakta", "jamforelsetabell", "kort-post", "legend", "handelser", "knapp", "figur", "svar-ej", "marke"):
        assert f'"{name}' in body or f" {name}" in body
