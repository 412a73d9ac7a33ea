"""The JSON files: each agrees with its published schema, keeps four answers apart, and every key leads somewhere."""

import json
from collections.abc import Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError
from openapi_spec_validator import validate
from referencing import Registry, Resource

from macros.facts.cells import cell, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kind
from macros.open_data.publication import Publication
from macros.open_data.published import cited, data_address
from macros.open_data.statements import STATUS_OF_WORD, statement_models, statements
from macros.open_data.write import open_data_files
from macros.ord import words
from tests.open_data.conftest import ADDRESS

Files = Mapping[str, bytes]
KINDS_BY_FOLDER = {kind.folder: kind for kind in KINDS.values()}


def _json(files: Files, address: str) -> Any:
    return json.loads(files[address])


def _validator(files: Files, address: str) -> Draft202012Validator:
    schema = _json(files, address)
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def _documents(files: Files) -> dict[str, list[str]]:
    """The JSON documents by the schema that each names."""
    found: dict[str, list[str]] = {}
    for address in files:
        if not address.endswith(".json"):
            continue
        own = _json(files, address)
        named = own.get("$schema", "") if isinstance(own, dict) else ""
        if named and not named.startswith("http"):
            folder, _, _ = address.rpartition("/")
            while named.startswith("../"):
                folder, named = folder.rpartition("/")[0], named.removeprefix("../")
            found.setdefault(f"{folder}/{named}", []).append(address)
    return found


@pytest.mark.long
def test_every_document_agrees_with_the_schema_that_it_names(files: Files) -> None:
    documents = _documents(files)
    assert sum(len(each) for each in documents.values()) > 300
    for schema, addresses in documents.items():
        validator = _validator(files, schema)
        for address in addresses:
            assert [error.message for error in validator.iter_errors(_json(files, address))] == [], address


def test_every_json_file_of_v1_names_a_schema_or_is_one(files: Files) -> None:
    named = {address for group in _documents(files).values() for address in group}
    others = {address for address in files if address.startswith("/data/v1/") and address.endswith(".json")} - named
    unnamed = [name for name in others if not name.endswith((".schema.json", "-metadata.json", ".feed.json"))]
    assert unnamed == []


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda post: post.pop("bildad"), "bildad"),
        (lambda post: post.update(okant=1), "okant"),
        (lambda post: post.update(land="atlantis"), "atlantis"),
        (lambda post: post.update(verksam="kanske"), "kanske"),
    ],
)
def test_the_schema_refuses_what_is_not_published(files: Files, change: Any, told: str) -> None:
    listed = _json(files, "/data/v1/grupper.json")
    change(listed["poster"][0])
    with pytest.raises(ValidationError, match=told):
        _validator(files, "/data/v1/grupper.schema.json").validate(listed)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_record_has_the_same_content_in_the_list_and_in_its_own_file(
    files: Files, bank: Kunskapsbank, kind: Kind
) -> None:
    listed = _json(files, f"/data/v1/{kind.folder}.json")
    assert [post["id"] for post in listed["poster"]] == list(bank.records(kind.name))
    assert listed["antal"] == len(listed["poster"])
    for post in listed["poster"]:
        own = _json(files, data_address(kind, post["id"]))
        assert own["post"] == post
        assert set(own["kallor"]) == cited(post) <= set(bank.kalla)
        page = kind.page_of(post["id"])
        assert post["uri"] == ADDRESS + (page or post["data"]).lstrip("/")


def test_a_choice_in_a_record_has_words_in_the_record_s_own_file(files: Files) -> None:
    post = _json(files, "/data/v1/grupper/bebo.json")
    for field in ("slag", "land"):
        assert post["post"][field] in post["ord"][field]
    assert set(post["post"]["omraden"]) <= set(post["ord"]["omraden"])
    assert set(post["post"]["finansiering"]["varde"]) <= set(post["ord"]["finansiering"])


@pytest.mark.parametrize(
    "kind", [kind for kind in KINDS.values() if statement_models(kind.model)], ids=lambda kind: kind.name
)
def test_facts_in_open_data_are_the_facts_that_pages_show(files: Files, bank: Kunskapsbank, kind: Kind) -> None:
    for post in _json(files, f"/data/v1/{kind.folder}.json")["poster"]:
        record = bank.records(kind.name)[post["id"]]
        for _, criterion in criteria_for(bank, kind.name):
            if criterion.falt not in statement_models(kind.model):
                continue
            shown = cell(record, criterion)
            said = list(statements(post, (criterion.falt,)))
            assert {each.status for each in said} == {shown.status}
            if shown.status == "kand":
                assert [(each.year or None, each.sources, each.own_reading) for each in said] == [
                    (entry.year, entry.sources, entry.own_reading) for entry in shown.entries
                ]


def test_the_four_answers_stay_four(small_bank: Kunskapsbank) -> None:
    made = open_data_files(small_bank, Publication())
    post = next(each for each in _json(made, "/data/v1/grupper.json")["poster"] if each["id"] == "alfa")
    assert post["verksam"]["varde"] == "ja"
    assert post["leverantorer_medlemmar"]["varde"] == "nej"
    assert post["privata_medlemmar"] == "uppgift saknas"
    assert post["avslutad"] == "ej tillämpligt"
    assert set(STATUS_OF_WORD.values()) == {"saknas", "ej"}


def test_a_record_that_has_moved_answers_with_its_new_name(small_bank: Kunskapsbank) -> None:
    made = open_data_files(small_bank, Publication())
    assert _json(made, "/data/v1/grupper/gammalt-namn.json")["flyttad_till"] == "alfa"
    assert _json(made, "/data/v1/grupper.json")["flyttade"] == {"gammalt-namn": "alfa"}


def test_no_address_is_made_up_without_a_public_one(files_without_address: Files) -> None:
    assert "uri" not in _json(files_without_address, "/data/v1/grupper.json")["poster"][0]
    assert "webbplats" not in _json(files_without_address, "/data/v1/index.json")


def test_the_index_leads_to_every_list(files: Files) -> None:
    index = _json(files, "/data/v1/index.json")
    assert [row["adress"] for row in index["listor"]] == [f"/data/v1/{kind.folder}.json" for kind in KINDS.values()]
    assert all(row["adress"] in files for row in index["listor"])


def test_every_collection_has_words_for_people() -> None:
    assert set(words()["oppna_data"]["samlingar"]) == set(KINDS_BY_FOLDER)


def test_openapi_is_valid_and_its_addresses_answer(files: Files) -> None:
    description = _json(files, "/data/openapi.json")
    base = "https://exempel.se/data/"
    registry: Registry[Any] = Registry().with_resources(
        (f"{base}{name.removeprefix('/data/')}", Resource.from_contents(json.loads(content)))
        for name, content in files.items()
        if name.endswith(".schema.json")
    )
    # References lead to the schemas beside the description; the validator itself checks the description.
    validate(_with_schemas(description, registry, base))
    for path, item in description["paths"].items():
        for name in item.get("parameters", [{"schema": {"enum": [""]}}])[0]["schema"]["enum"]:
            assert path.replace("{id}", name) in files


def _with_schemas(node: Any, registry: "Registry[Any]", base: str) -> Any:
    """The description with an empty schema for each reference, once what it leads to is found."""
    if isinstance(node, list):
        return [_with_schemas(item, registry, base) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        assert registry[base + node["$ref"]].contents["type"] == "object"
        return {}
    return {key: _with_schemas(value, registry, base) for key, value in node.items()}
