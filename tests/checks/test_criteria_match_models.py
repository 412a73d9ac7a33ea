"""The vocabulary cannot contradict the models: every field with every kind of value, told at its place or right."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any, get_args

import pytest

from macros.checks import criteria, gather
from macros.checks.material import Material
from macros.facts.cells import cell
from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import Loaded
from macros.loading.validate import SourceFile
from macros.loading.yaml_source import parse
from macros.model import KINDS, Kriterium
from macros.model.described import WITH_FACTS
from macros.model.value_kinds import ValueKind, shown_as
from macros.problems.problem import Problem
from tests.cases import TODAY, small_site

KINDS_OF_VALUE = get_args(ValueKind)
FIELDS = [(kind, field) for kind in WITH_FACTS for field in KINDS[kind].model.model_fields]
# What a Python value looks like when it is shown as it is.
INSIDES = ("('", "(…", "=(", "='", "mappingproxy", "<", "None", "Uppgift")


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """The small site without any criterion."""
    root = small_site(tmp_path_factory.mktemp("criteria") / "site")
    found = gather(root, root / "data", TODAY)
    files = {key: file for key, file in found.loaded.files.items() if key[0] != "kriterium"}
    return replace(found, loaded=replace(found.loaded, files=files))


def _told(material: Material, name: str, text: str) -> list[Problem]:
    """What the rule says of a criterion, alone in the vocabulary."""
    file = SourceFile(KINDS["kriterium"], name, f"data/kriterier/{name}.yml", parse(text, name))
    loaded: Loaded = replace(material.loaded, files={**material.loaded.files, ("kriterium", name): file})
    return [each for each in criteria.check(replace(material, loaded=loaded)) if each.path == file.shown]


def _text(kind: str, field: str, said: str, more: str = "") -> str:
    return f"falt: {field}\ngaller: [{kind}]\nvardeslag: {said}\n{more}"


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_every_kind_of_value_is_right_or_told_at_its_line_with_the_right_one(
    material: Material, kind: str, field: str
) -> None:
    shown = shown_as(KINDS[kind].model, field)
    for said in KINDS_OF_VALUE:
        name = shown.choices if shown and shown.choices else "prov"
        values = "varden: [{id: ett, namn: Ett}]\n" if shown and shown.choices else ""
        told = _told(material, name, _text(kind, field, said, values))
        if shown is not None and said == shown.kind:
            assert told == []
            continue
        assert len(told) == 1, told
        problem = told[0]
        assert problem.level == "fel"
        assert field in problem.message
        if shown is None:
            assert (problem.line, problem.column) == (1, 7)
            assert problem.hint.startswith("Välj ett fält med ett värde: ")
        else:
            assert (problem.line, problem.column) == (3, 12)
            assert problem.hint == f"Skriv ”vardeslag: {shown.kind}”."


@pytest.mark.parametrize(("kind", "field"), FIELDS)
def test_a_choice_has_its_values_in_its_own_criterion(material: Material, kind: str, field: str) -> None:
    shown = shown_as(KINDS[kind].model, field)
    if shown is None:
        return
    values = "varden: [{id: ett, namn: Ett}]\n"
    elsewhere = _told(material, "prov", _text(kind, field, shown.kind, values))
    own = _told(material, shown.choices or "prov", _text(kind, field, shown.kind, "" if shown.choices else values))
    assert len(elsewhere) == len(own) == 1
    assert elsewhere[0].line >= 1
    if shown.choices:
        assert shown.choices in elsewhere[0].message
        assert own[0].message == "Tillåtna värden saknas."
    else:
        assert own[0].line == 4


def test_every_cell_of_every_field_that_passes_is_words(bank: Kunskapsbank) -> None:
    """Under the criterion that the check lets through for a field, not only under those that there are today."""
    drawn = 0
    for (kind, field), said in product(FIELDS, KINDS_OF_VALUE):
        shown = shown_as(KINDS[kind].model, field)
        if shown is None or shown.kind != said:
            continue
        criterion = bank.kriterium[shown.choices] if shown.choices else _criterion(kind, field, said)
        for text in _texts(bank, kind, criterion.model_copy(update={"falt": field})):
            assert text.strip()
            assert not any(sign in text for sign in INSIDES), (kind, field, text)
            drawn += 1
    assert drawn > 100


def _criterion(kind: str, field: str, said: Any) -> Kriterium:
    return Kriterium.model_validate(
        {
            "namn": "Prov",
            "forklaring": "Ett prov.",
            "falt": field,
            "galler": (kind,),
            "vardeslag": said,
            "avdelning": "om",
            "ordning": 1,
        }
    )


def _texts(bank: Kunskapsbank, kind: str, criterion: Kriterium) -> Iterator[str]:
    for record in bank.records(kind).values():
        yield from (entry.text for entry in cell(record, criterion).entries)


def test_a_project_with_such_a_criterion_is_refused(tmp_path: Path) -> None:
    """The way from the file to what a contributor reads, once."""
    root = small_site(tmp_path / "site")
    path = root / "data" / "kriterier" / "grupp-bildad.yml"
    lines = path.read_text("utf-8").splitlines()
    place = next(number for number, line in enumerate(lines, 1) if line.startswith("vardeslag:"))
    path.write_text("\n".join("vardeslag: val" if line.startswith("vardeslag:") else line for line in lines), "utf-8")
    found = [each for each in criteria.check(gather(root, root / "data", TODAY)) if each.path.endswith(path.name)]
    assert [(each.line, each.hint) for each in found] == [(place, "Skriv ”vardeslag: artal”.")]
