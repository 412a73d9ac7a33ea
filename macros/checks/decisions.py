"""A decision guide holds together: every combination of answers has an outcome, and nothing in it is without use.

Names are checked first; only a guide whose names all exist is tried with every combination of answers.
"""

from collections.abc import Iterable, Iterator, Mapping

from macros.checks.material import Material
from macros.loading.validate import SourceFile, Steps, field_reference
from macros.model import Vagval
from macros.model.names import nearest
from macros.problems.problem import Problem
from macros.tools.decide import all_answers, holds, rule_for

RULE = "vagval"


def check(material: Material) -> Iterable[Problem]:
    """Unknown names, combinations without outcome, rules and outcomes that are never used, contradictions."""
    for file in material.files("vagval"):
        guide = material.loaded.records["vagval"].get(file.identifier)
        if isinstance(guide, Vagval):
            unknown = [*_repeated(file, guide), *_unknown_names(file, guide)]
            yield from unknown or _tried(file, guide)


def _problem(file: SourceFile, path: Steps, message: str, hint: str) -> Problem:
    line, column = file.parsed.values.get(path, (1, 1))
    return Problem(file.shown, line, column, message, hint, rule=RULE, reference=field_reference("vagval", path[:1]))


def _repeated(file: SourceFile, guide: Vagval) -> Iterator[Problem]:
    for field in ("fragor", "regler", "utfall"):
        seen: set[str] = set()
        for place, each in enumerate(getattr(guide, field)):
            if each.id in seen:
                path = (field, place, "id")
                yield _problem(file, path, f"Namnet ”{each.id}” finns redan.", "Ge varje del ett eget namn.")
            seen.add(each.id)


def _unknown_names(file: SourceFile, guide: Vagval) -> Iterator[Problem]:
    outcomes = tuple(outcome.id for outcome in guide.utfall)
    for place, question in enumerate(guide.fragor):
        for number, condition in enumerate(question.visas_om):
            yield from _condition(file, guide, ("fragor", place, "visas_om", number), condition, before=place)
    for place, rule in enumerate(guide.regler):
        yield from _condition(file, guide, ("regler", place, "om"), rule.om)
        if rule.utfall not in outcomes:
            yield _problem(
                file,
                ("regler", place, "utfall"),
                f"Utfallet ”{rule.utfall}” finns inte.",
                _advice(rule.utfall, outcomes),
            )
    for place, exclusion in enumerate(guide.uteslutningar):
        yield from _condition(file, guide, ("uteslutningar", place, "om"), exclusion.om)


def _condition(
    file: SourceFile, guide: Vagval, path: Steps, condition: Mapping[str, tuple[str, ...]], before: int | None = None
) -> Iterator[Problem]:
    """Questions and answers that a condition names and that do not exist, or are not asked `before` the question."""
    questions = {question.id: question for question in guide.fragor[:before]}
    for name, answers in condition.items():
        if name not in questions:
            message = f"Frågan ”{name}” finns inte" + (" bland de tidigare frågorna." if before is not None else ".")
            yield _problem(file, (*path, name), message, _advice(name, tuple(questions)))
            continue
        allowed = tuple(choice.id for choice in questions[name].svar)
        for number, answer in enumerate(answers):
            if answer not in allowed:
                message = f"Frågan ”{name}” har inget svar som heter ”{answer}”."
                yield _problem(file, (*path, name, number), message, _advice(answer, allowed))


def _advice(word: str, allowed: tuple[str, ...]) -> str:
    match = nearest(word, allowed)
    return f"Menade du ”{match}”?" if match else f"Tillåtna namn: {', '.join(allowed) or 'inga'}."


def _tried(file: SourceFile, guide: Vagval) -> Iterator[Problem]:
    """What every combination of answers shows."""
    fired: set[str] = set()
    contradicted: dict[tuple[int, str], str] = {}
    for answers in all_answers(guide):
        try:
            rule = rule_for(guide, answers)
        except LookupError:
            told = ", ".join(f"{name}: {answer}" for name, answer in answers.items())
            hint = "Lägg till en regel, eller en sista regel med ”om: {}” som alltid gäller."
            yield _problem(file, ("regler",), f"Ingen regel gäller när svaren är {told}.", hint)
            return
        fired.add(rule.id)
        outcome = guide.outcome(rule.utfall)
        for place, exclusion in enumerate(guide.uteslutningar):
            if exclusion.form in (*outcome.former, *outcome.andra) and holds(exclusion.om, answers):
                contradicted.setdefault((place, exclusion.form), rule.id)
    yield from _unused(file, guide, fired)
    for (place, form), name in contradicted.items():
        message = f"Regeln ”{name}” rekommenderar ”{form}”, som utesluts här."
        yield _problem(file, ("uteslutningar", place, "om"), message, "Ändra villkoret eller regelns utfall.")


def _unused(file: SourceFile, guide: Vagval, fired: set[str]) -> Iterator[Problem]:
    for place, rule in enumerate(guide.regler):
        if rule.id not in fired:
            hint = "Flytta den före reglerna som hinner före, ändra villkoret eller ta bort den."
            message = f"Regeln ”{rule.id}” avgör aldrig något."
            yield _problem(file, ("regler", place, "id"), message, hint)
    reached = {rule.utfall for rule in guide.regler if rule.id in fired}
    for place, outcome in enumerate(guide.utfall):
        if outcome.id not in reached:
            hint = "Lägg till en regel som leder hit eller ta bort utfallet."
            yield _problem(file, ("utfall", place, "id"), f"Utfallet ”{outcome.id}” nås aldrig.", hint)
