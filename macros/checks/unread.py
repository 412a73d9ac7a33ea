"""Every file in `data/` and `docs/` is read, or told: what is put in the wrong place is not lost in silence."""

import os
from collections.abc import Iterable
from pathlib import Path

from macros.checks.material import Material
from macros.problems.problem import Problem

RULE = "olast"
# What tools leave behind or need, beside the schemas for editors.
_EXPECTED = frozenset({".schema", ".gitkeep", ".gitattributes", ".editorconfig", ".DS_Store"})


def check(material: Material) -> Iterable[Problem]:
    """Hidden files and folders. Files of the wrong kind are told by the rules that read their folders."""
    for top in (material.data, material.root / "docs"):
        for folder, folders, files in os.walk(top):
            for name in sorted((*folders, *files)):
                if name.startswith(".") and name not in _EXPECTED:
                    shown = f"{top.name}/{(Path(folder) / name).relative_to(top).as_posix()}"
                    hint = "Ta bort punkten först i namnet, eller ta bort filen."
                    message = "Det som ligger här läses inte: namnet börjar med en punkt."
                    yield Problem(shown, 1, 1, message, hint, rule=RULE)
            folders[:] = [name for name in folders if not name.startswith(".")]
