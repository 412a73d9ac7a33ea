"""Runs a command and watches it with all its processes: CPU seconds, wall seconds and the most memory at once."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_TICKS = os.sysconf("SC_CLK_TCK")
_EVERY = 0.5
_PROC = Path("/proc")


@dataclass(frozen=True)
class Cost:
    """What a command took; memory is shared fairly between processes that share it (PSS)."""

    cpu: float
    wall: float
    megabytes: float
    code: int


def run(command: Sequence[str], folder: Path, settings: Mapping[str, str] | None = None) -> Cost:
    """Runs a command to its end."""
    start = time.perf_counter()
    ticks: dict[int, int] = {}
    most = 0
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=folder, env=settings, stdout=quiet, stderr=quiet) as process:
        while process.poll() is None:
            found = processes(process.pid)
            ticks |= {each: spent(each) or ticks.get(each, 0) for each in found}
            most = max(most, sum(map(_memory, found)))
            time.sleep(_EVERY)
    return Cost(sum(ticks.values()) / _TICKS, time.perf_counter() - start, most / 1024, process.returncode)


def processes(top: int) -> list[int]:
    """A process and all that it started, directly or not."""
    parents = {int(path.name): _field(int(path.name), 1) for path in _PROC.iterdir() if path.name.isdigit()}
    found = [top]
    for each in found:
        found += [child for child, parent in parents.items() if parent == each]
    return found


def spent(process: int) -> int:
    """The clock ticks that a process has used, in its own code and in the system's."""
    return _field(process, 11) + _field(process, 12)


def _field(process: int, number: int) -> int:
    """A field of the process's state, counted from the one after its name; 0 when it has ended."""
    try:
        return int((_PROC / str(process) / "stat").read_text().rpartition(")")[2].split()[number])
    except (OSError, IndexError):
        return 0


def _memory(process: int) -> int:
    try:
        lines = (_PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
