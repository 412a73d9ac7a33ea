"""`make bench-search`: how well and how fast the site's search answers the development queries.

Prints, by kind of question, how often the right page comes first and among the first three, the mean
reciprocal rank and the share of empty answers; then size, set-up time and time per query at the site's size
and at ten times it. Beside it the theme's own search on the same pages, and Pagefind when npm can install it.
All engines run in Chromium, as readers run them.
"""

import functools
import gzip
import http.server
import importlib.util
import json
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.ten_times import ten_times
from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import load
from macros.search.documents import Document, read_site
from macros.search.pages import all_documents
from macros.search.write import ENGINE_SCRIPTS, excerpt_texts, make_index, script

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "tests" / "search" / "queries.tsv"
PAGEFIND = "pagefind@1.6.0"
KINDS = ("exact", "inflection", "compound", "synonym", "typo", "question")
NO_THEME = "The theme is not installed: make test"
BUILD_FIRST = "Build the site first: make site"
OFF_SUBJECT = "off-subject"
BENCH_PAGE = '<!doctype html><html lang="sv"><meta charset="utf-8"><title>bench</title></html>'
CHROMIUM = "/usr/bin/chromium"


@dataclass(frozen=True)
class Query:
    """A development query: what is typed, of what kind, and the addresses that answer it."""

    text: str
    kind: str
    right: frozenset[str]


@dataclass(frozen=True)
class Answer:
    """What an engine answered: addresses with the best first, and milliseconds the first time and at best."""

    addresses: tuple[str, ...]
    first: float
    least: float


def read_queries(path: Path = QUERIES) -> list[Query]:
    """The development queries."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:] if line]
    return [Query(text, kind, frozenset(right.split())) for text, kind, right in rows]


def figures(queries: Sequence[Query], answers: Sequence[Answer]) -> tuple[float, float, float, float]:
    """Right first, first three (percent), mean reciprocal rank, empty (percent)."""
    ranks = [rank(query, answer) for query, answer in zip(queries, answers, strict=True)]
    count = len(ranks) or 1
    first = sum(place == 1 for place in ranks)
    three = sum(1 <= place <= 3 for place in ranks)  # noqa: PLR2004 - the first three
    empty = sum(not answer.addresses for answer in answers)
    mean = sum(1 / place for place in ranks if place)
    return 100 * first / count, 100 * three / count, mean / count, 100 * empty / count


def rank(query: Query, answer: Answer) -> int:
    """The place of the first right page, from 1; 0 when there is none. A page counts once."""
    pages = dict.fromkeys("/" + address.split("#")[0] for address in answer.addresses)
    return next((place for place, page in enumerate(pages, 1) if page in query.right), 0)


def print_table(name: str, queries: Sequence[Query], answers: Sequence[Answer]) -> None:
    """One engine's figures by kind of question."""
    print(f"\n{name}\n{'kind':<12}{'n':>5}{'first %':>9}{'three %':>9}{'MRR':>8}{'empty %':>9}")
    for kind in (*KINDS, "all"):
        chosen = [at for at, query in enumerate(queries) if kind in {query.kind, "all"} and query.kind != OFF_SUBJECT]
        first, three, mean, empty = figures([queries[at] for at in chosen], [answers[at] for at in chosen])
        print(f"{kind:<12}{len(chosen):>5}{first:>9.0f}{three:>9.0f}{mean:>8.3f}{empty:>9.1f}")
    print_times(answers)


def print_times(answers: Sequence[Answer]) -> None:
    """Median and 95th percentile over the queries, the first time and the least of some rounds."""
    for name, times in (("first time", [a.first for a in answers]), ("least of 5", [a.least for a in answers])):
        ordered = sorted(times)
        middle, high = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
        print(f"ms a query, {name}: median {middle:.2f}, 95th percentile {high:.2f}")


def prepare(folder: Path, site: Path, bank: Kunskapsbank) -> list[Document]:
    """Lays out what the engines need under a folder to be served, and returns the documents."""
    shutil.copytree(site, folder / "site")
    documents = all_documents(read_site(site), bank)
    for name, pages in (("index", documents), ("index10", ten_times(documents))):
        text = script("kbSokIndex", make_index(pages, bank), ENGINE_SCRIPTS)
        (folder / f"{name}.js").write_text(text, "utf-8")
        excerpts = json.dumps(excerpt_texts(pages), ensure_ascii=False)
        sizes = [len(gzip.compress(part.encode(), mtime=0)) / 1024 for part in (text, excerpts)]
        print(f"{name}: {len(pages)} documents, gzip {sizes[0]:.0f} kB, texts for excerpts gzip {sizes[1]:.0f} kB")
    shutil.copytree(theme_scripts(), folder / "tema")
    (folder / "tema" / "docs.json").write_text(json.dumps(theme_documents(documents)), "utf-8")
    (folder / "bench.html").write_text(BENCH_PAGE, "utf-8")
    return documents


def theme_scripts() -> Path:
    """The theme's own scripts, its search among them. The theme ships no types, so it is not imported."""
    found = importlib.util.find_spec("material")
    if found is None or not found.submodule_search_locations:
        raise SystemExit(NO_THEME)
    return Path(found.submodule_search_locations[0]) / "templates" / "assets" / "javascripts"


def theme_documents(documents: Sequence[Document]) -> list[dict[str, str]]:
    """The pages as the theme's search takes them: one entry a page and one a section."""
    found = []
    for page in documents:
        if "#" in page.address:
            continue
        text = f"{page.summary} {page.sections[0].text} {' '.join(page.search_words)}"
        found.append({"location": page.address, "title": page.title, "text": text})
        found += [
            {"location": f"{page.address}#{part.anchor}", "title": part.heading, "text": part.text}
            for part in page.sections[1:]
        ]
    return found


def add_pagefind(folder: Path) -> bool:
    """Indexes the site with Pagefind; False when npm or the package is not to be had."""
    npm = shutil.which("npm")
    if npm is None:
        return False
    tools = folder / "npm"
    tools.mkdir()
    install = subprocess.run([npm, "install", "--silent", "--prefix", str(tools), PAGEFIND], check=False)
    runner = tools / "node_modules" / ".bin" / "pagefind"
    if install.returncode or not runner.exists():
        return False
    command = [str(runner), "--site", str(folder / "site"), "--root-selector", "main", "--quiet"]
    return subprocess.run(command, check=False).returncode == 0


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's name
        """Nothing is logged."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """A folder served on this machine."""
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def ask(page: Page, base: str, engine: str, queries: Sequence[Query]) -> tuple[float, list[Answer]]:
    """Set-up time in milliseconds and the answers of one engine (see `search_engines.js`), in a fresh page."""
    page.goto(f"{base}/bench.html")
    page.add_script_tag(content=(ROOT / "bench" / "search_engines.js").read_text("utf-8"))
    texts = [query.text for query in queries]
    found: dict[str, Any] = page.evaluate("([engine, texts]) => run(engine, texts)", [engine, texts])
    return found["setup"], [Answer(tuple(row["addresses"]), row["first"], row["least"]) for row in found["answers"]]


def main() -> None:
    """Runs everything on `site/`, or on the built site in the folder given."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    bank, queries = load(ROOT / "data").bank, read_queries()
    if bank is None or not site.is_dir():
        raise SystemExit(BUILD_FIRST)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        prepare(folder, site, bank)
        engines = {"index": "This site's search", "index10": "This site's search, ten times the content"}
        engines |= {"theme": "The theme's search (lang: sv)"}
        if add_pagefind(folder):
            engines |= {"pagefind": "Pagefind"}
        else:
            print("Pagefind is left out: npm could not install it.")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        with served(folder) as base:
            for engine, title in engines.items():
                setup, answers = ask(browser.new_page(), base, engine, queries)
                if engine == "index10":
                    print(f"\n{title} (set up in {setup:.0f} ms)")
                    print_times(answers)
                else:
                    print_table(f"{title} (set up in {setup:.0f} ms)", queries, answers)
        browser.close()


if __name__ == "__main__":
    main()
