"""Checks the text of one proposed record as if its file already lay among the others."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from pydantic import BaseModel

from macros.checks import ADVICE, RULES
from macros.checks.material import Material
from macros.loading.load import stem_problem
from macros.loading.validate import SourceFile, validate
from macros.loading.yaml_source import parse
from macros.model import Kind
from macros.model.names import Names
from macros.problem import Problem


def check_proposal(material: Material, kind: Kind, identifier: str, text: str) -> list[Problem]:
    """Every error that a new record would give, with lines in its own text."""
    shown = f"{material.data.name}/{kind.folder}/{identifier}.yml"
    wrong = stem_problem(identifier)
    if wrong:
        return [Problem(shown, 1, 1, *wrong)]
    parsed = parse(text, shown)
    file = SourceFile(kind, identifier, shown, parsed)
    record, found = validate(file, _names(material))
    records: Mapping[str, Mapping[str, BaseModel]] = material.loaded.records
    if record is not None:
        records = {**records, kind.name: {**records.get(kind.name, {}), identifier: record}}
    files = MappingProxyType({**material.loaded.files, (kind.name, identifier): file})
    loaded = replace(material.loaded, files=files, records=records, bank=None)
    with_proposal = Material(material.root, material.data, material.today, loaded, material.guides)
    told = [problem for rule in RULES if rule not in ADVICE for problem in rule(with_proposal)]
    return sorted(
        problem for problem in {*parsed.problems, *found, *told} if problem.path == shown and problem.level == "fel"
    )


def _names(material: Material) -> Names:
    criteria = material.loaded.valid_part().kriterium
    choices = {name: tuple(value.id for value in criterion.varden) for name, criterion in criteria.items()}
    return Names(material.identifiers, choices)
