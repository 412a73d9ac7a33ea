"""Runs the site engine in a process of its own that begins as a copy of this one, in which the program is read already.

What the engine says is gathered, and nothing that it does to itself (its log, its arguments, its folder) stays here.
Nor does what it lays among the system's temporary files, however it ends.
"""

import os
import runpy
import signal
import sys
import tempfile
import traceback
from collections.abc import Sequence
from pathlib import Path
from typing import IO, NoReturn

# Where the system takes what a process says.
_STREAMS = (1, 2)


def run_engine(engine: str, arguments: Sequence[str], folder: Path) -> tuple[int, str]:
    """The code that the engine ended with, 0 when all went well, and everything that it said."""
    _flush()
    with tempfile.TemporaryFile() as told, tempfile.TemporaryDirectory() as passing:
        # A lock that this process holds is held by the copy too, also when it outlives this one.
        copy = os.fork()
        if not copy:
            tempfile.tempdir = passing
            _become(engine, arguments, folder, told)
        try:
            _, status = os.waitpid(copy, 0)
        except BaseException:
            # Who gives up leaves no engine at work behind.
            os.kill(copy, signal.SIGKILL)
            os.waitpid(copy, 0)
            raise
        told.seek(0)
        return os.waitstatus_to_exitcode(status), told.read().decode("utf-8", "backslashreplace")


def _become(engine: str, arguments: Sequence[str], folder: Path, told: IO[bytes]) -> NoReturn:
    """Goes on as the engine, and ends with it."""
    code = 1
    try:
        os.chdir(folder)
        for stream in _STREAMS:
            os.dup2(told.fileno(), stream)
        sys.stdout = sys.stderr = os.fdopen(_STREAMS[0], "w", 1, "utf-8", "backslashreplace")
        sys.argv = [engine, *arguments]
        # The theme's notice of its own future is not for those who write here.
        os.environ["NO_MKDOCS_2_WARNING"] = "1"
        runpy.run_module(engine, run_name="__main__", alter_sys=True)
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
        if isinstance(ended.code, str):
            sys.stderr.write(ended.code)
    except BaseException:  # noqa: BLE001 - nothing of this process may go on as the one that it is a copy of
        traceback.print_exc()
    finally:
        _flush()
        os._exit(code)


def _flush() -> None:
    sys.stdout.flush()
    sys.stderr.flush()
