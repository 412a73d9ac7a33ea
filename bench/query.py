"""Milliseconds that the search of a built site takes for a query, in Chromium: the 95th percentile."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from bench import CHROMIUM
from bench.search_engines import BENCH_PAGE, ask
from bench.search_questions import read_queries
from bench.served import served


def slow_query(site: Path) -> float:
    """The 95th percentile over the development queries, each at its best of some rounds; nan without a browser."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bench.html").write_text(BENCH_PAGE, "utf-8")
        shutil.copyfile(next((site / "assets" / "sok").glob("index-*.js")), folder / "index.js")
        texts = [query.text for query in read_queries()]
        try:
            with sync_playwright() as playwright, served(folder) as base:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
                times = sorted(answer.least for answer in ask(browser.new_page(), base, "index", texts)[1])
                browser.close()
        except Error:
            return float("nan")
    return times[int(len(times) * 0.95)]
