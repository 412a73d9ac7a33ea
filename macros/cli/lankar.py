"""`kunskapsbank lankar`: asks every external address and lists those that no longer answer."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from macros.checks import gather
from macros.cli.parser import Parser
from macros.contribute.external_links import addresses, archived, dead, fetch, report
from macros.loading.link_results import FILE, as_text, results
from macros.ord import words
from macros.places import data_folder, project_root


def add_arguments(parser: Parser) -> None:
    """Whether the results are kept."""
    parser.add_argument("--spara", action="store_true", help=words()["lankar"]["spara"])


def run(chosen: argparse.Namespace) -> int:
    """Prints the account; dead links are no error."""
    root = project_root(Path.cwd())
    data = data_folder(root)
    material = gather(root, data)
    found = addresses(material)
    gone = tuple(dead(found, fetch))
    sys.stdout.write(report(gone, len(found), archived(material)))
    if chosen.spara:
        today = datetime.now(tz=UTC).date().isoformat()
        tried = results(found, {link.address: link.reason for link in gone}, today)
        (data / FILE).write_text(as_text(tried), "utf-8", newline="\n")
    return 0
