"""`kunskapsbank oversattningar`: what English is older than the Swedish, what is missing, marks for what is done."""

import argparse
import sys
from pathlib import Path

from macros.checks import gather
from macros.checks.material import Material
from macros.checks.translations import ages, body_of
from macros.cli.parser import Parser
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.ord import words
from macros.places import data_folder, project_root
from macros.translation.addresses import FOLDER
from macros.translation.guidance import TRANSLATES, parts, with_marks
from macros.translation.matching import matched
from macros.translation.texts import is_wanted, name_of, texts


def add_arguments(parser: Parser) -> None:
    """The choices of this command."""
    parser.add_argument("--markera", nargs="+", type=Path, metavar="FIL", help=words()["oversattningar"]["markera"])


def run(chosen: argparse.Namespace) -> int:
    """Prints what is behind and what is missing; with files, marks them as translations of the Swedish of now."""
    root = project_root(Path.cwd())
    material = gather(root, data_folder(root))
    if chosen.markera:
        return _mark(root, material, chosen.markera)
    if material.bank is None:
        sys.stderr.write(f"{words()['kommando']['data_fel']}\n")
        return 1
    records = _texts(material, material.bank)
    behind = [*_old_pages(material), *(f"{shown}: {', '.join(older)}" for shown, older, _ in records if older)]
    missing = [*pages_without(material), *(f"{shown}: {', '.join(none)}" for shown, _, none in records if none)]
    told = words()["oversattningar"]
    for heading, rows in ((told["aldre"], behind), (told["saknas"], missing)):
        sys.stdout.write(f"{heading.format(antal=len(rows))}\n")
        sys.stdout.writelines(f"  {row}\n" for row in rows)
    return 0


def _old_pages(material: Material) -> list[str]:
    told, rows = words()["oversattningar"], []
    for guide, _, found in ages(material):
        if found.state != "samma":
            headings = ", ".join(f"”{part.heading}”" if part.heading else told["forst"] for part, _ in found.older)
            rows.append(f"{guide.shown}: {told['lagen'][found.state].format(delar=headings, dag=found.translated)}")
    return rows


def _texts(material: Material, bank: Kunskapsbank) -> list[tuple[str, list[str], list[str]]]:
    """Each record's file with the texts that are older in English, and those that have none."""
    rows = []
    for (kind, identifier), file in material.loaded.files.items():
        record = bank.records(kind).get(identifier)
        found = list(texts(kind, KINDS[kind].model, record)) if record else []
        block = bank.engelska.get(kind, {}).get(identifier)
        have = matched(found, block) if block else {}
        older = [name_of(path) for path, each in have.items() if each.older]
        none = [name_of(path) for path, _ in found if path not in have and is_wanted(kind, path)]
        rows.append((file.shown, older, none))
    return rows


def pages_without(material: Material) -> list[str]:
    """The Swedish pages of guidance that no page translates."""
    told = {str(guide.parsed.data.get(TRANSLATES)) for guide in material.guides if isinstance(guide.parsed.data, dict)}
    # Easy Swedish is for readers of Swedish.
    swedish = [guide for guide in material.guides if not (guide.head and guide.head.lattlast)]
    return [guide.shown for guide in swedish if not guide.src.startswith(FOLDER) and guide.src not in told]


def _mark(root: Path, material: Material, files: list[Path]) -> int:
    wanted = {path.resolve() for path in files}
    done = 0
    for guide, swedish, _ in ages(material):
        path = root / guide.shown
        if path.resolve() in wanted and swedish is not None and isinstance(swedish.parsed.data, dict):
            marks = [part.mark for part in parts(swedish.parsed.data, body_of(swedish))]
            path.write_text(with_marks(path.read_text("utf-8"), marks), "utf-8", newline="\n")
            sys.stdout.write(f"{words()['oversattningar']['markt'].format(fil=guide.shown)}\n")
            done += 1
    return 0 if done == len(wanted) else 1
