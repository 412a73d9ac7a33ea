"""What the build gives the form in the browser: every field of every model, and a parser that is what it says."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

import pytest

from macros.forms.template import STARTED
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.ord import words
from macros.scripts.editor import form_data, record_texts
from tests.cases import PROJECT

VENDORED = PROJECT / "overrides" / "assets" / "js" / "verktyg-yaml.js"


@pytest.fixture(scope="module")
def described(bank: Kunskapsbank) -> Any:
    return json.loads(json.dumps(form_data(bank)))


def _nodes(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield node
    for inner in (node.get("av"), node.get("nyckel"), *(field["nod"] for field in node.get("falt", ()))):
        if inner:
            yield from _nodes(inner)


def test_every_field_of_every_model_stands_in_one_group(described: Any) -> None:
    for kind in KINDS.values():
        told = described["slag"][kind.name]
        grouped = [name for group in told["grupper"] for name in group["falt"]]
        assert sorted(grouped) == sorted(set(kind.model.model_fields) - {"andrad"})
        assert [field["namn"] for field in told["nod"]["falt"]] == list(kind.model.model_fields)


def test_every_choice_has_its_values_and_every_reference_its_names(described: Any) -> None:
    for kind in described["slag"].values():
        for node in _nodes(kind["nod"]):
            if node["t"] == "val":
                assert described["kriterier"][node["krit"]] if "krit" in node else node["varden"]
            if node["t"] == "ref":
                assert described["namn"][node["slag"]]


def test_new_records_can_be_begun_of_the_kinds_that_the_command_begins() -> None:
    assert sorted(words()["verktyg"]["redigera"]["nya"]) == sorted(STARTED)


def test_every_record_is_published_as_it_is_written(bank: Kunskapsbank) -> None:
    for kind, (name, content) in record_texts(PROJECT / "data", bank).items():
        told = json.loads(content.decode().removeprefix(f"window.kbPoster.{kind} = ").removesuffix(";\n"))
        assert hashlib.sha256(content).hexdigest()[:10] in name
        for identifier, text in told.items():
            assert text.encode() == (PROJECT / "data" / KINDS[kind].folder / f"{identifier}.yml").read_bytes()
        assert sorted(told) == sorted(bank.records(kind))


def test_the_parser_is_the_one_that_its_first_lines_tell() -> None:
    head, end, body = VENDORED.read_text("utf-8").partition("*/\n")
    told = re.search(r"sha256 of what follows this comment: (\w{64})", head)
    assert end
    assert told
    assert told[1] == hashlib.sha256(body.encode()).hexdigest()
    assert not re.search(r"\beval\(|new Function\(|^\s*//", body, re.MULTILINE)
