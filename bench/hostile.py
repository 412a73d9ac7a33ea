"""Seconds that the check takes for one hostile file of 100 kB, beside a small site: the slowest shapes first.

Part of `make bench`. The limit to keep to is one second a file.
"""

import tempfile
import time
from pathlib import Path

from tests.cases import check, small_site
from tests.security.shapes import PAGES, RECORDS

SHOWN = 6


def main() -> None:
    """Prints the slowest shapes."""
    with tempfile.TemporaryDirectory() as name:
        site = small_site(Path(name) / "site")
        check(site)
        start = time.process_time()
        check(site)
        usual = time.process_time() - start
        times = []
        for folder, shapes in (("docs/om/fall.md", PAGES), ("data/grupper/fall.yml", RECORDS)):
            for shape, text in shapes.items():
                (site / folder).write_text(text, "utf-8", newline="")
                start = time.process_time()
                check(site)
                times.append((time.process_time() - start - usual, folder.split("/")[0], shape))
            (site / folder).unlink()
    print(f"\n{len(times)} hostile files of 100 kB, CPU seconds above {usual:.2f} for the site itself; the slowest:")
    for seconds, folder, shape in sorted(times, reverse=True)[:SHOWN]:
        print(f"{seconds:7.2f} s  {folder}: {shape}")


if __name__ == "__main__":
    main()
