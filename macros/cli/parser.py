"""An argument parser that speaks Swedish, since those who run the command need not know English."""

import argparse
import re
from typing import Any, NoReturn

from macros.ord import words

# argparse's own English sentences and the words of ours that replace them.
_REQUIRED = re.compile(r"the following arguments are required: (.*)")
_UNKNOWN = re.compile(r"unrecognized arguments: (.*)")
_CHOICE = re.compile(r"argument (.*): invalid choice: '?(.*?)'? \(choose from (.*)\)")
_VALUE = re.compile(r"argument (.*): invalid \w+ value: '(.*)'")
_EXPECTED = re.compile(r"argument (.*): expected (?:one|at least one) argument.*")


class Formatter(argparse.RawDescriptionHelpFormatter):
    """Help with Swedish headings."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """As in argparse, with our word for usage."""
        super().add_usage(usage, actions, groups, words()["kommando"]["anvandning"] if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are in Swedish. It exits with 2 when the call is wrong."""

    def __init__(self, **settings: Any) -> None:
        text = words()["kommando"]
        super().__init__(**{"formatter_class": Formatter, "add_help": False, "allow_abbrev": False, **settings})
        self._positionals.title = text["kommandon"]
        self._optionals.title = text["val"]
        self.add_argument("-h", "--help", "--hjalp", action="help", help=text["visa_hjalp"])

    def error(self, message: str) -> NoReturn:
        """Tells what is wrong with the call, in Swedish, and stops."""
        text = words()["kommando"]
        self.print_usage()
        self.exit(2, f"{text['fel_anrop']}: {_swedish(message, text)}\n")


def _swedish(message: str, text: dict[str, str]) -> str:
    if found := _REQUIRED.fullmatch(message):
        return text["saknat"].format(namn=found[1])
    if found := _UNKNOWN.fullmatch(message):
        return text["okanda"].format(namn=found[1])
    if found := _CHOICE.fullmatch(message):
        return text["ogiltigt"].format(varde=found[2], val=found[3].replace("'", ""))
    if found := _VALUE.fullmatch(message):
        return text["ogiltigt_varde"].format(val=found[1], varde=found[2])
    if found := _EXPECTED.fullmatch(message):
        return f"{found[1]}: {text['forvantar']}"
    return message
