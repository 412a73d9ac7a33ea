"""While the site is shown (`make serve`): the page that is read is right at once, the rest is made behind it.

A change is told by the file system. First the pages that the change concerns most are made into the site that is
shown: the page of the changed file, and the page that the reader has open. Then the whole site is built into
another folder, which takes the first one's place. When data or guidance has errors the old site stays, with the list
of errors on top. The engine's server is handed over by `hook`, which is the only module that knows the engine.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Any

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from macros.drawing import draw
from macros.places import package_folder
from macros.site.fingerprint import style_sheet, with_current_names

# What happens to a file when its content changes; that it was opened or read is no change.
_CHANGES = frozenset({"created", "modified", "moved", "deleted"})
# Changes that come closer than this are one.
_TOGETHER = 0.02
_HTML = "text/html"


class SupersededError(Exception):
    """A newer change came while the site was built, so that this build is of no use."""


class FaultyInputError(Exception):
    """Data or guidance has errors; the message is the list that contributors read."""


class Serving:
    """What is shown: the engine's server, the two folders, the last page that a reader opened, and the errors."""

    def __init__(self) -> None:
        self.on = False
        self.problems = ""
        self._server: Any = None
        self._changed: set[Path] = set()
        self._lock = Lock()
        self._open_page = ""
        self._folder: Path | None = None
        self._next: Path | None = None
        self._old: Path | None = None
        self._builder: Callable[[], None] = lambda: None
        self._quick: Callable[[Iterable[Path], str], None] = lambda _changed, _open: None

    def folder(self, given: str) -> str:
        """Where the engine is to build now: not into the folder that is shown."""
        if self._server is None:
            self._folder = Path(given)
            return given
        self._next = Path(tempfile.mkdtemp(prefix="kunskapsbank-"))
        return str(self._next)

    @property
    def begun(self) -> bool:
        """Whether the site is shown already, so that faults must not end the program."""
        return self._server is not None

    @property
    def shown(self) -> Path | None:
        """The folder that is shown; none before the first build."""
        return Path(self._server.root) if self._server else None

    def stop_if_superseded(self) -> None:
        """Raises SupersededError when something has changed since this build began."""
        if self._server is not None and self._server._want_rebuild:  # noqa: SLF001 - the engine's only sign of it
            raise SupersededError

    def take_over(self, server: Any, quick: Callable[[Iterable[Path], str], None], watched: Iterable[Path]) -> None:
        """Builds and serves in the two steps told above. `quick` makes the pages of changed files and an open page."""
        self._server, self._builder, self._quick = server, server.builder, quick
        server.builder = self._rebuild
        server.build_delay = _TOGETHER
        server.set_app(self._serve)
        # The file system tells at once; the engine's own observer looks twice a second.
        server.observer = Observer()
        for path in watched:
            # A file is watched through its folder, since editors put a new file in its place.
            folder, only = (path, "") if path.is_dir() else (path.parent, path.name)
            server.observer.schedule(_Handler(self._note, only), str(folder.resolve()), recursive=not only)

    def close(self) -> None:
        """Removes the folders, whenever the program was asked to end."""
        for folder in (self._old, self._next, self._folder):
            if folder is not None:
                shutil.rmtree(folder, ignore_errors=True)

    def _note(self, path: Path) -> None:
        with self._lock:
            self._changed.add(path)
        with self._server._rebuild_cond:  # noqa: SLF001 - as the engine's own observer does
            self._server._want_rebuild = True  # noqa: SLF001
            self._server._rebuild_cond.notify_all()  # noqa: SLF001

    def _rebuild(self) -> None:
        with self._lock:
            changed, self._changed = self._changed, set()
        if any(package_folder() in path.parents for path in changed):
            self.close()
            _start_again()
        # A page that cannot be made quickly is told by the whole build, with its line.
        with suppress(Exception, SystemExit):
            self._quick(changed, self._open_page)
            self._show()
        before = self._bytes_of_open_page()
        try:
            self._builder()
        except SupersededError:
            with self._lock:
                self._changed |= changed
            return self._drop_next()
        except FaultyInputError as error:
            sys.stderr.write(f"{error}\n")
            self.problems = str(error)
            return self._drop_next()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever stops a build is shown, and the server lives
            sys.stderr.write(f"{error}\n")
            self.problems = self.problems or str(error) or type(error).__name__
            return self._drop_next()
        had_problems, self.problems = bool(self.problems), ""
        self._swap()
        if had_problems or self._bytes_of_open_page() != before:
            self._show(again=True)
        return None

    def _swap(self) -> None:
        self._old, self._folder, self._next = self._folder, self._next, None
        self._server.root = str(self._folder)
        if self._old is not None:
            shutil.rmtree(self._old, ignore_errors=True)

    def _drop_next(self) -> None:
        if self._next is not None:
            shutil.rmtree(self._next, ignore_errors=True)
            self._next = None
        if self.problems:
            self._show(again=True)

    def _show(self, *, again: bool = False) -> None:
        """Lets readers' browsers load the page anew."""
        server = self._server
        with server._epoch_cond:  # noqa: SLF001 - the engine's sign to browsers
            if again:
                server._wanted_epoch += 1  # noqa: SLF001
            server._visible_epoch = server._wanted_epoch  # noqa: SLF001
            server._epoch_cond.notify_all()  # noqa: SLF001

    def _bytes_of_open_page(self) -> bytes:
        try:
            return (Path(self._server.root) / self._open_page.strip("/") / "index.html").read_bytes()
        except OSError:
            return b""

    def _serve(self, environ: dict[str, object], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """The server's answer, with the list of errors on top of a page while there are any."""
        path = str(environ["PATH_INFO"])
        if path.endswith("/"):
            self._open_page = path
        told: list[Any] = []
        answer: Iterable[bytes] = self._server.serve_request(
            environ, lambda status, headers, *_: told.extend((status, headers))
        )
        status, headers = told
        if self.problems and dict(headers).get("Content-Type") == _HTML:
            content = b"".join(answer).decode("utf-8")
            box = draw("fel-i-visning.html", problem=self.problems)
            before, mark, after = content.partition("<main")
            made = f"{before}{box}{mark}{after}".encode()
            start_response(status, [("Content-Type", f"{_HTML}; charset=utf-8"), ("Content-Length", str(len(made)))])
            return [made]
        start_response(status, headers)
        return answer


class _Handler(FileSystemEventHandler):
    """Tells which files have changed."""

    def __init__(self, note: Callable[[Path], None], only: str) -> None:
        self._note = note
        self._only = only

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Passes on what changes a file."""
        path = Path(os.fsdecode(event.dest_path or event.src_path))
        # Editors and Python write files of their own beside ours.
        passing = path.name.startswith(".") or path.name.endswith("~") or path.parent.name == "__pycache__"
        wanted = self._only in {"", path.name}
        if event.event_type in _CHANGES and wanted and not event.is_directory and not passing:
            self._note(path)


def _start_again() -> None:
    """The code itself has changed, and is read when the program starts."""
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 - our own interpreter and arguments


def finish_page(path: Path, site: Path) -> None:
    """Gives a page that was made by itself the names that files have in the site that is shown."""
    path.write_text(with_current_names(path.read_text("utf-8"), site), "utf-8", newline="")


def refresh_styles(site: Path, assets: Path) -> None:
    """Puts a changed style sheet in place of the one that is shown, under the name that pages have for it."""
    for old in (site / "assets" / "css").glob("*.*.css"):
        source = assets / "css" / f"{old.name.partition('.')[0]}.css"
        if source.is_file():
            old.write_text(style_sheet(source, site / "assets" / "fonts"), "utf-8")
