"""The notice that a review is overdue stands where it is, and nowhere else."""

import pytest
from playwright.sync_api import Browser

from tests.conftest import ROOT

SCRIPT = ROOT / "overrides" / "assets" / "js" / "sida.js"


@pytest.mark.parametrize(("day", "is_seen"), [("2001-01-01", True), ("2999-01-01", False)])
def test_only_an_overdue_review_is_told(day: str, *, is_seen: bool, browser: Browser) -> None:
    page = browser.new_page()
    page.set_content(f'<time datetime="{day}" data-granskas>x</time><p data-forfallen hidden>Försenad</p>')
    page.add_script_tag(path=SCRIPT)
    assert page.locator("[data-forfallen]").is_visible() == is_seen
    page.close()
