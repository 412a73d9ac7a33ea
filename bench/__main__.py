"""Times and memory of building and checking the real content: `make bench`.

Prints; asserts nothing. Memory is the largest resident size of the command and its children.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path


def measure(name: str, command: list[str]) -> None:
    """Runs a command once and prints its wall time and the largest resident size so far."""
    start = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True)
    seconds = time.perf_counter() - start
    megabytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{name:<28}{seconds:7.2f} s{megabytes:9.0f} MB   exit {done.returncode}")


def main() -> None:
    """Checks first, since memory is only known as the largest so far."""
    program = [sys.executable, "-m", "macros.cli"]
    measure("kunskapsbank kontrollera", [*program, "kontrollera"])
    with tempfile.TemporaryDirectory() as folder:
        target = str(Path(folder) / "site")
        measure("kunskapsbank bygg, first", [*program, "bygg", "--till", target])
        measure("kunskapsbank bygg, again", [*program, "bygg", "--till", target])


if __name__ == "__main__":
    main()
