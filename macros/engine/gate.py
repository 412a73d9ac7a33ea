"""What stands before every build: no errors in data or guidance."""

from pathlib import Path

from macros.checks import errors_of, gather
from macros.kept import FOLDER, Kept
from macros.kunskapsbank import Kunskapsbank
from macros.problems.report import as_text


def passed(root: Path, data: Path) -> tuple[Kunskapsbank | None, str]:
    """The records of a project that has no errors, or None and every error in records and guidance, ready to print."""
    material = gather(root, data)
    errors = errors_of(material, Kept("fel", root / FOLDER))
    return (None, as_text(errors, material.sources)) if errors else (material.loaded.bank, "")
