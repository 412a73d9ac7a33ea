"""Puts in each fault by itself and tells which test finds it: `python -m bench.mutants`, or with the names of some.

Each fault is put into a copy of the repository. The tests nearest to it are run until the first that fails, then the
kept texts of the small site, then all that build no site and open no browser. The same tests must pass without it.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from bench.mutants.fault import Fault, faults

ROOT = Path(__file__).resolve().parents[2]
# Tried in turn when the nearest tests pass.
WIDER: tuple[tuple[str, ...], ...] = (("tests/kept",), ("--snabb",))
_NOT_COPIED = (".git", ".venv", "site", ".bygge-*", ".*_cache")
_FOUND = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
_PASSED, _FAILED, _STOPPED = 0, 1, 2


@dataclass(frozen=True)
class Run:
    """A run of tests: the first that failed (empty when none did), and what it took of processor and clock."""

    failed: str
    cpu: float
    wall: float


class BrokenTestsError(Exception):
    """Tests that fail without a fault, or that could not be run; the message is what they said."""


def main(names: Sequence[str]) -> int:
    """Prints a row for each fault as it is tried; the exit code says whether every one was found."""
    chosen = faults(names)
    with _copy() as root:
        _must_pass(root, chosen)
    found = 0
    with ThreadPoolExecutor(int(os.environ.get("ARBETARE", "2"))) as pool:
        for fault, runs in pool.map(_tried, chosen):
            found += bool(runs[-1].failed)
            print(_row(fault, runs), flush=True)
    print(f"{found} of {len(chosen)} faults found")
    return int(found < len(chosen))


def _must_pass(root: Path, chosen: Iterable[Fault]) -> None:
    tests = dict.fromkeys(test for fault in chosen for test in fault.tests)
    passed = run(root, ("-n", "2", *tests))
    if passed.failed:
        raise BrokenTestsError(passed.failed)


def _tried(fault: Fault) -> tuple[Fault, list[Run]]:
    """The runs of tests up to the first that finds a fault."""
    runs = []
    with _copy() as root:
        file = root / fault.file
        text = fault.put_in(file.read_text("utf-8"))
        # A file may have other names, which must not change with it.
        file.unlink()
        file.write_text(text, "utf-8", newline="")
        for tests in (fault.tests, *WIDER):
            runs.append(run(root, tests))
            if runs[-1].failed:
                break
    return fault, runs


def _row(fault: Fault, runs: Sequence[Run]) -> str:
    cpu, wall = (sum(getattr(each, name) for each in runs) for name in ("cpu", "wall"))
    wider = " (not its nearest)" if len(runs) > 1 else ""
    told = f"{runs[-1].failed}{wider}" if runs[-1].failed else f"NOT FOUND: {fault.reader}"
    return f"{fault.name:<28}{cpu:6.1f} CPU s{wall:6.0f} s  {told}"


def run(root: Path, tests: Sequence[str]) -> Run:
    """Runs tests in a copy of the repository until the first that fails. Raises BrokenTestsError when none can be."""
    quick = ("-x", "-q", "--tb=no", "-rfE", "-p", "no:cacheprovider")
    start = time.perf_counter()
    with (root / ".provning").open("w+", encoding="utf-8") as said:
        command = [sys.executable, "-m", "pytest", *quick, *tests]
        process = subprocess.Popen(command, cwd=root, stdout=said, stderr=subprocess.STDOUT)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read()
    failed = _FOUND.search(text)
    if process.returncode not in {_PASSED, _FAILED, _STOPPED} or bool(failed) != bool(process.returncode):
        raise BrokenTestsError(text)
    return Run(failed[1] if failed else "", used.ru_utime + used.ru_stime, time.perf_counter() - start)


@contextmanager
def _copy() -> Iterator[Path]:
    """The repository in a temporary folder; what earlier builds kept is there under second names of the same files."""
    with tempfile.TemporaryDirectory(prefix="mutant-") as folder:
        root = Path(folder) / "projekt"
        shutil.copytree(ROOT, root, symlinks=True, ignore=_left_out, copy_function=_copied)
        yield root


def _left_out(folder: str, names: list[str]) -> Iterable[str]:
    """What is not copied: it stands at the root, and folders below may have the same names."""
    return (name for name in names if Path(folder) == ROOT and any(fnmatch(name, each) for each in _NOT_COPIED))


def _copied(source: str, target: str) -> str:
    if ".cache" in Path(source).parts:
        try:
            os.link(source, target)
        except OSError:
            return shutil.copy2(source, target)
        return target
    return shutil.copy2(source, target)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
