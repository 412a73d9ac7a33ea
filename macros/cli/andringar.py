"""`kunskapsbank andringar`: writes the history of the records from git into `data/andringar/`."""

import argparse
import sys
from pathlib import Path

from macros.cli.parser import Parser
from macros.forms.schema import write_changed
from macros.history.entries import FOLDER, as_text
from macros.history.from_git import NoHistoryError, days, files
from macros.ord import words
from macros.places import data_folder, project_root


def add_arguments(parser: Parser) -> None:
    """Nothing to choose."""
    del parser


def run(chosen: argparse.Namespace) -> int:
    """Writes the days that are missing or differ; 1 when git does not have the whole history."""
    del chosen
    text = words()["andringar"]["kommando"]
    root = project_root(Path.cwd())
    data = data_folder(root)
    try:
        texts = {place: as_text(day) for place, day in files(days(root)).items()}
    except NoHistoryError:
        sys.stderr.write(f"{text['ingen_historik']}\n")
        return 1
    written = write_changed(texts, data)
    for path in sorted((data / FOLDER).glob("*.json")):
        if f"{FOLDER}/{path.name}" not in texts:
            path.unlink()
    for name in written:
        sys.stdout.write(f"{text['skrev'].format(namn=name)}\n")
    if not written:
        sys.stdout.write(f"{text['oforandrat']}\n")
    return 0
