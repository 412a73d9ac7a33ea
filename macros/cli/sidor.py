"""`kunskapsbank sidor MAPP`: writes guidance and generated pages to a folder, for an engine without hooks.

The folder can be another engine's `docs_dir`: every page of the site is there as a Markdown file with front matter.
"""

import argparse
import shutil
import sys
from pathlib import Path

from macros.cli.parser import Parser
from macros.engine.gate import passed
from macros.guidance.pages import guidance_pages
from macros.history.entries import history_of
from macros.loading.link_results import read_results
from macros.ord import words
from macros.pages.site import generated_pages, left_behind
from macros.places import data_folder, project_root


def add_arguments(parser: Parser) -> None:
    """The folder to write to."""
    parser.add_argument("mapp", type=Path, help=words()["kommando"]["sidor_mapp"])


def run(chosen: argparse.Namespace) -> int:
    """Writes the pages; 1 with every problem told when there are errors, or when the folder holds something."""
    text = words()["kommando"]
    target: Path = chosen.mapp
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        sys.stderr.write(f"{text['sidor_finns'].format(mapp=target)}\n")
        return 1
    root = project_root(Path.cwd())
    bank, errors = passed(root, data_folder(root))
    if bank is None:
        sys.stderr.write(errors)
        return 1
    docs = root / "docs"
    shutil.copytree(docs, target, dirs_exist_ok=True)
    made = generated_pages(bank, guidance_pages(docs), history_of(data_folder(root)), read_results(data_folder(root)))
    pages = (*made, *left_behind(docs))
    for page in pages:
        place = target / page.source
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(page.markdown, "utf-8", newline="")
    sys.stdout.write(f"{text['sidor_klart'].format(antal=len(pages), mapp=target)}\n")
    return 0
