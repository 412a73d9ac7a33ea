"""What is worked out from a page is kept between builds, outside the site, so that only what changed is done again.

A value is kept under a mark of everything that decides it: what it is made from (templates have made that
already), and the code and packages of this run. So a cache from another version is never used. The file
carries a mark of its own content; one that is damaged, half written or unreadable counts as empty, and one
that cannot be written is done without.
"""

import hashlib
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from macros.places import package_folder

FOLDER = Path(".cache")
# The packages that decide what a build makes, beside our own code and templates.
PACKAGES = (
    "chunspell",
    "jinja2",
    "markdown",
    "markdown-it-py",
    "markupsafe",
    "mkdocs",
    "mkdocs-macros-plugin",
    "mkdocs-material",
    "pikepdf",
    "pydantic",
    "pydantic-core",
    "python-docx",
    "pyyaml",
    "segno",
    "snowballstemmer",
    "typst",
)
_MARK_LENGTH = 32


def digest(*parts: str | bytes) -> str:
    """A mark of some texts that differs when any of them does, or where one ends and the next begins."""
    found = hashlib.blake2b(digest_size=_MARK_LENGTH // 2)
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        found.update(f"{len(content)}\0".encode())
        found.update(content)
    return found.hexdigest()


def files_mark(folders: Iterable[Path]) -> str:
    """A mark of the names and contents of every file in some folders, or of the files themselves; one at a time."""
    found = hashlib.blake2b(digest_size=_MARK_LENGTH // 2)
    for folder in folders:
        paths = [folder] if folder.is_file() else sorted(path for path in folder.rglob("*") if path.is_file())
        for path in paths:
            if path.suffix != ".pyc":
                found.update(digest(path.relative_to(folder.parent).as_posix(), path.read_bytes()).encode())
    return found.hexdigest()


@cache
def code_mark() -> str:
    """A mark of the code and the packages of this run: taken once, since the code is read once."""
    return digest(files_mark([package_folder()]), sys.version, *(f"{name} {version(name)}" for name in PACKAGES))


def write_whole(path: Path, content: bytes) -> None:
    """Writes a file beside its place and then moves it there, so that it is never seen half. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = None
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".ny-", delete=False) as opened:
            beside = Path(opened.name)
            opened.write(content)
        beside.replace(path)
    except OSError:
        if beside is not None:
            beside.unlink(missing_ok=True)
        raise


def write_marked(path: Path, content: bytes, made_by: str) -> None:
    """Writes a file after a mark of its content and of what made it. Raises OSError."""
    write_whole(path, f"{digest(made_by, content)}\n".encode() + content)


def read_marked(path: Path, made_by: str) -> bytes | None:
    """What `write_marked` wrote; nothing when it is not there, not whole, or made by something else."""
    try:
        mark, _, content = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    return content if mark.decode("ascii", "replace") == digest(made_by, content) else None


class Kept:
    """Values by their mark. Those that this build asked for are written by `save`; others are forgotten."""

    def __init__(self, name: str, folder: Path = FOLDER, mark: str = "") -> None:
        self._path = folder / f"{name}.json"
        self._made_by = mark or code_mark()
        self._before = self._read()
        self._used: dict[str, Any] = {}

    def get(self, make: Callable[[], Any], *decided_by: str | bytes) -> Any:
        """The value that the parts decide: as it was kept, otherwise made now. It must be plain data."""
        mark = digest(*decided_by)
        if mark not in self._used:
            self._used[mark] = self._before[mark] if mark in self._before else make()
        return self._used[mark]

    def find(self, *decided_by: str | bytes) -> Any:
        """The kept value that the parts decide; None when there is none."""
        mark = digest(*decided_by)
        if mark in self._before:
            self._used[mark] = self._before[mark]
        return self._used.get(mark)

    def put(self, value: Any, *decided_by: str | bytes) -> None:
        """Keeps a value of plain data."""
        self._used[digest(*decided_by)] = value

    def save(self) -> None:
        """Writes what was used, beside and then into place, so that two builds at once leave one whole file."""
        if self._used.keys() == self._before.keys():
            return
        content = json.dumps(self._used, ensure_ascii=False, separators=(",", ":")).encode()
        with suppress(OSError):
            write_marked(self._path, content, self._made_by)

    def _read(self) -> dict[str, Any]:
        content = read_marked(self._path, self._made_by)
        kept: dict[str, Any] = {} if content is None else json.loads(content)
        return kept
