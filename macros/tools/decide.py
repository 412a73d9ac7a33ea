"""The decision guide as pure functions: what is asked, what answers lead to, and what would change that."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.model.vagval import Answers, Fraga, Regel, Uteslutning, Utfall, Vagval

UNKNOWN_ANSWER = "vet-inte"
# How many of the unknown answers are named as those that matter most.
MOST_WANTED = 3


@dataclass(frozen=True)
class Change:
    """Another answer to one question, and the outcome that it would lead to."""

    question: str
    answer: str
    outcome: str


@dataclass(frozen=True)
class Decision:
    """What some answers lead to: the rule that decided, the outcome, forms ruled out, and what would change it.

    `wanted` are the questions answered with *vet inte* that matter, in the order in which they are asked.
    """

    rule: Regel
    outcome: Utfall
    excluded: tuple[Uteslutning, ...]
    changes: tuple[Change, ...]
    wanted: tuple[str, ...]


def holds(condition: Mapping[str, tuple[str, ...]], answers: Answers) -> bool:
    """Whether every question of a condition has one of the answers that it names."""
    return all(answers.get(question) in allowed for question, allowed in condition.items())


def is_asked(question: Fraga, answers: Answers) -> bool:
    """Whether a question is asked, given the answers to earlier ones."""
    return not question.visas_om or any(holds(condition, answers) for condition in question.visas_om)


def kept(guide: Vagval, answers: Answers) -> dict[str, str]:
    """The answers that count, in the order of the questions: those to questions that are asked, and that exist."""
    found: dict[str, str] = {}
    for question in guide.fragor:
        answer = answers.get(question.id, "")
        if is_asked(question, found) and answer in {choice.id for choice in question.svar}:
            found[question.id] = answer
    return found


def next_question(guide: Vagval, answers: Answers) -> Fraga | None:
    """The first question that is asked and has no answer; None when all have."""
    known = kept(guide, answers)
    return next((each for each in guide.fragor if is_asked(each, known) and each.id not in known), None)


def rule_for(guide: Vagval, answers: Answers) -> Regel:
    """The first rule that holds. Raises LookupError when none does."""
    for rule in guide.regler:
        if holds(rule.om, answers):
            return rule
    message = f"Ingen regel gäller för {dict(answers)}."
    raise LookupError(message)


def decide(guide: Vagval, answers: Answers) -> Decision:
    """What a complete set of answers leads to. Raises LookupError when no rule holds."""
    known = kept(guide, answers)
    rule = rule_for(guide, known)
    outcome = guide.outcome(rule.utfall)
    excluded: dict[str, Uteslutning] = {}
    for each in guide.uteslutningar:
        if each.form not in outcome.former and holds(each.om, known):
            excluded.setdefault(each.form, each)
    changes = tuple(_changes(guide, known, outcome.id))
    decisive = {change.question for change in changes}
    wanted = [name for name, answer in known.items() if answer == UNKNOWN_ANSWER]
    wanted.sort(key=lambda name: name not in decisive)
    return Decision(rule, outcome, tuple(excluded.values()), changes, tuple(wanted[:MOST_WANTED]))


def _changes(guide: Vagval, known: Answers, outcome: str) -> Iterator[Change]:
    """For each question another answer alone that leads elsewhere; answers that open new questions are left out."""
    for question in guide.fragor:
        for choice in question.svar:
            if question.id not in known or choice.id in {known[question.id], UNKNOWN_ANSWER}:
                continue
            other = kept(guide, {**known, question.id: choice.id})
            if next_question(guide, other) is None:
                found = rule_for(guide, other).utfall
                if found != outcome:
                    yield Change(question.id, choice.id, found)


def all_answers(guide: Vagval) -> Iterator[dict[str, str]]:
    """Every complete set of answers that a reader can give."""
    waiting: list[dict[str, str]] = [{}]
    while waiting:
        answers = waiting.pop()
        question = next_question(guide, answers)
        if question is None:
            yield answers
        else:
            waiting.extend({**answers, question.id: choice.id} for choice in reversed(question.svar))
