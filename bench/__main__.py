"""Times and memory of check and build at several sizes: `make bench`, or `python -m bench 1 3` for some of them.

Prints a table; asserts nothing. Each size is a project of its own with an empty cache. CPU seconds count every
process; memory is the most that all of them held at once. The larger sizes are built without their prints, which take
longer than everything else (`bench.peers` tells how much).
"""

import gzip
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.corpus import ROOT, make
from bench.peers import MOST_PRINTED
from bench.query import slow_query
from bench.seen import save_to_seen
from bench.watch import Cost, run

SIZES = (1, 3, 10, 40)
_PROGRAM = [sys.executable, "-m", "macros.cli"]
_BARE = [sys.executable, "-m", "bench.bare"]
_EDITED = "docs/arbetssatt/marknadsdialog.md"
_HEAD = (
    "size",
    "records",
    "pages",
    "check",
    "first",
    "wall",
    "MB",
    "edit",
    "none",
    "seen",
    "out MB",
    "page kB",
    "sok kB",
    "query",
    "prints",
)


def main(chosen: Sequence[str]) -> None:
    """Prints one row a size."""
    print("CPU seconds unless told; `seen` is seconds from save to page, `sok` what a search downloads first (packed),")
    print("`query` milliseconds, the 95th percentile.")
    print("".join(f"{name:>9}" for name in _HEAD))
    for times in map(int, chosen or map(str, SIZES)):
        with tempfile.TemporaryDirectory() as folder:
            print("".join(f"{value:>9}" for value in row(Path(folder), times)), flush=True)


def row(folder: Path, times: int) -> Sequence[str]:
    """The figures of one size."""
    root = make(folder / "projekt", times)
    site = root / "site"
    settings = {**os.environ, "PYTHONPATH": str(ROOT), "NO_MKDOCS_2_WARNING": "1"}
    left_out = [] if times <= MOST_PRINTED else ["tryck"]
    build = [*_BARE, "build", str(site), *left_out] if left_out else [*_PROGRAM, "bygg", "--till", str(site)]
    check = run([*_PROGRAM, "kontrollera"], root)
    first = run(build, root, settings)
    edited = root / _EDITED
    edited.write_text(edited.read_text("utf-8").replace("\n## ", "\nEn mening till.\n\n## ", 1), "utf-8")
    edit, none = run(build, root, settings), run(build, root, settings)
    seen = save_to_seen(root, edited, [*_BARE, "serve"], left_out)
    files = [path for path in site.rglob("*") if path.is_file()]
    pages = [path.stat().st_size for path in files if path.suffix == ".html"]
    sent = [path for path in files if path.parent.name == "sok" and path.name.startswith("index-")]
    index = sum(len(gzip.compress(path.read_bytes(), mtime=0)) for path in sent)
    return (
        f"{times} x",
        str(sum(1 for _ in (root / "data").rglob("*.yml"))),
        str(len(pages)),
        *(_seconds(cost) for cost in (check, first)),
        f"{first.wall:.0f} s",
        f"{first.megabytes:.0f}",
        *(_seconds(cost) for cost in (edit, none)),
        f"{seen:.2f}",
        f"{sum(path.stat().st_size for path in files) / 1e6:.0f}",
        f"{max(pages, default=0) / 1e3:.0f}",
        f"{index / 1e3:.0f}",
        f"{slow_query(site):.1f}",
        "no" if left_out else "yes",
    )


def _seconds(cost: Cost) -> str:
    return f"{cost.cpu:.1f}" if not cost.code else f"fel {cost.code}"


if __name__ == "__main__":
    main(sys.argv[1:])
