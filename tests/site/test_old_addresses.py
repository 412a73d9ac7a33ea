"""An address that has been public leads on, with no script, to the page that took its place."""

from pathlib import Path

import pytest

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS

# The five factors that were the site's own before it took those of the founding text.
FACTORS = {
    "gemensamt-behov": "gemensamma-fragor",
    "ratt-deltagare": "aktivt-deltagande",
    "tydligt-mandat": "overenskommelse-om-beslut",
    "fast-arbetssatt": "kontinuitet",
    "finansiering": "finansieringsmodell",
}


@pytest.mark.parametrize(("old", "new"), FACTORS.items())
def test_an_old_factor_leads_to_its_successor(bank: Kunskapsbank, old: str, new: str) -> None:
    assert bank.moved["framgangsfaktor"][old] == new


def test_every_moved_record_leads_on(site: Path, bank: Kunskapsbank) -> None:
    for kind, entries in bank.moved.items():
        folder = KINDS[kind].page_folder
        for old, new in entries.items():
            html = (site / str(folder) / old / "index.html").read_text("utf-8")
            assert 'http-equiv="refresh"' in html, old
            assert f'/{folder}/{new}/"' in html, old
            assert (site / str(folder) / new / "index.html").is_file(), new
