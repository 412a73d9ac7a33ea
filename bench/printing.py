"""Time, pages and size of every printed product: `python -m bench.printing [site]`.

Reads a built site (default `site/`), makes every product without the cache, and prints; asserts nothing.
"""

import sys
import time
from collections import defaultdict
from pathlib import Path

from macros.loading.once import read_once
from macros.places import data_folder
from macros.printing.content import printed_content
from macros.printing.jobs import planned_jobs
from macros.printing.step import documents
from macros.printing.typesetting import Made, make
from macros.site.pages import BuiltSite


def main() -> None:
    """Guides one by one, the small products as sums by kind."""
    site = Path(sys.argv[1] if len(sys.argv) > 1 else "site")
    start = time.perf_counter()
    bank = read_once(data_folder())()
    content = printed_content(BuiltSite(site), bank)
    jobs = [each.make() for each in planned_jobs(content, bank)]
    print(f"{'reading and converting':<44}{time.perf_counter() - start:7.2f} s")
    sums: dict[str, list[tuple[float, Made]]] = defaultdict(list)
    for job in jobs:
        start = time.perf_counter()
        made = make(job)
        kind = made.name if made.name.startswith("vagledning") else f"{made.name.partition('-')[0]}-…"
        sums[kind].append((time.perf_counter() - start, made))
    for kind, rows in sums.items():
        seconds = sum(row[0] for row in rows)
        pages = sum(row[1].pages for row in rows)
        kilobytes = sum(len(row[1].content) for row in rows) / 1000
        print(f"{kind:<34}{len(rows):>4} st{seconds:9.2f} s{pages:6} pages{kilobytes:9.0f} kB")
    start = time.perf_counter()
    files = documents(content)
    print(f"{'Word':<34}{len(files):>4} st{time.perf_counter() - start:9.2f} s", end="")
    print(f"{'–':>6} pages{sum(map(len, files.values())) / 1000:9.0f} kB")


if __name__ == "__main__":
    main()
