"""A fault: what it would mean for a reader, the text that it puts in place of another, and the tests nearest to it.

Its file says `reader`, `file` (from the repository's root), `old`, `new` and `tests`.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

FAULTS = Path(__file__).parent / "faults"


class OutdatedFaultError(Exception):
    """The text that a fault replaces does not stand once in its file; the message says which and how often."""


@dataclass(frozen=True)
class Fault:
    """A fault by the name of its file."""

    name: str
    reader: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]

    def put_in(self, text: str) -> str:
        """The text of the file with the fault in it. Raises OutdatedFaultError."""
        found = text.count(self.old)
        if found != 1 or self.old == self.new:
            message = f"{self.name}: its old text stands {found} times in {self.file}, not once"
            raise OutdatedFaultError(message)
        return text.replace(self.old, self.new)


def faults(names: Sequence[str] = ()) -> tuple[Fault, ...]:
    """The faults of some names, or all of them. Raises FileNotFoundError for a name that is none."""
    chosen = [FAULTS / f"{name}.toml" for name in names] or sorted(FAULTS.glob("*.toml"))
    return tuple(_read(path) for path in chosen)


def _read(path: Path) -> Fault:
    said = tomllib.loads(path.read_text("utf-8"))
    return Fault(path.stem, said["reader"], said["file"], said["old"], said["new"], tuple(said["tests"]))
