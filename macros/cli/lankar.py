"""`kunskapsbank lankar`: asks every external address and lists those that no longer answer."""

import argparse
import sys
from pathlib import Path

from macros.checks import gather
from macros.cli.parser import Parser
from macros.contribute.external_links import addresses, dead, fetch, report
from macros.places import data_folder, project_root


def add_arguments(parser: Parser) -> None:
    """Nothing to choose."""
    del parser


def run(chosen: argparse.Namespace) -> int:
    """Prints the account; dead links are no error."""
    del chosen
    root = project_root(Path.cwd())
    found = addresses(gather(root, data_folder(root)))
    sys.stdout.write(report(dead(found, fetch), len(found)))
    return 0
