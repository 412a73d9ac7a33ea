"""Writes many files into a folder that is being made: thousands of them, so that each step of a path is taken once."""

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Writes files by their places in the folder, and the folders that they lie in."""
    top, made = str(folder), set[str]()
    for name, content in files:
        path = f"{top}/{name}"
        above = path.rpartition("/")[0]
        if above not in made:
            made.add(above)
            _make(above)
        with open(path, "wb") as opened:  # noqa: PTH123 - a path that is used once
            opened.write(content)


def _make(folder: str) -> None:
    try:
        with suppress(FileExistsError):
            os.mkdir(folder)  # noqa: PTH102 - a path that is used once
    except FileNotFoundError:
        Path(folder).mkdir(parents=True, exist_ok=True)
