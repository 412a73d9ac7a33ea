"""`kunskapsbank bygg`: builds the site and tells where it lies."""

import argparse
import sys
from pathlib import Path

from macros.cli.parser import Parser
from macros.engine.build import build_if_changed
from macros.ord import words


def add_arguments(parser: Parser) -> None:
    """Where the site is put, and the program that builds it."""
    text = words()["kommando"]
    parser.add_argument("--till", type=Path, default=Path("site"), help=text["bygg_till"])
    parser.add_argument("--motor", default="mkdocs", choices=("mkdocs", "properdocs"), help=text["bygg_motor"])


def run(chosen: argparse.Namespace) -> int:
    """0 when the site is in place, 1 when something was wrong."""
    text = words()["kommando"]
    target: Path = chosen.till.resolve()
    built, complaints = build_if_changed(Path.cwd(), target, chosen.motor)
    if complaints:
        sys.stderr.write(complaints)
        return 1
    same = "" if built else f"{text['bygg_samma']} "
    sys.stdout.write(f"{same}{text['bygg_klart'].format(namn=target.name)}\n")
    return 0
