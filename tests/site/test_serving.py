"""While the site is shown: what was saved is seen, templates and styles too, and faults are told on the page."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.test_what_changed import with_own_program

pytestmark = pytest.mark.long
PATIENCE = 120
# The site is shown as `mkdocs serve` shows it, and ends when it is asked to: where the tests run behind something else,
# whoever they start would not hear it.
SERVE = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("mkdocs", run_name="__main__", alter_sys=True)
"""


class Shown:
    """A project that is shown, and the address where."""

    def __init__(self, root: Path, address: str) -> None:
        self.root = root
        self.address = address
        self.before: dict[Path, str] = {}

    def page(self, path: str) -> str:
        try:
            with urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:  # noqa: S310 - our own server
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait(self, path: str, wanted: Callable[[str], bool]) -> str:
        """The page, when it is as wanted."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.page(path)
            if found and wanted(found):
                return found
            time.sleep(0.05)
        pytest.fail(f"{path} was never as wanted")

    def edit(self, file: str, old: str, new: str) -> None:
        path = self.root / file
        text = path.read_text("utf-8")
        assert old in text
        self.before.setdefault(path, text)
        path.write_text(text.replace(old, new, 1), "utf-8")

    def restore(self) -> None:
        """What was edited is again as it was."""
        for path, text in self.before.items():
            path.write_text(text, "utf-8")
        self.before.clear()


@pytest.fixture
def shown(_shown: Shown) -> Iterator[Shown]:
    """The project, as it was before any test."""
    _shown.wait("/om/kontakt/", lambda page: "Text." in page)
    yield _shown
    _shown.restore()


@pytest.fixture(scope="module")
def _shown(small_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shown]:
    own = with_own_program(shutil.copytree(small_built, tmp_path_factory.mktemp("visad") / "projekt", symlinks=True))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        host = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-c", SERVE, "serve", "-a", host]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(own.parent)}
    with (own.parent / "logg").open("w") as log:
        serving = subprocess.Popen(command, cwd=own, env=env, stdout=log, stderr=log)
        made = Shown(own, f"http://{host}")
        try:
            made.wait("/", bool)
            yield made
        finally:
            serving.send_signal(signal.SIGINT)
            serving.wait(PATIENCE)
    assert not [path for path in own.parent.glob("kunskapsbank-*") if path.is_dir()]


def test_what_is_saved_is_seen_on_its_page_and_on_those_that_repeat_it(shown: Shown) -> None:
    shown.edit("docs/om/kontakt.md", "Text.", "En helt ny mening.")
    shown.wait("/om/kontakt/", lambda page: "En helt ny mening." in page)
    record = min((shown.root / "data" / "grupper").glob("*.yml"))
    name = re.findall(r"^namn: (.+)$", record.read_text("utf-8"), re.MULTILINE)[0]
    shown.edit(f"data/grupper/{record.name}", f"namn: {name}", "namn: Nytt namn")
    shown.wait(f"/grupper/{record.stem}/", lambda page: "Nytt namn" in page)
    listed = shown.wait("/a-o/", lambda page: "Nytt namn" in page)
    assert 'data-sokfiler="../assets/sokfiler.js"' in listed
    index = re.findall(r'"index":"([^"]+)"', shown.page("/assets/sokfiler.js"))[0]
    assert "Nytt namn" in shown.page(f"/assets/sok/{index}")


def test_a_changed_template_and_style_are_seen(shown: Shown) -> None:
    shown.edit("overrides/partials/sidfot.html", "<footer", '<footer data-prov="ja"')
    page = shown.wait("/om/kontakt/", lambda page: 'data-prov="ja"' in page)
    shown.edit("overrides/assets/css/farger.css", ":root", ".prov { color: red }\n:root")

    def style(page: str) -> bool:
        sheet = re.findall(r'href="\.\./\.\./(assets/css/[\w.]+\.css)"', page)[0]
        return ".prov" in shown.page(f"/{sheet}")

    assert not style(page)
    shown.wait("/om/kontakt/", style)


def test_faults_are_told_on_the_page_and_in_the_terminal_until_they_are_mended(shown: Shown) -> None:
    record = min((shown.root / "data" / "grupper").glob("*.yml"))
    shown.edit(f"data/grupper/{record.name}", "namn: ", "namn: [")
    page = shown.wait("/om/kontakt/", lambda page: 'role="alert"' in page)
    assert "Text." in page
    told = re.findall(rf"{record.name}:\d+:\d+: fel: ", page)
    assert told
    assert told[0] in (shown.root.parent / "logg").read_text("utf-8")
    shown.restore()
    shown.wait("/om/kontakt/", lambda page: 'role="alert"' not in page)
