"""Lighthouse's four marks for each kind of page, as a phone on a slow network sees it: `make bench-lighthouse`.

Lighthouse is fetched with npm into a folder that is thrown away; without npm the command says so and ends.
The site in `site/` is served packed with gzip and with the hosts' rule for how long assets are kept.
Prints; asserts nothing, since the marks vary with what else the machine does.
"""

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import tempfile
import threading
from pathlib import Path

from bench import CHROMIUM

ROOT = Path(__file__).resolve().parent.parent
LIGHTHOUSE = "lighthouse@12.8.2"
PAGES = {
    "start": "/",
    "guidance": "/bilda-en-grupp/finansiering/",
    "record": "/grupper/bebo/",
    "comparison": "/jamfor/grupper/",
    "chosen": "/jamfor/?valda=bebo,belok",
    "search": "/sok/?q=r%C3%B6r",
}
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"
NO_NPM = "Lighthouse is left out: npm could not install it."
BUILD_FIRST = "Build the site first: make site"


class _Packed(http.server.SimpleHTTPRequestHandler):
    """Serves files as a host does: text packed, assets with hashes kept for a year."""

    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Nothing is logged."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        kind, content = self.guess_type(path), path.read_bytes()
        self.send_response(200)
        if kind.startswith("text/") or kind.endswith(("javascript", "json", "xml")):
            content = gzip.compress(content)
            self.send_header("Content-Encoding", "gzip")
            kind = f"{kind}; charset=utf-8"
        if self.path.startswith("/assets/"):
            self.send_header("Cache-Control", "public, max-age=31536000, immutable")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


def install(folder: Path) -> Path | None:
    """Lighthouse's program, or nothing when npm or the package is not to be had."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    done = subprocess.run([npm, "install", "--silent", "--prefix", str(folder), LIGHTHOUSE], check=False)
    program = folder / "node_modules" / ".bin" / "lighthouse"
    return program if done.returncode == 0 and program.exists() else None


def marks(program: Path, address: str, out: Path) -> dict[str, int]:
    """The marks of a page, 0 to 100, by category."""
    command = [str(program), address, "--quiet", f"--chrome-flags={FLAGS}", "--output=json", f"--output-path={out}"]
    settings = {"CHROME_PATH": CHROMIUM, **os.environ}
    subprocess.run(command, check=True, capture_output=True, env=settings)
    categories = json.loads(out.read_text("utf-8"))["categories"]
    return {name: round(100 * each["score"]) for name, each in categories.items()}


def main() -> None:
    """Prints a line for each kind of page."""
    site = ROOT / "site"
    if not site.is_dir():
        raise SystemExit(BUILD_FIRST)
    with tempfile.TemporaryDirectory() as name:
        program = install(Path(name))
        if program is None:
            print(NO_NPM)
            return
        handler = functools.partial(_Packed, directory=str(site))
        with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            base = f"http://127.0.0.1:{server.server_address[1]}"
            for kind, address in PAGES.items():
                found = marks(program, base + address, Path(name) / "marks.json")
                print(f"{kind:<12}" + "  ".join(f"{category} {mark}" for category, mark in found.items()))
            server.shutdown()


if __name__ == "__main__":
    main()
