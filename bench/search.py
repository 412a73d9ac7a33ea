"""`make bench-search`: how well and how fast the site's search answers the development queries.

Prints, by kind of question, how often the right page comes first and among the first three, the mean
reciprocal rank and the share of empty answers, apart for questions that hand-written words hold and for others;
what becomes of questions made from the data (`search_cases.py`); then size, set-up time and time per query at the
site's size and at ten times it. Beside it the theme's own search on the same pages, and Pagefind, MiniSearch and
Orama when npm can install them. All engines run in Chromium, as readers run them.
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
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.search_cases import KINDS as CASE_KINDS
from bench.search_cases import Case, generated, judge
from bench.ten_times import ten_times
from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import load
from macros.search.analysis import stems
from macros.search.documents import Document, read_site
from macros.search.lexicon import lexicon_file
from macros.search.pages import all_documents
from macros.search.write import ENGINE_SCRIPTS, excerpt_texts, index_script, make_index
from macros.site.pages import BuiltSite

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "tests" / "search" / "queries.tsv"
# Questions that nobody has tuned to, by the name their halves have in the table: the first set and a later one.
UNSEEN = {"": QUERIES.with_name("unseen.tsv"), "2": QUERIES.with_name("unseen2.tsv")}
PAGEFIND = "pagefind@1.6.0"
LIBRARIES = ("minisearch@7.2.0", "@orama/orama@3.1.16", "@orama/stemmers@3.1.16")
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


def read_unseen(half: str, path: Path) -> list[Query]:
    """Questions of many kinds of users, written before any was asked: ”seen”, or ”held”, never looked at."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:] if line]
    return [Query(text, user, frozenset(right.split())) for user, text, part, right in rows if part == half]


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


def hand_written(documents: Sequence[Document]) -> list[frozenset[str]]:
    """The stems of each search word of a page or term, and of each everyday word of the lexicon."""
    own = [phrase for page in documents for phrase in page.search_words]
    everyday = [phrase for row in lexicon_file()["vardagsord"] for phrase in row["skriver"]]
    print(f"hand-written: {len(own)} search words of pages and terms, {len(everyday)} everyday words of the lexicon")
    return [frozenset(stems(phrase)) for phrase in (*own, *everyday)]


def print_unseen(page: Page, base: str) -> None:
    """The figures for the questions that nobody has tuned to."""
    print(f"\nQuestions of users\n{'half':<12}{'n':>5}{'first %':>9}{'three %':>9}{'MRR':>8}{'empty %':>9}")
    for number, path in UNSEEN.items():
        for half in ("seen", "held"):
            queries = read_unseen(half, path)
            first, three, mean, empty = figures(queries, ask(page, base, "index", queries)[1])
            print(f"{half + number:<12}{len(queries):>5}{first:>9.0f}{three:>9.0f}{mean:>8.3f}{empty:>9.1f}")


def print_covered(queries: Sequence[Query], answers: Sequence[Answer], phrases: Sequence[frozenset[str]]) -> None:
    """The figures for questions that hold a hand-written word or phrase in full, and for those that hold none."""
    asked = [at for at, query in enumerate(queries) if query.kind != OFF_SUBJECT]
    held = {at for at in asked if any(phrase <= frozenset(stems(queries[at].text)) for phrase in phrases)}
    for name, chosen in (("covered", sorted(held)), ("not covered", [at for at in asked if at not in held])):
        first, three, mean, empty = figures([queries[at] for at in chosen], [answers[at] for at in chosen])
        print(f"{name:<12}{len(chosen):>5}{first:>9.0f}{three:>9.0f}{mean:>8.3f}{empty:>9.1f}")


def without_words(pages: Sequence[Document], bank: Kunskapsbank) -> tuple[list[Document], Kunskapsbank]:
    """The same documents and terms with no search words."""
    terms = {key: term.model_copy(update={"sokord": ()}) for key, term in bank.begrepp.items()}
    bare = bank.with_records(begrepp=terms)
    return all_documents([replace(page, search_words=()) for page in pages], bare), bare


def print_spare(page: Page, base: str, documents: Sequence[Document]) -> None:
    """The search words of pages that the engine finds first without any search words."""
    words = [(own.address, word) for own in documents if "#" not in own.address for word in own.search_words]
    page.goto(f"{base}/bench.html")
    page.add_script_tag(content=(ROOT / "bench" / "search_engines.js").read_text("utf-8"))
    asked = [[word, False] for _, word in words]
    found = page.evaluate("([file, asked]) => generated(file, asked)", ["bare.js", asked])
    spare = [pair for pair, one in zip(words, found, strict=True) if one["addresses"][:1] == [pair[0]]]
    print(f"\nSearch words that are found without them: {len(spare)} of {len(words)}")
    for address, word in spare:
        print(f"  /{address}: {word}")


def print_generated(page: Page, base: str, file: str, cases: Sequence[Case]) -> None:
    """What becomes of the questions made from the data."""
    page.goto(f"{base}/bench.html")
    page.add_script_tag(content=(ROOT / "bench" / "search_engines.js").read_text("utf-8"))
    asked = [[case.text, case.wanted == "suggested"] for case in cases]
    bases = [[case.right[0], False] if case.wanted == "same" else ["", False] for case in cases]
    found = page.evaluate("([file, asked]) => generated(file, asked)", [file, asked + bases])
    judged = [judge(case, found[at], found[at + len(cases)]) for at, case in enumerate(cases)]
    print(f"\nQuestions made from the data\n{'kind':<24}{'n':>6}{'right %':>9}{'wrong':>7}")
    for kind in CASE_KINDS:
        results = [result for case, result in zip(cases, judged, strict=True) if case.kind == kind]
        right = 100 * results.count("right") / (len(results) or 1)
        print(f"{kind:<24}{len(results):>6}{right:>9.1f}{results.count('wrong'):>7}")


def print_times(answers: Sequence[Answer]) -> None:
    """Median and 95th percentile over the queries, the first time and the least of some rounds."""
    for name, times in (("first time", [a.first for a in answers]), ("least of 5", [a.least for a in answers])):
        ordered = sorted(times)
        middle, high = ordered[len(ordered) // 2], ordered[int(len(ordered) * 0.95)]
        print(f"ms a query, {name}: median {middle:.2f}, 95th percentile {high:.2f}")


def prepare(folder: Path, site: Path, bank: Kunskapsbank) -> list[Document]:
    """Lays out what the engines need under a folder to be served, and returns the documents."""
    shutil.copytree(site, folder / "site")
    read = list(read_site(BuiltSite(site)))
    documents = all_documents(read, bank)
    ways = {"index": (documents, bank), "index10": (ten_times(documents), bank), "bare": without_words(read, bank)}
    for name, (pages, own) in ways.items():
        text = index_script(make_index(pages, own), ENGINE_SCRIPTS)
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


def add_from_npm(folder: Path) -> dict[str, str]:
    """Fetches the engines to compare with and indexes the site with Pagefind; those that are to be had, with names."""
    npm = shutil.which("npm")
    if npm is None:
        return {}
    tools = folder / "npm"
    tools.mkdir()
    install = subprocess.run([npm, "install", "--silent", "--prefix", str(tools), PAGEFIND, *LIBRARIES], check=False)
    runner = tools / "node_modules" / ".bin" / "pagefind"
    if install.returncode or not runner.exists():
        return {}
    command = [str(runner), "--site", str(folder / "site"), "--root-selector", "main", "--quiet"]
    found = {"minisearch": "MiniSearch with this site's stemmer", "orama": "Orama with its Swedish stemmer"}
    return ({"pagefind": "Pagefind"} if subprocess.run(command, check=False).returncode == 0 else {}) | found


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
        documents = prepare(folder, site, bank)
        phrases = hand_written(documents)
        engines = {"index": "This site's search", "index10": "This site's search, ten times the content"}
        engines |= {"theme": "The theme's search (lang: sv)"}
        engines |= add_from_npm(folder)
        if "pagefind" not in engines:
            print("Pagefind, MiniSearch and Orama are left out: npm could not install them.")
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        with served(folder) as base:
            for engine, title in engines.items():
                setup, answers = ask(browser.new_page(), base, engine, queries)
                if engine == "index10":
                    print(f"\n{title} (set up in {setup:.0f} ms)")
                    print_times(answers)
                    continue
                print_table(f"{title} (set up in {setup:.0f} ms)", queries, answers)
                print_covered(queries, answers, phrases)
                if engine == "index":
                    print_unseen(browser.new_page(), base)
                    print_generated(browser.new_page(), base, "index.js", generated(bank, documents))
                    print_spare(browser.new_page(), base, documents)
        browser.close()


if __name__ == "__main__":
    main()
