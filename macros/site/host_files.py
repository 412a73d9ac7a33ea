"""Copies into the site the header files that hosts read there: `_headers` and `.htaccess` from `hosting/`."""

import shutil
from pathlib import Path

HOSTING = Path(__file__).resolve().parents[2] / "hosting"
COPIED = ("_headers", ".htaccess")


def write_host_files(site: Path) -> None:
    """Puts the header files at the root of the built site."""
    for name in COPIED:
        shutil.copyfile(HOSTING / name, site / name)
