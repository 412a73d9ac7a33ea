"""`kunskapsbank kontrollera`: every problem in `data/` and `docs/`; exit code 1 if any is an error."""

import argparse
import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from macros.checks import check_material, gather
from macros.cli.parser import Parser
from macros.ord import words
from macros.places import data_folder, project_root
from macros.problem import has_errors
from macros.report import FORMATS


def add_arguments(parser: Parser) -> None:
    """The choices of this command."""
    text = words()["kommando"]
    parser.add_argument(
        "--format", choices=tuple(FORMATS), default=_default_format(os.environ), help=text["kontrollera_format"]
    )
    parser.add_argument("--bara-fel", action="store_true", help=text["kontrollera_bara_fel"])
    parser.add_argument("--dag", type=date.fromisoformat, default=None, help=text["kontrollera_dag"])


def _default_format(environment: Mapping[str, str]) -> str:
    """Comments on the lines where the command runs on GitHub, text elsewhere."""
    return "github" if environment.get("GITHUB_ACTIONS") == "true" else "text"


def run(chosen: argparse.Namespace) -> int:
    """Checks everything and prints what was found."""
    root = project_root(Path.cwd())
    material = gather(root, data_folder(root), chosen.dag)
    problems = check_material(material)
    if chosen.bara_fel:
        problems = [problem for problem in problems if problem.level == "fel"]
    sys.stdout.write(FORMATS[chosen.format](problems, material.sources))
    return 1 if has_errors(problems) else 0
