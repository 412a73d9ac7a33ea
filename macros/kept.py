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
    "lxml",
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
    """Values by their mark. Those that this build asked for are written by `save`; others are forgotten.

    In the file each value is a line of JSON after its mark, so that only what is asked for is read, and only what
    is new is written as JSON.
    """

    def __init__(self, name: str, folder: Path = FOLDER, mark: str = "") -> None:
        self._path = folder / f"{name}.sparad"
        self._made_by = mark or code_mark()
        content = read_marked(self._path, self._made_by) or b""
        self._before = dict(line.split(b" ", 1) for line in content.splitlines())
        self._lines: dict[bytes, bytes] = {}

    def get(self, make: Callable[[], Any], *decided_by: str | bytes) -> Any:
        """The value that the parts decide: as it was kept, otherwise made now. It must be plain data."""
        found = self.find(*decided_by)
        if found is None:
            found = make()
            self.put(found, *decided_by)
        return found

    def find(self, *decided_by: str | bytes) -> Any:
        """The kept value that the parts decide; None when there is none."""
        mark = digest(*decided_by).encode()
        if mark not in self._lines and mark in self._before:
            self._lines[mark] = self._before[mark]
        return json.loads(self._lines[mark]) if mark in self._lines else None

    def put(self, value: Any, *decided_by: str | bytes) -> None:
        """Keeps a value of plain data."""
        mark = digest(*decided_by).encode()
        # Only as text, which takes a tenth of the memory; at once, since who asked may change what it got.
        self._lines[mark] = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def save(self) -> None:
        """Writes what was used, beside and then into place, so that two builds at once leave one whole file."""
        if self._lines == self._before:
            return
        content = b"".join(b"%s %s\n" % line for line in self._lines.items())
        with suppress(OSError):
            write_marked(self._path, content, self._made_by)


class KeptTable(dict[str, Any]):
    """Values by a text, each made when it is first asked for, that are read and written together, since they are small.

    What they are made by must be the same for every text. Without a place to keep them they last as long as the table.
    """

    def __init__(self, make: Callable[[str], Any], kept: Kept | None = None, name: str = "") -> None:
        super().__init__((kept.find("table", name) if kept else None) or {})
        self._make = make
        self._kept, self._name = kept, name
        self._size = len(self)

    def __missing__(self, text: str) -> Any:
        """Makes the value of a text."""
        made = self[text] = self._make(text)
        return made

    def save(self) -> None:
        """Hands over what has come to it."""
        if self._kept and len(self) > self._size:
            self._kept.put(dict(self), "table", self._name)
