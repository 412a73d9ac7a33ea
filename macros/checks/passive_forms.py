"""Warns of paragraphs where so much is passive that nobody is seen to do anything."""

from collections.abc import Iterable

from macros.checks.material import Material
from macros.language.passive import passives
from macros.problems.problem import Problem

RULE = "passiv-form"
# A passive form now and then is good Swedish. This many in one paragraph are not.
LIMIT = 4


def check(material: Material) -> Iterable[Problem]:
    """One warning for each paragraph with many passive forms, where it begins."""
    for prose in material.prose:
        for block in prose.blocks:
            found = passives("\n".join(piece.text for piece in block.pieces)) if block.kind == "text" else []
            if len(found) >= LIMIT:
                forms = ", ".join(f"”{form}”" for form in dict.fromkeys(found))
                message = f"Stycket har {len(found)} passiva former: {forms}."
                piece = block.pieces[0]
                offset = len(piece.text) - len(piece.text.lstrip())
                yield prose.warning(piece.line, offset, message, "Skriv vem som gör vad.", RULE)
