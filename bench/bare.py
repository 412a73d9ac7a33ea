"""The site without what only it does, for a fair comparison: `python -m bench.bare build FOLDER [tryck] [kopia] …`.

Builds the project of the current folder, or serves it (`serve HOST`), without prints (`tryck`), without the packed copy
(`kopia`), or without its checks (`kontroll`). The links to what is not made are not looked at.
"""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from mkdocs.__main__ import cli

from macros.engine import after_build, hook
from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import load

# What can be left out, and the steps that go with it. A site without its prints has links to nowhere.
WITHOUT = {
    "tryck": ("begin_prints", "read_pages", "check_links"),
    "kopia": ("write_offline_copy", "label_archive", "read_pages", "check_links"),
    "kontroll": ("read_pages", "check_links"),
}


def _nothing(*_: object, **__: object) -> Callable[[], None]:
    """In place of a step; prints begin with it, and end with what it gives."""
    return lambda: None


def _only_load(_root: Path, data: Path) -> tuple[Kunskapsbank | None, str]:
    """In place of the gate: the records are read and no rule is run."""
    return load(data).bank, ""


def main(command: str, target: str, left_out: Sequence[str]) -> None:
    """Builds into a folder, or serves at a host and port."""
    vars(after_build).update((step, _nothing) for name in left_out for step in WITHOUT[name])
    if "kontroll" in left_out:
        vars(hook)["passed"] = _only_load
    cli([command, "--quiet", "--site-dir" if command == "build" else "--dev-addr", target])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
