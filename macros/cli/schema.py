"""`kunskapsbank schema`: writes the editors' schemas and the code hosts' forms, made from the models."""

import argparse
import sys
from pathlib import Path

from macros.cli.parser import Parser
from macros.forms.forms import form_files
from macros.forms.schema import schema_texts, write_changed
from macros.loading.load import load
from macros.ord import words
from macros.places import data_folder, project_root


def add_arguments(parser: Parser) -> None:
    """Nothing to choose."""
    del parser


def run(chosen: argparse.Namespace) -> int:
    """Writes the files that are out of date and names them."""
    del chosen
    text = words()["kommando"]
    root = project_root(Path.cwd())
    data = data_folder(root)
    bank = load(data).bank
    if bank is None:
        sys.stderr.write(f"{text['data_fel']}\n")
        return 1
    written = [*write_changed(schema_texts(bank), data), *write_changed(form_files(bank), root)]
    for name in written:
        sys.stdout.write(f"{text['schema_klart'].format(namn=name)}\n")
    if not written:
        sys.stdout.write(f"{text['schema_oforandrat']}\n")
    return 0
