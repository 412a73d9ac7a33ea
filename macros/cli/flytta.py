"""`kunskapsbank flytta grupp gammalt nytt`: gives a record or page another name; every reference follows."""

import argparse
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.checks import errors_of, gather
from macros.cli.parser import Parser
from macros.contribute.moving import MOVABLE, PAGE, Move, mentions, moved
from macros.contribute.source_text import lines_with
from macros.loading.load import stem_problem
from macros.loading.yaml_source import parse
from macros.model.kvar import MOVED_KEY
from macros.ord import words
from macros.places import MARK, data_folder, project_root
from macros.problems.report import as_text

_PAGE_NAME = re.compile(r"^(?:[a-z0-9]+(?:-[a-z0-9]+)*/)*[a-z0-9]+(?:-[a-z0-9]+)*$")
# Files that refer to records and pages, and those that may name them in a way that only people understand.
_FOLLOWS = ("docs/**/*.md", "overrides/**/*.md", "overrides/**/*.html", "macros/**/*.yml", MARK)
_MENTIONS = ("macros/**/*.py", "overrides/**/*.js", "tests/**/*.py", "tests/**/*.tsv", "tests/**/*.yml")
_SHOWN = 10


def add_arguments(parser: Parser) -> None:
    """The kind, the old name and the new one."""
    text = words()["flytta"]
    parser.add_argument("slag", choices=MOVABLE, help=text["slag"])
    parser.add_argument("gammalt", help=text["gammalt"])
    parser.add_argument("nytt", help=text["nytt"])


def run(chosen: argparse.Namespace) -> int:
    """Writes every file that changes; 1 with the reason, and nothing written, when the move cannot be made."""
    text = words()["flytta"]
    root = project_root(Path.cwd())
    data = data_folder(root)
    move = Move(chosen.slag, _plain(chosen.gammalt), _plain(chosen.nytt))
    material = gather(root, data)
    errors = errors_of(material)
    if errors:
        sys.stderr.write(f"{as_text(errors, material.sources)}\n{words()['kommando']['data_fel']}\n")
        return 1
    records = {f"data/{path.relative_to(data).as_posix()}": path for path in sorted(data.glob("*/*.yml"))}
    files = {**records, **{path.relative_to(root).as_posix(): path for path in _files(root, _FOLLOWS)}}
    texts = {place: _read(path) for place, path in files.items()}
    wrong = _refusal(move, texts)
    if wrong:
        sys.stderr.write(f"{wrong}\n")
        return 1
    changed = moved(texts, move)
    for place, content in changed.items():
        inside = place.removeprefix("data/")
        path = root / place if inside == place else data / inside
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8", "surrogateescape"))
    others = sorted(set(changed) - {move.old_file, move.new_file})
    sys.stdout.write(f"{text['klart'].format(gammal=move.old_file, ny=move.new_file, antal=len(others))}\n")
    sys.stdout.write("".join(f"  {place}\n" for place in others))
    sys.stdout.write(f"{told_mentions(root, mentions(move))}{text['sedan']}\n")
    return 0


def told_mentions(root: Path, pattern: re.Pattern[str]) -> str:
    """Where the program may name what has another name now, for people to look at; an empty text when nowhere."""
    code = {path.relative_to(root).as_posix(): _read(path) for path in _files(root, _MENTIONS)}
    left = list(lines_with(code, pattern))
    rows = "".join(f"  {place}\n" for place in left[:_SHOWN])
    return f"{words()['flytta']['namns'].format(antal=len(left))}\n{rows}" if left else ""


def _plain(name: str) -> str:
    """A name however it is given: as an address or as a file."""
    return name.strip("/").removeprefix("docs/").removesuffix(".md").removesuffix(".yml")


def _refusal(move: Move, texts: dict[str, str]) -> str:
    """Why the move cannot be made, or an empty text."""
    text = words()["flytta"]
    there = texts.get(move.new_file)
    if move.old_file not in texts or MOVED_KEY in _keys(texts[move.old_file]):
        return str(text["saknas"].format(fil=move.old_file))
    if move.kind == PAGE and (not _PAGE_NAME.match(move.new) or move.new.endswith("index")):
        return str(text["sidnamn"])
    wrong = None if move.kind == PAGE else stem_problem(move.new)
    if wrong:
        return " ".join(wrong)
    if move.kind == PAGE and move.old.endswith("index"):
        return str(text["forsta"])
    # A record may go back to a name that only leads to where it is now.
    if there is not None and MOVED_KEY not in _keys(there):
        return str(text["finns"].format(fil=move.new_file))
    return ""


def _keys(content: str) -> set[str]:
    head = content.removeprefix("---\n").partition("\n---")[0]
    found = parse(head, "").data
    return set(found) if isinstance(found, dict) else set()


def _files(root: Path, patterns: tuple[str, ...]) -> Iterator[Path]:
    return (path for pattern in patterns for path in sorted(root.glob(pattern)))


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", "surrogateescape")
