"""Seconds from a saved edit to the page that shows it and to the search that finds it, while the site is shown."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

_MARK = "Det här skrevs nyss."
_PATIENCE = 600
_TEXTS = re.compile(r'"texter":"([^"]+)"')


def save_to_seen(root: Path, file: Path) -> tuple[float, float]:
    """Serves a project, edits one of its pages, and asks for the page and the search's texts until they are right."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    site = f"http://{host}/"
    address = f"{site}{file.relative_to(root / 'docs').with_suffix('').as_posix()}/"
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "mkdocs", "serve", "-a", host]
    with subprocess.Popen(
        command, cwd=root, stdout=quiet, stderr=quiet, env={**os.environ, "TMPDIR": str(root)}
    ) as shown:
        try:
            _wait(lambda: _get(address))
            start = time.perf_counter()
            file.write_text(file.read_text("utf-8").replace("\n## ", f"\n{_MARK}\n\n## ", 1), "utf-8")
            _wait(lambda: _MARK in _get(address))
            seen = time.perf_counter() - start
            _wait(lambda: _MARK in _search_texts(site))
            return seen, time.perf_counter() - start
        finally:
            shown.send_signal(signal.SIGINT)


def _wait(is_right: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end and not is_right():
        time.sleep(0.02)


def _get(address: str) -> str:
    """What the server answers; nothing while it does not."""
    try:
        with urllib.request.urlopen(address, timeout=_PATIENCE) as answer:  # noqa: S310 - our own server
            return str(answer.read().decode())
    except (urllib.error.URLError, ConnectionError):
        return ""


def _search_texts(site: str) -> str:
    """What the search quotes from now."""
    found = _TEXTS.search(_get(f"{site}assets/sokfiler.js"))
    return _get(f"{site}assets/sok/{found[1]}") if found else ""
