"""Seconds from a saved edit to the page that shows it, while the site is shown."""

import os
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from pathlib import Path

from bench.corpus import ROOT

_MARK = "Det här skrevs nyss."
_PATIENCE = 600


def save_to_seen(root: Path, file: Path, serve: Sequence[str], options: Sequence[str] = ()) -> float:
    """Serves a project (`serve`, then the host, then `options`), edits a page, and asks for it until it is right."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    address = f"http://{host}/{file.relative_to(root / 'docs').with_suffix('').as_posix()}/"
    quiet = subprocess.DEVNULL
    settings = {**os.environ, "TMPDIR": str(root), "PYTHONPATH": str(ROOT)}
    # What a shell starts behind ignores the sign by which the server is ended, and so would what it starts.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with subprocess.Popen([*serve, host, *options], cwd=root, stdout=quiet, stderr=quiet, env=settings) as shown:
        try:
            _wait(address, "")
            start = time.perf_counter()
            file.write_text(file.read_text("utf-8").replace("\n## ", f"\n{_MARK}\n\n## ", 1), "utf-8")
            _wait(address, _MARK)
            return time.perf_counter() - start
        finally:
            shown.send_signal(signal.SIGINT)


def _wait(address: str, wanted: str) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
                if wanted in answer.read().decode():
                    return
        except (urllib.error.URLError, ConnectionError):
            pass
        time.sleep(0.02)
