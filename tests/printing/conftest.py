"""Shared by the tests of print: the folder with the printed products of the real site."""

from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def prints(site: Path) -> Path:
    return site / "utskrift"
