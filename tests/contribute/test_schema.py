"""The editors' schemas are fresh and judge every file as the models do."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from macros.forms.schema import FOLDER, schema_file, schema_texts
from macros.loading.english_texts import with_english_apart
from macros.loading.validate import SourceFile, validate
from macros.loading.yaml_source import parse
from macros.model import KINDS, Kind
from macros.model.kvar import MOVED_KEY, WITHDRAWN_KEY, Aterkallad
from macros.model.names import Names
from tests.cases import PROJECT, SMALL, TESTS, real_bank

REFERENCES = "okand_referens"
BY_FOLDER = {kind.folder: kind for kind in KINDS.values()}


BANK = real_bank()
NAMES = Names(
    {name: frozenset(BANK.records(name)) for name in KINDS},
    {name: tuple(value.id for value in criterion.varden) for name, criterion in BANK.kriterium.items()},
)


def _files() -> Iterator[Path]:
    """Every record in the project, the fixtures and the cases that is YAML at all."""
    for top in (PROJECT / "data", SMALL, TESTS / "checks" / "cases", TESTS / "loading" / "cases"):
        yield from sorted(path for path in top.rglob("*.yml") if path.parent.name in BY_FOLDER)


def _as_json(value: Any) -> Any:
    """Plain data as an editor holds it."""
    if isinstance(value, dict):
        return {key: _as_json(item) for key, item in value.items()}
    return [_as_json(item) for item in value] if isinstance(value, tuple) else value


def _validator(kind: Kind) -> jsonschema.Draft7Validator:
    return jsonschema.Draft7Validator(json.loads((PROJECT / "data" / schema_file(kind)).read_text("utf-8")))


VALIDATORS = {kind.name: _validator(kind) for kind in KINDS.values()}


def test_schema_files_are_fresh() -> None:
    found = {
        path.relative_to(PROJECT / "data").as_posix(): path.read_text("utf-8")
        for path in (PROJECT / "data" / FOLDER).iterdir()
    }
    assert found == schema_texts(BANK), "run: kunskapsbank schema"


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_schema_is_valid_and_in_swedish(kind: Kind) -> None:
    schema = VALIDATORS[kind.name].schema
    jsonschema.Draft7Validator.check_schema(schema)
    for name, field in schema["properties"].items():
        assert field["title"], name
        assert field["description"], name
    for english in ("A part of", "One fact", "Built", "Every part"):
        assert english not in json.dumps(schema)


@pytest.mark.long
def test_schemas_judge_every_file_as_the_models_do() -> None:
    judged = {True: 0, False: 0}
    for path in _files():
        kind = BY_FOLDER[path.parent.name]
        judge = VALIDATORS[kind.name]
        try:
            parsed = parse(path.read_text("utf-8"), path.name)
        except UnicodeDecodeError:
            continue
        if parsed.problems or parsed.data is None:
            continue
        moved = isinstance(parsed.data, dict) and set(parsed.data) == {MOVED_KEY}
        if isinstance(parsed.data, dict) and WITHDRAWN_KEY in parsed.data:
            kind = replace(kind, model=Aterkallad)
        file = with_english_apart(SourceFile(kind, path.stem, path.name, parsed))
        _, problems = (None, []) if moved else validate(file, NAMES)
        accepted = not [problem for problem in problems if problem.rule != REFERENCES]
        told = [error.message[:200] for error in judge.iter_errors(_as_json(parsed.data))]
        assert (not told) == accepted, (path, told, problems)
        judged[accepted] += 1
    assert judged[True] > 100
    assert judged[False] > 20


def test_schema_holds_the_allowed_values_of_criteria() -> None:
    schema = VALIDATORS["grupp"].schema
    assert schema["properties"]["land"]["enum"] == sorted(value.id for value in BANK.kriterium["land"].varden)


def test_vs_code_reads_a_schema_for_every_folder_of_records() -> None:
    settings = json.loads((PROJECT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == {
        f"data/{schema_file(kind)}": f"data/{kind.folder}/*.yml" for kind in KINDS.values()
    }
