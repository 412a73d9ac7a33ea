"""Nothing in `data/` or `docs/` is a symbolic link: a link could show files from the build machine."""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.checks.walk import entries
from macros.problems.problem import Problem

RULE = "symbolisk-lank"


def check(material: Material) -> Iterable[Problem]:
    """Every symbolic link, to a file or a folder. Record files report their own."""
    own = {file.shown for file in material.loaded.files.values()}
    read = {problem.path for problem in material.problems}
    for top in (material.data, material.root / "docs"):
        for shown, path in entries(top):
            if path.is_symlink() and shown not in own | read:
                hint = "Lägg in en vanlig fil eller mapp i stället."
                yield Problem(shown, 1, 1, "Filen är en symbolisk länk.", hint, rule=RULE)
