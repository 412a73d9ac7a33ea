"""What stands before every build: no errors in data or guidance."""

from pathlib import Path

from macros.checks import check_material, gather
from macros.current import use
from macros.report import as_text


def errors_as_text(root: Path, data: Path) -> str:
    """Every error in the records and the guidance, ready to print; empty when there is none.

    The records that passed are those of this run, so that a build reads them once.
    """
    material = gather(root, data)
    errors = [problem for problem in check_material(material) if problem.level == "fel"]
    use(None if errors else material.loaded.bank)
    return as_text(errors, material.sources) if errors else ""
