"""Text in Markdown keeps its lines: it stands after `|`, since YAML glues the lines together after `>` or in quotes."""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.guidance.passages import generic, is_markdown
from macros.loading.validate import field_reference
from macros.problems.problem import Problem

RULE = "radbrytning"


def check(material: Material) -> Iterable[Problem]:
    """Markdown on several lines that YAML would make one line of."""
    for file in material.loaded.files.values():
        for path in sorted(file.parsed.folded, key=str):
            if is_markdown(file.kind.model, generic(path)):
                line, column = file.parsed.values[path]
                message = "Raderna skrivs ihop till ett enda stycke, så att listor försvinner."
                hint = "Skriv ”|” efter kolonet och texten på raderna under, indragen med två blanksteg."
                reference = field_reference(file.kind.name, path)
                yield Problem(file.shown, line, column, message, hint, rule=RULE, reference=reference)
