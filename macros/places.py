"""Where the project and its records are found."""

import os
from collections.abc import Mapping
from pathlib import Path

DATA_VARIABLE = "KUNSKAPSBANK_DATA"
# The file that marks the top folder of the project.
MARK = "mkdocs.yml"


def project_root(start: Path) -> Path:
    """The nearest folder from `start` upwards that holds the project; else where this package lies."""
    for folder in (start, *start.parents):
        if (folder / MARK).is_file() and (folder / "docs").is_dir():
            return folder
    return package_folder().parent


def package_folder() -> Path:
    """Where this package lies."""
    return Path(__file__).resolve().parent


def data_folder(root: Path = Path(), environment: Mapping[str, str] = os.environ) -> Path:
    """The folder of records: `KUNSKAPSBANK_DATA` if it is set, else `data/` of the project (the current directory)."""
    chosen = environment.get(DATA_VARIABLE)
    return Path(chosen).resolve() if chosen else root / "data"
