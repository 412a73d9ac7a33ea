"""The site without what only it does, for a fair comparison: `python -m bench.bare build FOLDER [tryck] [kopia] …`.

Builds the project of the current folder, or serves it (`serve HOST`), without prints (`tryck`), without the packed copy
(`kopia`), or without its checks (`kontroll`). The links to what is not made are not looked at.
"""

import inspect
import sys
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from mkdocs.__main__ import cli

from macros.engine import after_build, hook
from macros.engine.after_build import Step
from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import load
from macros.printing.file_links import label_archive
from macros.printing.step import write_prints
from macros.site.html_check import check_links
from macros.site.offline import write_offline_copy

# What can be left out, and the steps that go with it. A site without its prints has links to nowhere.
WITHOUT: dict[str, tuple[Callable[..., object], ...]] = {
    "tryck": (write_prints, check_links),
    "kopia": (write_offline_copy, label_archive, check_links),
    "kontroll": (check_links,),
}


def steps_without(left_out: Collection[str]) -> tuple[Step, ...]:
    """The steps after a build, but those that are left out."""
    gone = [step for name in left_out for step in WITHOUT[name]]
    return tuple(step for step in after_build.STEPS if _made_of(step) not in gone)


def _made_of(step: Step) -> Callable[..., object]:
    """The function that a step calls."""
    made: Callable[..., object] = inspect.getclosurevars(step).nonlocals.get("step", step)
    return made


def _only_load(_root: Path, data: Path) -> tuple[Kunskapsbank | None, str]:
    """In place of the gate: the records are read and no rule is run."""
    return load(data).bank, ""


def main(command: str, target: str, left_out: Sequence[str]) -> None:
    """Builds into a folder, or serves at a host and port."""
    vars(after_build)["STEPS"] = steps_without(left_out)
    if "kontroll" in left_out:
        vars(hook)["passed"] = _only_load
    cli([command, "--quiet", "--site-dir" if command == "build" else "--dev-addr", target])


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
