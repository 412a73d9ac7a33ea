"""Lists what is in a folder without following symbolic links."""

import os
from collections.abc import Iterator
from pathlib import Path


def entries(top: Path) -> Iterator[tuple[str, Path]]:
    """Every file and folder below `top`, sorted, with the path shown to contributors. Hidden ones are left out."""
    for folder, folders, files in os.walk(top):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(folder)
        shown = here.relative_to(top.parent).as_posix()
        for name in sorted((*folders, *files)):
            if not name.startswith("."):
                yield f"{shown}/{name}", here / name
