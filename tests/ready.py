"""A process in which the program is read, that runs the command `kunskapsbank` in a copy of itself, once a line.

To read the program takes a process longer than to build a small site. Each copy begins as a process of its own does,
with the program read and nothing made, and ends with its command.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType
from typing import Self

ROOT = Path(__file__).resolve().parent.parent
# What a build reads of the program and of the site engine. Here and not above, since whatever the command starts reads
# this file too.
_PROGRAM = ("macros.cli.bygg", "macros.engine.calls", "macros.engine.hook")
_ENGINE = ("mkdocs.commands.build", "mkdocs_macros.plugin")


class Ready:
    """The program of a folder, read and ready to run."""

    def __init__(self, folder: Path) -> None:
        # The program is found in the folder, this file beside the real one.
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.ready"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(self, arguments: Sequence[str], folder: Path) -> subprocess.CompletedProcess[str]:
        """Runs the command with some arguments in a folder."""
        asking, answering = self._process.stdin, self._process.stdout
        assert asking
        assert answering
        with tempfile.TemporaryDirectory() as work:
            told = [Path(work) / name for name in ("ut", "fel")]
            asked = {"folder": str(folder), "arguments": [*arguments], "environment": {**os.environ}}
            asking.write(json.dumps({**asked, "told": [*map(str, told)]}) + "\n")
            asking.flush()
            code = int(answering.readline())
            return subprocess.CompletedProcess([*arguments], code, *(place.read_text("utf-8") for place in told))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.communicate()


def _serve() -> None:
    for name in (*_PROGRAM, *_ENGINE):
        import_module(name)
    for line in sys.stdin:
        copy = os.fork()
        if not copy:
            sys.exit(_run(**json.loads(line)))
        _, status = os.waitpid(copy, 0)
        sys.stdout.write(f"{os.waitstatus_to_exitcode(status)}\n")
        sys.stdout.flush()


def _run(folder: str, arguments: Sequence[str], environment: Mapping[str, str], told: Sequence[str]) -> int:
    """Goes on as the command."""
    os.chdir(folder)
    sys.path[0] = folder
    os.environ.clear()
    os.environ.update(environment)
    os.dup2(os.open(os.devnull, os.O_RDONLY), sys.stdin.fileno())
    for stream, place in zip((sys.stdout, sys.stderr), told, strict=True):
        os.dup2(os.open(place, os.O_WRONLY | os.O_CREAT), stream.fileno())
    return int(import_module("macros.cli").main(arguments))


if __name__ == "__main__":
    _serve()
