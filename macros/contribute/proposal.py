"""Checks the texts of proposed records as if their files already lay among the others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from macros.checks import ADVICE, RULES
from macros.checks.material import Material
from macros.loading.english_texts import with_english_apart
from macros.loading.load import stem_problem
from macros.loading.validate import SourceFile, validate
from macros.loading.yaml_source import parse
from macros.model import Kind
from macros.model.base import Bas
from macros.model.names import Names
from macros.problems.problem import Problem


@dataclass(frozen=True)
class Proposal:
    """A record that someone proposes: its kind, identifier and the text of its file."""

    kind: Kind
    identifier: str
    text: str

    def shown(self, material: Material) -> str:
        """Its file, as problems name it."""
        return f"{material.data.name}/{self.kind.folder}/{self.identifier}.yml"


def check_proposals(material: Material, proposals: Iterable[Proposal]) -> list[Problem]:
    """Every error that new records would give together, with lines in their own texts."""
    every = tuple(proposals)
    misnamed = [(each.shown(material), stem_problem(each.identifier)) for each in every]
    complaints = [Problem(shown, 1, 1, *wrong) for shown, wrong in misnamed if wrong]
    if complaints:
        return complaints
    told: list[Problem] = []
    names = _names(material, every)
    records: dict[str, Mapping[str, Bas]] = dict(material.loaded.records)
    files = dict(material.loaded.files)
    for each in every:
        parsed = parse(each.text, each.shown(material))
        file = with_english_apart(SourceFile(each.kind, each.identifier, each.shown(material), parsed))
        record, faults = validate(file, names)
        told += [*parsed.problems, *faults]
        files[each.kind.name, each.identifier] = file
        if record is not None:
            records[each.kind.name] = {**records.get(each.kind.name, {}), each.identifier: record}
    loaded = replace(material.loaded, files=MappingProxyType(files), records=records, bank=None)
    with_proposals = Material(material.root, material.data, material.today, loaded, material.guides)
    told += [problem for rule in RULES if rule not in ADVICE for problem in rule(with_proposals)]
    mine = {each.shown(material) for each in every}
    return sorted({problem for problem in told if problem.path in mine and problem.level == "fel"})


def _names(material: Material, proposals: Iterable[Proposal]) -> Names:
    criteria = material.loaded.valid_part().kriterium
    choices = {name: tuple(value.id for value in criterion.varden) for name, criterion in criteria.items()}
    known = dict(material.identifiers)
    for each in proposals:
        known[each.kind.name] = frozenset({*known.get(each.kind.name, ()), each.identifier})
    return Names(known, choices)
