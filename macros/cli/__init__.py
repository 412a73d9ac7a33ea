"""The command `kunskapsbank`: reads arguments and calls the module of the subcommand."""

import io
import sys
from collections.abc import Mapping, Sequence
from types import ModuleType

from macros.cli import (
    andringar,
    bygg,
    driftsatt,
    falt,
    flytta,
    formular,
    kontrollera,
    lankar,
    ny,
    nya_ord,
    oversattningar,
    paminn,
    ratta,
    schema,
    sidor,
    signering,
    skillnad,
)
from macros.cli.parser import Parser
from macros.ord import words

# Each module has `add_arguments(parser)` and `run(chosen) -> int`.
COMMANDS: Mapping[str, ModuleType] = {
    "bygg": bygg,
    "kontrollera": kontrollera,
    "ny": ny,
    "formular": formular,
    "flytta": flytta,
    "falt": falt,
    "ratta": ratta,
    "schema": schema,
    "skillnad": skillnad,
    "lankar": lankar,
    "andringar": andringar,
    "signering": signering,
    "ord": nya_ord,
    "oversattningar": oversattningar,
    "sidor": sidor,
    "driftsatt": driftsatt,
    "paminn": paminn,
}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a subcommand and gives its exit code: 0 done, 1 errors in what was read, 2 wrong use."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    chosen = _parser().parse_args(arguments)
    return int(chosen.run(chosen))


def _parser() -> Parser:
    text = words()["kommando"]
    parser = Parser(prog="kunskapsbank", description=text["om"])
    commands = parser.add_subparsers(dest="kommando", required=True, title=text["kommandon"], metavar="kommando")
    for name, module in COMMANDS.items():
        added = commands.add_parser(name, help=text[name], description=text[name])
        module.add_arguments(added)
        added.set_defaults(run=module.run)
    return parser
