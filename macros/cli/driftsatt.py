"""`kunskapsbank driftsatt`: the settings that whoever publishes the site has not filled in, with file and line."""

import argparse
import os
import sys
from datetime import datetime
from pathlib import Path

from macros.cli.parser import Parser
from macros.engine.settings_left import settings_left
from macros.ord import words
from macros.places import project_root


def add_arguments(parser: Parser) -> None:
    """The command has no choices."""
    del parser


def run(chosen: argparse.Namespace) -> int:
    """Lists what is left and gives 1, or says that everything is filled in."""
    del chosen
    text = words()["driftsatt"]
    found = settings_left(project_root(Path.cwd()), datetime.now().astimezone().date())
    form = text["rad_github"] if os.environ.get("GITHUB_ACTIONS") == "true" else text["rad"]
    for left in found:
        each = left.setting
        line = form.format(fil=each.file, rad=left.line, namn=each.name, foljd=each.effect, skriv=each.write)
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"{text['gor_sa'] if found else text['klart']}\n")
    return 1 if found else 0
