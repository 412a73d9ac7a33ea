"""The command `kunskapsbank`: reads arguments and calls the module of the subcommand."""

import io
import sys
from collections.abc import Sequence
from importlib import import_module

from macros.cli.parser import Parser
from macros.engine.memory import look_for_waste_seldom
from macros.ord import words

# Each is a module beside this one, read when it is asked for: it has `add_arguments(parser)` and `run(chosen) -> int`.
COMMANDS = (
    "kontrollera",
    "ny",
    "formular",
    "flytta",
    "falt",
    "ratta",
    "schema",
    "skillnad",
    "lankar",
    "andringar",
    "signering",
    "ord",
    "oversattningar",
    "sidor",
    "driftsatt",
    "paminn",
    "bygg",
)
# The command whose module cannot have its name, since another module has it.
_MODULES = {"ord": "nya_ord"}


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a subcommand and gives its exit code: 0 done, 1 errors in what was read, 2 wrong use."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    look_for_waste_seldom()
    chosen = _parser(arguments).parse_args(arguments)
    return int(chosen.run(chosen))


def _parser(arguments: Sequence[str]) -> Parser:
    """What the command understands; of a subcommand more than its name only when it is the one asked for."""
    text = words()["kommando"]
    parser = Parser(prog="kunskapsbank", description=text["om"])
    commands = parser.add_subparsers(dest="kommando", required=True, title=text["kommandon"], metavar="kommando")
    for name in COMMANDS:
        added = commands.add_parser(name, help=text[name], description=text[name])
        if arguments[:1] == [name]:
            module = import_module(f"macros.cli.{_MODULES.get(name, name)}")
            module.add_arguments(added)
            added.set_defaults(run=module.run)
    return parser
