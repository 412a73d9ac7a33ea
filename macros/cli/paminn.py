"""`kunskapsbank paminn`: what is due for review, for each role that answers for it, as a text for a standing issue."""

import argparse
import sys
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path

from macros.checks import gather
from macros.cli.parser import Parser
from macros.guidance.pages import guidance_pages
from macros.open_data.owners import rules
from macros.open_data.publication import Publication, publication
from macros.open_data.reviews import Review, reviews
from macros.ord import words
from macros.places import data_folder, project_root

_SOON = 30


def add_arguments(parser: Parser) -> None:
    """How far ahead to look."""
    parser.add_argument("--dagar", type=int, default=_SOON, help=words()["paminn"]["dagar"])


def run(chosen: argparse.Namespace) -> int:
    """Writes what is due, the most urgent first; nothing is wrong when something is."""
    root = project_root(Path.cwd())
    bank = gather(root, data_folder(root)).loaded.valid_part()
    today = datetime.now().astimezone().date()
    found = reviews(bank, guidance_pages(root / "docs"), rules(root))
    last = (today + timedelta(days=chosen.dagar)).isoformat()
    sys.stdout.write(reminder([each for each in found if each.due <= last], today.isoformat(), publication(root)))
    return 0


def reminder(due: list[Review], today: str, site: Publication) -> str:
    """The reminder as Markdown: a heading for each role, and a line for each page or record with its file."""
    text = words()["paminn"]
    if not due:
        return f"{text['inget']}\n"
    lines = [text["inledning"].format(antal=len(due)), ""]
    for owner, group in groupby(sorted(due, key=lambda each: (each.owner, each)), key=lambda each: each.owner):
        lines += [f"## {owner or text['ingen']}", ""]
        for each in group:
            form = text["forsenad"] if each.due < today else text["rad"]
            name = f"[{each.name}]({site.absolute(each.address)})" if each.address else each.name
            lines.append(form.format(namn=name, dag=each.due, fil=each.file))
        lines.append("")
    return "\n".join([*lines, text["gor_sa"]]) + "\n"
