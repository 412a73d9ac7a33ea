"""`make bench-search`: how well and how fast the site's search answers, and how well others do on the same pages.

Prints, for the development queries by kind, how often the right page comes first and among the first three, the
mean reciprocal rank and the share of empty answers, apart for questions that hand-written words hold and for others;
what becomes of questions made from the data (`search_cases.py`); and one table of all engines and all sets of
questions, with their times, and those of this search at ten times the content.
"""

import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench import CHROMIUM
from bench.search_cases import KINDS as CASE_KINDS
from bench.search_cases import Case, generated, judge
from bench.search_engines import add_from_npm, ask, evaluate, prepare
from bench.search_questions import (
    OFF_SUBJECT,
    Answer,
    Query,
    figures,
    middle_and_high,
    read_queries,
    read_unseen,
)
from bench.served import served
from macros.loading.load import load
from macros.search.analysis import stems
from macros.search.documents import Document
from macros.search.lexicon import lexicon_file

ROOT = Path(__file__).resolve().parent.parent
KINDS = ("exact", "inflection", "compound", "synonym", "typo", "question")
OWN = {"index": "This site's search", "theme": "The theme's search"}
BUILD_FIRST = "Build the site first: make site"


def print_kinds(queries: Sequence[Query], answers: Sequence[Answer], phrases: Sequence[frozenset[str]]) -> None:
    """Figures by kind of question, and for those that hold a hand-written word or phrase in full and those without."""
    rows = {kind: [at for at, query in enumerate(queries) if query.kind == kind] for kind in KINDS}
    rows["all"] = list(range(len(queries)))
    rows["covered"] = [at for at in rows["all"] if any(own <= frozenset(stems(queries[at].text)) for own in phrases)]
    rows["not covered"] = sorted(set(rows["all"]) - set(rows["covered"]))
    print(f"\nThis site's search\n{'kind':<12}{'n':>5}{'first %':>9}{'three %':>9}{'MRR':>8}{'empty %':>9}")
    for kind, chosen in rows.items():
        first, three, mean, empty = figures([queries[at] for at in chosen], [answers[at] for at in chosen])
        print(f"{kind:<12}{len(chosen):>5}{first:>9.0f}{three:>9.0f}{mean:>8.3f}{empty:>9.1f}")


def hand_written(documents: Sequence[Document]) -> list[frozenset[str]]:
    """The stems of each search word of a page or term, and of each everyday word of the lexicon."""
    own = [phrase for page in documents for phrase in page.search_words]
    everyday = [phrase for row in lexicon_file()["vardagsord"] for phrase in row["skriver"]]
    asked = [question for page in documents for question in page.questions]
    print(f"hand-written: {len(own)} search words of pages and terms, {len(everyday)} everyday words of the lexicon")
    print(f"everyday questions: {len(asked)}; pages without any: {', '.join(without_questions(documents))}")
    return [frozenset(stems(phrase)) for phrase in (*own, *everyday, *asked)]


def without_questions(documents: Sequence[Document]) -> list[str]:
    """The addresses of whole pages that no everyday question leads to, but for fields and comparisons."""
    left_out = {"falt", "jamforelse"}
    return [f"/{own.address}" for own in documents if not (own.questions or "#" in own.address or own.kind in left_out)]


def print_spare(page: Page, base: str, documents: Sequence[Document]) -> None:
    """The search words of pages that the engine finds first without any search words."""
    words = [(own.address, word) for own in documents if "#" not in own.address for word in own.search_words]
    asked = [[word, False] for _, word in words]
    found = evaluate(page, base, "([file, asked]) => generated(file, asked)", ["bare.js", asked])
    spare = [pair for pair, one in zip(words, found, strict=True) if one["addresses"][:1] == [pair[0]]]
    print(f"\nSearch words that are found without them: {len(spare)} of {len(words)}")
    for address, word in spare:
        print(f"  /{address}: {word}")


def print_generated(page: Page, base: str, file: str, cases: Sequence[Case]) -> None:
    """What becomes of the questions made from the data."""
    asked = [[case.text, case.wanted == "suggested"] for case in cases]
    bases = [[case.right[0], False] if case.wanted == "same" else ["", False] for case in cases]
    found = evaluate(page, base, "([file, asked]) => generated(file, asked)", [file, asked + bases])
    judged = [judge(case, found[at], found[at + len(cases)]) for at, case in enumerate(cases)]
    print(f"\nQuestions made from the data\n{'kind':<24}{'n':>6}{'right %':>9}{'wrong':>7}")
    for kind in CASE_KINDS:
        results = [result for case, result in zip(cases, judged, strict=True) if case.kind == kind]
        right = 100 * results.count("right") / (len(results) or 1)
        print(f"{kind:<24}{len(results):>6}{right:>9.1f}{results.count('wrong'):>7}")


def print_engines(browser: Browser, base: str, engines: Mapping[str, str], sets: Mapping[str, list[Query]]) -> None:
    """One line an engine: first, first three and empty in percent of each set, and milliseconds."""
    sizes = "".join(f"{f'{name} ({len(queries)})':>20}" for name, queries in sets.items())
    print(f"\nAll engines, the right page first / among the first three / no answer, percent\n{'':<22}{sizes}")
    times = []
    for engine, name in engines.items():
        queries = [query for part in sets.values() for query in part]
        setup, answers = ask(browser.new_page(), base, engine, [query.text for query in queries])
        cells, at = [], 0
        for part in sets.values():
            first, three, _, empty = figures(part, answers[at : at + len(part)])
            cells.append(f"{f'{first:.0f} / {three:.0f} / {empty:.0f}':>20}")
            at += len(part)
        print(f"{name:<22}{''.join(cells)}")
        times.append((name, setup, answers))
    print_times(
        [*times, ("This, ten times more", *ask(browser.new_page(), base, "index10", [q.text for q in queries]))]
    )


def print_times(times: Sequence[tuple[str, float, Sequence[Answer]]]) -> None:
    """Set-up, and median and 95th percentile over the queries, the first time and the least of some rounds."""
    print(f"\nMilliseconds{'':<10}{'set-up':>10}{'first time':>20}{'least of some':>20}")
    for name, setup, answers in times:
        spans = [middle_and_high([one.first for one in answers]), middle_and_high([one.least for one in answers])]
        cells = "".join(f"{f'{middle:.2f} – {high:.2f}':>20}" for middle, high in spans)
        print(f"{name:<22}{setup:>10.0f}{cells}")


def main() -> None:
    """Runs everything on `site/`, or on the built site in the folder given."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    bank = load(ROOT / "data").bank
    if bank is None or not site.is_dir():
        raise SystemExit(BUILD_FIRST)
    development = [query for query in read_queries() if query.kind != OFF_SUBJECT]
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        documents = prepare(folder, site, bank)
        engines = OWN | add_from_npm(folder, documents)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        with served(folder) as base:
            _, answers = ask(browser.new_page(), base, "index", [query.text for query in development])
            print_kinds(development, answers, hand_written(documents))
            print_generated(browser.new_page(), base, "index.js", generated(bank, documents))
            print_spare(browser.new_page(), base, documents)
            print_engines(browser, base, engines, {"development": development} | read_unseen())
        browser.close()


if __name__ == "__main__":
    main()
