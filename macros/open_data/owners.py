"""Who reviews a file: the roles that CODEOWNERS names, never a person."""

from collections.abc import Sequence
from pathlib import Path

FILE = "CODEOWNERS"
Rule = tuple[str, tuple[str, ...]]


def rules(root: Path) -> tuple[Rule, ...]:
    """The lines of CODEOWNERS as (place, owners); none where there is no such file."""
    path = root / FILE
    lines = path.read_text("utf-8").splitlines() if path.is_file() else []
    parts = (line.partition("#")[0].split() for line in lines)
    return tuple((words[0], tuple(words[1:])) for words in parts if words)


def owners(path: str, known: Sequence[Rule]) -> tuple[str, ...]:
    """The owners of a file, from the last line that fits: `*`, a folder (`/data/`) or the file itself."""
    fitting = [found for place, found in known if _fits(path, place)]
    return fitting[-1] if fitting else ()


def _fits(path: str, place: str) -> bool:
    wanted = place.lstrip("/")
    return place == "*" or path == wanted or (place.endswith("/") and path.startswith(wanted))
