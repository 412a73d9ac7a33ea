"""Milliseconds that the search of a built site takes for a query, in Chromium: the 95th percentile."""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

from bench.search import BENCH_PAGE, CHROMIUM, ask, read_queries, served


def slow_query(site: Path) -> float:
    """The 95th percentile over the development queries, each at its best of some rounds; nan without a browser."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "bench.html").write_text(BENCH_PAGE, "utf-8")
        shutil.copyfile(next((site / "assets" / "sok").glob("index-*.js")), folder / "index.js")
        try:
            with sync_playwright() as playwright, served(folder) as base:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
                times = sorted(answer.least for answer in ask(browser.new_page(), base, "index", read_queries())[1])
                browser.close()
        except Error:
            return float("nan")
    return times[int(len(times) * 0.95)]
