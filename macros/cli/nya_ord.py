"""`kunskapsbank ord`: words that are new to the site, with the files and lines where they stand."""

import argparse
import sys
from pathlib import Path

from macros.checks import gather
from macros.checks.spelling import new_words, words_of
from macros.cli.parser import Parser
from macros.language.spelling import REMEMBERED, to_remember
from macros.ord import words
from macros.places import data_folder, project_root


def add_arguments(parser: Parser) -> None:
    """The choices of this command."""
    parser.add_argument("--spara", action="store_true", help=words()["kommando"]["ord_spara"])


def run(chosen: argparse.Namespace) -> int:
    """Prints each new word once, in order, with its places; the words alone can be put in the word list."""
    text = words()["kommando"]
    root = project_root(Path.cwd())
    material = gather(root, data_folder(root))
    found = new_words(material)
    for word, places in found.items():
        sys.stdout.write(f"{word}\t{', '.join(places)}\n")
    sys.stdout.write(f"{text['ord_inga']}\n" if not found else "")
    if chosen.spara:
        (root / REMEMBERED).write_text(to_remember(words_of(material)), "utf-8", newline="\n")
        sys.stdout.write(f"{text['schema_klart'].format(namn=REMEMBERED)}\n")
    return 0
