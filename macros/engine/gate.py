"""What stands before every build: no errors in data or guidance."""

from pathlib import Path

from macros.checks import errors_of, gather
from macros.kept import FOLDER, Kept
from macros.loading.current import use
from macros.problems.report import as_text


def errors_as_text(root: Path, data: Path) -> str:
    """Every error in the records and the guidance, ready to print; empty when there is none.

    The records that passed are those of this run, so that a build reads them once.
    """
    material = gather(root, data)
    errors = errors_of(material, Kept("fel", root / FOLDER))
    use(None if errors else material.loaded.bank)
    return as_text(errors, material.sources) if errors else ""
