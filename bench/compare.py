"""Weight of the comparison's script and data, and time from click to table with 12 and with 500 records.

Norms are cloned until there are as many as wanted, and the whole site is built from them. Times are
the median of several clicks in Chromium on this machine. Prints; asserts nothing.
"""

import functools
import gzip
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from bench import CHROMIUM
from bench.served import served

SIZES = (12, 500)
CLICKS = 7
CHOSEN = 6
TABLE = ".jamfor-ut table"
FILES = ("assets/js/jamfor*.js", "assets/css/jamfor*.css", "assets/jamfor/grund.*.js", "assets/jamfor/norm.*.js")


def grow(data: Path, wanted: int) -> None:
    """Adds clones of the norms in a copy of the data until there are `wanted`."""
    originals = sorted((data / "normer").glob("*.yml"))
    for number in range(len(originals), wanted):
        original = originals[number % len(originals)]
        lines = original.read_text("utf-8").splitlines()
        named = [f"{line} {number}" if line.startswith("namn: ") else line for line in lines]
        (data / "normer" / f"{original.stem}-{number}.yml").write_text("\n".join(named) + "\n", "utf-8")


def build(folder: Path, wanted: int) -> Path:
    """A whole site with `wanted` norms."""
    data, site = folder / "data", folder / "site"
    shutil.copytree("data", data)
    grow(data, wanted)
    subprocess.run(
        [sys.executable, "-m", "macros.cli", "bygg", "--till", str(site)],
        check=True,
        stdout=subprocess.DEVNULL,
        env={**os.environ, "KUNSKAPSBANK_DATA": str(data)},
    )
    return site


def median_ms(run: Callable[[], float]) -> float:
    """The median of several runs, in milliseconds."""
    return statistics.median(run() for _ in range(CLICKS)) * 1000


def clicked(page: Page, selector: str, ready: str) -> float:
    """Seconds from a click until `ready` is in the page and drawn."""
    start = time.perf_counter()
    page.click(selector)
    page.wait_for_selector(ready)
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    return time.perf_counter() - start


def choose(page: Page) -> None:
    """The first six: ticked in the list, or where they are many found by typing."""
    page.locator("input[data-valj], .jamfor-sok [role=combobox]").first.wait_for()
    field = page.locator(".jamfor-sok [role=combobox]")
    for number in range(CHOSEN):
        if field.count():
            field.press("ArrowDown")
            field.press("Enter")
        else:
            page.locator("input[data-valj]").nth(number).check()


def from_list(page: Page, server: str) -> float:
    """Six chosen on the index page, then Jämför: a new page with the table."""
    page.goto(f"{server}/normer/")
    choose(page)
    return clicked(page, "[data-jamfor-knapp]", TABLE)


def in_place(page: Page, server: str) -> float:
    """Six chosen in the chooser, then Jämför: the table in the same page."""
    page.goto(f"{server}/jamfor/?slag=norm")
    choose(page)
    return clicked(page, "[data-jamfor-knapp]", TABLE)


def whole_table(page: Page, server: str) -> float:
    """The switch that turns rows and columns, with every record shown."""
    page.goto(f"{server}/jamfor/normer/")
    page.click("[data-jamfor-verktyg] > summary")
    page.wait_for_selector(TABLE)
    turned = page.locator(TABLE).get_attribute("class") or ""
    ready = f"{TABLE}:not(.poster-ned)" if "poster-ned" in turned else f"{TABLE}.poster-ned"
    return clicked(page, "input[name=vand]", ready)


def weigh(site: Path, pattern: str) -> None:
    """Prints the size of the one file that a pattern names, as it is and as gzip."""
    (path,) = site.glob(pattern)
    content = path.read_bytes()
    print(f"  {path.name:<24}{len(content):>9} B{len(gzip.compress(content, 9, mtime=0)):>9} B gzip")


def main() -> None:
    """Builds and measures each size."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        for size in SIZES:
            with tempfile.TemporaryDirectory() as folder:
                site = build(Path(folder), size)
                with served(site) as server:
                    print(f"{size} records")
                    for pattern in FILES:
                        weigh(site, pattern)
                    page = browser.new_page()
                    for measured in (from_list, in_place, whole_table):
                        took = median_ms(functools.partial(measured, page, server))
                        print(f"  {measured.__name__:<24}{took:9.0f} ms")
                    page.close()
        browser.close()


if __name__ == "__main__":
    main()
