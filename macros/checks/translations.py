"""A page in `docs/en/` says which Swedish page it translates, and a changed Swedish page tells what is behind."""

from collections.abc import Iterable, Iterator

from macros.checks.material import Material
from macros.guidance.guides import Guide
from macros.model.plain import PlainMap
from macros.problems.problem import Problem
from macros.translation.addresses import FOLDER
from macros.translation.guidance import TRANSLATES, Age, age

RULE = "oversattning"
COMMAND = "kunskapsbank oversattningar --markera"


def check(material: Material) -> Iterable[Problem]:
    """Translations whose Swedish page is gone, has changed or is not marked."""
    for guide, swedish, found in ages(material):
        yield from _problems(guide, swedish, found)


def ages(material: Material) -> Iterator[tuple[Guide, Guide | None, Age]]:
    """Every translated page with the Swedish one and how it stands to it."""
    by_source = {guide.src: guide for guide in material.guides}
    for guide in material.guides:
        source = _head(guide).get(TRANSLATES) if guide.src.startswith(FOLDER) else None
        if source:
            swedish = by_source.get(str(source))
            pair = (_head(swedish), body_of(swedish)) if swedish else None
            yield guide, swedish, age(_head(guide), body_of(guide), pair)


def body_of(guide: Guide) -> str:
    """The text of a page after its front matter."""
    return "\n".join(guide.lines[guide.first_body_line - 1 :])


def _head(guide: Guide) -> PlainMap:
    return guide.parsed.fields


def _problems(guide: Guide, swedish: Guide | None, found: Age) -> Iterator[Problem]:
    line, column = guide.parsed.values.get((TRANSLATES,), (1, 1))
    again = f"Översätt ändringen och kör {COMMAND} {guide.shown}. Sidan säger till dess vilka delar som är äldre."
    if swedish is None:
        message = f"Sidan översätter docs/{_head(guide)[TRANSLATES]}, som inte finns."
        hint = "Skriv sökvägen till den svenska sidan, räknad från docs/, eller ta bort den engelska sidan."
        yield Problem(guide.shown, line, column, message, hint, rule=RULE)
        return
    if found.state == "utan-marke":
        message = "Översättningen saknar märken för de svenska avsnitten."
        yield Problem(guide.shown, line, column, message, f"Kör {COMMAND} {guide.shown}.", "varning", RULE)
    elif found.state == "andra-delar":
        message = f"Sidan har inte samma avsnitt som sin översättning {guide.shown}."
        yield Problem(swedish.shown, swedish.first_body_line, 1, message, again, "varning", RULE)
    for part, _ in found.older if found.state == "aldre" else ():
        name = f"”{part.heading}”" if part.heading else "före första rubriken"
        message = f"Avsnittet {name} har ändrats sedan det översattes till engelska ({found.translated})."
        yield Problem(swedish.shown, swedish.first_body_line + part.line, 1, message, again, "varning", RULE)
