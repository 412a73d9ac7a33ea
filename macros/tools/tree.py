"""The decision guide as a drawn tree: questions that do not matter are left out, equal branches are drawn once."""

from dataclasses import dataclass, field

from macros.model.vagval import Answers, Vagval
from macros.tools.decide import kept, next_question, rule_for


@dataclass(frozen=True)
class Node:
    """A question with its branches, or an outcome (no branches). `key` is equal for equal nodes."""

    key: str
    name: str
    branches: tuple[tuple[tuple[str, ...], "Node"], ...] = ()


@dataclass(frozen=True)
class Row:
    """A row of the drawing: how deep it stands, the answers that lead to it, and what it says.

    `kind` is ”fraga”, ”utfall” or ”hanvisning” (a question drawn on an earlier row, told by `number`).
    """

    depth: int
    answers: tuple[str, ...]
    kind: str
    name: str
    number: int = 0


@dataclass
class _Drawing:
    guide: Vagval
    rows: list[Row] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)

    def add(self, node: Node, depth: int, answers: tuple[str, ...]) -> None:
        if not node.branches:
            self.rows.append(Row(depth, answers, "utfall", node.name))
        elif node.key in self.numbers:
            self.rows.append(Row(depth, answers, "hanvisning", node.name, self.numbers[node.key]))
        else:
            self.numbers[node.key] = len(self.numbers) + 1
            self.rows.append(Row(depth, answers, "fraga", node.name, self.numbers[node.key]))
            for leading, branch in node.branches:
                self.add(branch, depth + 1, leading)


def tree(guide: Vagval, answers: Answers | None = None) -> Node:
    """The smallest tree that gives the same outcomes as the rules, asked in the order of the questions."""
    known = kept(guide, answers or {})
    question = next_question(guide, known)
    if question is None:
        outcome = rule_for(guide, known).utfall
        return Node(outcome, outcome)
    found: dict[str, Node] = {}
    leading: dict[str, tuple[str, ...]] = {}
    for choice in question.svar:
        node = tree(guide, {**known, question.id: choice.id})
        found[node.key] = node
        leading[node.key] = (*leading.get(node.key, ()), choice.id)
    if len(found) == 1:
        return next(iter(found.values()))
    parts = (f"{'+'.join(leading[key])}>{key}" for key in found)
    key = f"{question.id}({','.join(parts)})"
    return Node(key, question.id, tuple((leading[key], found[key]) for key in found))


def rows(guide: Vagval) -> list[Row]:
    """The tree row by row, as it is drawn and as it is told in text."""
    drawing = _Drawing(guide)
    drawing.add(tree(guide), 0, ())
    return drawing.rows
