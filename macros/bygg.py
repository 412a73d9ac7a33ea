"""Builds the site: check, build into a folder of its own, check the result, and only then replace `site/`.

A build that fails leaves the previous site as it was.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path

from macros.current import current_bank
from macros.gate import errors_as_text
from macros.html_check import check_site
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.places import data_folder


def main(arguments: Sequence[str] | None = None) -> int:
    """The command `kunskapsbank bygg`: 0 when the site is in place, 1 when something was wrong."""
    parser = argparse.ArgumentParser(prog="kunskapsbank bygg", description="Bygger webbplatsen.")
    parser.add_argument("--till", type=Path, default=Path("site"), help="mappen som webbplatsen läggs i (site)")
    parser.add_argument("--motor", default="mkdocs", choices=("mkdocs", "properdocs"), help="programmet som bygger")
    chosen = parser.parse_args(arguments)
    root = Path.cwd()
    errors = errors_as_text(root, data_folder())
    if errors:
        sys.stderr.write(errors)
        return 1
    return build(root, chosen.till, chosen.motor)


def build(root: Path, target: Path, engine: str) -> int:
    """Builds into a new folder beside `target` and swaps it in when everything holds."""
    target = target.resolve()
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bygge-", dir=target.parent) as work:
        made = Path(work) / "site"
        complaints = _run_engine(root, made, engine)
        if complaints:
            sys.stderr.write(complaints)
            return 1
        faults = check_site(made)
        if faults:
            sys.stderr.write("\n".join(faults) + "\n")
            return 1
        _swap(made, target, Path(work) / "forra")
    sys.stdout.write(f"Webbplatsen ligger i {target.name}/. Öppna {target.name}/index.html eller kör make serve.\n")
    return 0


def _run_engine(root: Path, made: Path, engine: str) -> str:
    """Runs the site engine; an empty text when it succeeded, otherwise what it complained about."""
    command = [sys.executable, "-m", engine, "build", "--site-dir", str(made)]
    settings = {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONIOENCODING": "utf-8",
        # Dates in the sitemap come from the content, so that a build tomorrow gives the same bytes.
        "SOURCE_DATE_EPOCH": str(newest_change(current_bank())),
    }
    done = subprocess.run(  # noqa: S603 - our own interpreter and arguments
        command, cwd=root, env=settings, check=False, capture_output=True, text=True, encoding="utf-8"
    )
    if not done.returncode:
        # What the build warns of is told even when all went well.
        warning = words()["kontakt"]["varning"]
        sys.stderr.writelines(line for line in done.stderr.splitlines(keepends=True) if line.startswith(warning))
        return ""
    lines = (done.stdout + done.stderr).splitlines()
    return "\n".join(line for line in lines if not line.startswith("INFO")) + "\n"


def newest_change(bank: Kunskapsbank) -> int:
    """The newest `andrad` of the records, in seconds since 1970 (UTC midnight)."""
    days = [record.andrad for records in (bank.grupp, bank.norm, bank.projekt) for record in records.values()]
    newest = max((date.fromisoformat(day) for day in days), default=date(2000, 1, 1))
    return int(datetime(newest.year, newest.month, newest.day, tzinfo=UTC).timestamp())


def _swap(made: Path, target: Path, old: Path) -> None:
    """Puts the new site in place of the old one with two renames, so that a half site is never seen."""
    if target.exists():
        target.rename(old)
    made.rename(target)
    shutil.rmtree(old, ignore_errors=True)
