"""A term is explained once: no name, inflected form or synonym belongs to two entries."""

from collections.abc import Iterable, Iterator

from macros.checks.material import Material
from macros.loading.validate import SourceFile, Steps, field_reference
from macros.problems.problem import Problem

RULE = "begrepp-dubbelt"
SHORTEST = 2


def check(material: Material) -> Iterable[Problem]:
    """Words that an earlier entry, in order of file names, already has."""
    owner: dict[str, str] = {}
    for file in sorted(material.files("begrepp"), key=lambda file: file.identifier):
        for path, word in _words(file):
            if len(word.strip()) < SHORTEST:
                line, column = file.parsed.values.get(path, (1, 1))
                message = f"Ordet ”{word}” är så kort att det blir en länk på nästan varje sida."
                hint = f"Skriv ett ord på minst {SHORTEST} tecken."
                yield Problem(file.shown, line, column, message, hint, rule=RULE)
            first = owner.setdefault(word.casefold(), file.identifier)
            if first != file.identifier:
                line, column = file.parsed.values.get(path, (1, 1))
                yield Problem(
                    file.shown,
                    line,
                    column,
                    f"Ordet ”{word}” förklaras redan i begreppet ”{first}”.",
                    "Ta bort ordet här eller i det andra begreppet, så att varje ord förklaras en gång.",
                    rule=RULE,
                    reference=field_reference("begrepp", path),
                )


def _words(file: SourceFile) -> Iterator[tuple[Steps, str]]:
    data = file.parsed.fields
    for key in ("namn", "forkortning"):
        word = data.get(key)
        if isinstance(word, str):
            yield (key,), word
    for key in ("bojningar", "synonymer"):
        values = data.get(key)
        for index, word in enumerate(values if isinstance(values, tuple) else ()):
            if isinstance(word, str):
                yield (key, index), word
