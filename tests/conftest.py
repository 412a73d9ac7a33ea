"""Shared by all tests: the repository, the knowledge base, and the real site built once and served.

The site is built by the command that readers of the README run, so a test never passes on a site
that the command could not make.
"""

import fcntl
import functools
import http
import http.server
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

from bench import CHROMIUM
from macros.engine.memory import look_for_waste_seldom
from macros.kunskapsbank import Kunskapsbank
from tests.cases import MORE, real_bank, small_project, small_site
from tests.many import many_project
from tests.ready import Ready

ROOT = Path(__file__).resolve().parent.parent
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Letters stand as on a screen, at parts of a pixel.
    "--font-render-hinting=none",
]

# Where the server of the site answers with nothing.
EMPTY = "/tom"

# What a test asks for when it builds a site or opens a browser.
BUILT = {"site", "small_built", "kept_built", "many_built", "browser"}


def build_site(target: Path, *arguments: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Runs `kunskapsbank bygg` as a contributor would; in a small site that has the real program, where it is ready."""
    given = ["bygg", "--till", str(target), *arguments]
    # Another engine takes the place of the one that is ready.
    if root != ROOT and (root / "macros").resolve() == ROOT / "macros" and "--motor" not in arguments:
        return _ready().run(given, root)
    command = [sys.executable, "-m", "macros.cli", *given]
    return subprocess.run(command, cwd=root, capture_output=True, text=True, encoding="utf-8", check=False)


@functools.cache
def _ready() -> Ready:
    """The real program, ready for all tests of a worker."""
    return Ready(ROOT)


@pytest.fixture(scope="session")
def root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def bank() -> Kunskapsbank:
    return real_bank()


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make snabb` runs what needs neither a built site nor a browser, and is not marked as long."""
    parser.addoption("--snabb", action="store_true", help="only short tests that build no site and open no browser")


def pytest_configure(config: pytest.Config) -> None:
    look_for_waste_seldom()
    config.addinivalue_line(
        "markers", "long: takes a second or more: begun before others, and left out of `make snabb`"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Gives each worker tests that do without the site first, since the site is built meanwhile.

    Each worker starts on an equal part of the list; within a part, the longest come first and then the order is that
    of the files. So no worker is left alone with a long test at the end.
    """
    if config.getoption("--snabb"):
        short = [item for item in items if not item.get_closest_marker("long")]
        items[:] = [item for item in short if not BUILT & set(getattr(item, "fixturenames", ()))]
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    kinds = [
        [item for item in items if _needs_site(item) == needs and bool(item.get_closest_marker("long")) == is_long]
        for needs in (False, True)
        for is_long in (True, False)
    ]
    items[:] = [item for worker in range(workers) for kind in kinds for item in _part(kind, worker, workers)]


def _part(items: list[pytest.Item], number: int, parts: int) -> list[pytest.Item]:
    return items[len(items) * number // parts : len(items) * (number + 1) // parts]


def _needs_site(item: pytest.Item) -> bool:
    return "site" in getattr(item, "fixturenames", ())


@pytest.fixture(scope="session", autouse=True)
def site_in_the_background(request: pytest.FixtureRequest, shared: Path) -> Iterator[None]:
    """The first worker starts on the site at once, when any test needs it."""
    first = os.environ.get("PYTEST_XDIST_WORKER", "gw0") == "gw0"
    wanted = first and any(_needs_site(item) for item in request.session.items)
    building = threading.Thread(target=_once, args=(shared / "site", build_site))
    if wanted:
        building.start()
    yield
    if wanted:
        building.join()


@pytest.fixture(scope="session")
def site(shared: Path) -> Path:
    """The real site, built once for all workers of a test run."""
    return _once(shared / "site", _build)


@pytest.fixture(scope="session")
def lent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, unbuilt, which all tests of a worker borrow: each leaves it as it was (`laid_over`)."""
    return small_site(tmp_path_factory.mktemp("lent") / "site")


@pytest.fixture(scope="session")
def small_built(shared: Path) -> Path:
    """The small project with its built site in `site/`, made once for all workers. Only to be read."""
    return _once(shared / "small", build_small)


@pytest.fixture
def small(small_built: Path, tmp_path: Path) -> Path:
    """The small project, its built site and its cache in a folder of their own, to change and build again."""
    return shutil.copytree(small_built, tmp_path / "projekt", symlinks=True)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all workers of a test run share."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def _once(target: Path, make: Callable[[Path], object]) -> Path:
    """Makes a folder unless another worker has, or waits until it has."""
    with target.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not target.is_dir():
            make(target)
    return target


def _build(target: Path) -> None:
    done = build_site(target)
    assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def kept_built(shared: Path) -> Path:
    """The small project with more in it, and its built site, whose texts are kept. Only to be read."""
    return _once(shared / "kept", build_kept)


def build_kept(target: Path) -> None:
    """Makes and builds the small project with more laid over it: something to order, to compare and to lead to."""
    build_small(target, MORE)


def build_small(target: Path, over: Path | None = None) -> None:
    """Makes the small project in a new folder, and builds it into `site/` there as a contributor would."""
    made = small_project(target.with_suffix(".ny"), over)
    done = build_site(made / "site", root=made)
    assert done.returncode == 0, done.stdout + done.stderr
    made.rename(target)


@pytest.fixture(scope="session")
def many_built(shared: Path) -> Path:
    """A small project with many groups and its built site. Only to be read."""
    return _once(shared / "many", _build_many)


def _build_many(target: Path) -> None:
    made = many_project(target.with_suffix(".ny"))
    done = build_site(made / "site", root=made)
    assert done.returncode == 0, done.stdout + done.stderr
    made.rename(target)


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """The address of a server on this machine that serves the site."""
    handler = functools.partial(_Handler, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as listening:
        thread = threading.Thread(target=listening.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listening.server_address[1]}"
        listening.shutdown()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """As a host serves the site: connections and assets are kept, so that a page costs little more than itself."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        if self.path != EMPTY:
            return super().do_GET()
        self.send_response(http.HTTPStatus.OK)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "0")
        return self.end_headers()

    def end_headers(self) -> None:
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "max-age=31536000, immutable")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Nothing is logged."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGUMENTS)
        yield launched
        launched.close()


class _Watched(NamedTuple):
    """A page, and the errors that its console has told."""

    page: Page
    errors: list[str]


@pytest.fixture(scope="session")
def _tab(browser: Browser, server: str) -> _Watched:
    return _watched(browser, server)


def _watched(browser: Browser, server: str) -> _Watched:
    opened = browser.new_context(base_url=server, locale="sv-SE").new_page()
    errors: list[str] = []
    opened.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    opened.on("pageerror", lambda error: errors.append(str(error)))
    opened.on("dialog", lambda dialog: _tell(dialog, errors))
    return _Watched(opened, errors)


def _tell(dialog: Dialog, errors: list[str]) -> None:
    """No page asks in a dialog: what opens one is somebody else's script."""
    errors.append(f"{dialog.type}: {dialog.message}")
    dialog.dismiss()


@pytest.fixture
def page(_tab: _Watched) -> Iterator[Page]:
    """A page whose addresses start at the site's root; fails the test on any dialog and any error in the console.

    All tests of a worker share it, since a new one costs the browser more than most tests do. Each begins at the same
    size, with nothing stored. A test that listens, or changes what lasts, asks for `own_page`.
    """
    yield _tab.page
    errors = [*_tab.errors]
    _make_as_new(_tab.page)
    _tab.errors.clear()
    assert not errors, errors


def _make_as_new(page: Page) -> None:
    page.unroute_all()
    page.goto(EMPTY)
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
    page.context.clear_cookies()
    page.emulate_media(media="null", color_scheme="null", reduced_motion="null", forced_colors="null")
    page.set_viewport_size({"width": 1280, "height": 720})
    page.mouse.move(0, 0)


@pytest.fixture
def own_page(browser: Browser, server: str) -> Iterator[Page]:
    """As `page`, but new and not shared."""
    made = _watched(browser, server)
    yield made.page
    made.page.context.close()
    assert not made.errors, made.errors


@pytest.fixture(scope="session")
def without_script(browser: Browser, server: str) -> Page:
    """A page that runs no script, for all tests of a worker: without script one leaves nothing to the next."""
    return browser.new_context(base_url=server, java_script_enabled=False).new_page()
