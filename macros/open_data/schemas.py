"""JSON Schema of the published form: what a reader of the data can rely on.

Made from the same models as the schema for contributors, but of what comes out: every field is there, allowed
values are listed, and the rules for how text is written are left out.
"""

import re
from collections.abc import Mapping
from typing import Any

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kind
from macros.model.json_schema import schema_of
from macros.model.plain import Json
from macros.open_data.versions import leaving
from macros.ord import words, words_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"
TEXT = {"type": "string"}
_IDENTIFIER = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
# Rules of writing, and keys that only the generator reads.
_LEFT_OUT = frozenset({"allOf", "default", "$defs", "discriminator"})


def record_definitions(bank: Kunskapsbank, kind: Kind) -> dict[str, Json]:
    """The definitions that describe a record of a kind; `post` is the record itself."""
    raw: Json = {**schema_of(kind.model, published=True)}
    names = _short_names(raw.get("$defs", {}))
    choices = {name: [value.id for value in criterion.varden] for name, criterion in bank.kriterium.items()}
    made = {names[name]: _published(node, names, choices) for name, node in raw.get("$defs", {}).items()}
    record = _published({key: value for key, value in raw.items() if key != "$defs"}, names, choices)
    for name in leaving(kind.folder):
        record["properties"][name]["deprecated"] = True
    texts = words()["oppna_data"]["falt"]
    own = {"id": _IDENTIFIER, "sida": TEXT, "data": TEXT, "uri": {"type": "string", "format": "uri"}}
    described = {name: {**node, "description": texts[name]} for name, node in own.items()}
    record["properties"] = {**described, **record["properties"]}
    record["required"] = ["id", "data", *record["required"]]
    return {"post": {**record, "title": words_of(kind.name)["namn"]}, **made}


def _short_names(definitions: Json) -> dict[str, str]:
    """Names that people can read: pydantic's are made of whole annotations."""
    seen: dict[str, int] = {}
    names = {}
    for name in definitions:
        stem = re.sub(r"^[a-z_]+__(?=[A-Z])", "", name).partition("_")[0].lower()
        seen[stem] = seen.get(stem, 0) + 1
        names[name] = stem if seen[stem] == 1 else f"{stem}{seen[stem]}"
    return names


def _published(node: object, names: Mapping[str, str], choices: Mapping[str, list[str]]) -> Any:
    if isinstance(node, list):
        return [_published(item, names, choices) for item in node]
    if not isinstance(node, dict):
        return node
    made = {key: _published(value, names, choices) for key, value in node.items() if key not in _LEFT_OUT}
    if "oneOf" in made:
        # The word for nothing known may also pass as ordinary text: one fitting shape is enough.
        made["anyOf"] = made.pop("oneOf")
    if "$ref" in node:
        made["$ref"] = f"#/$defs/{names[node['$ref'].rsplit('/', 1)[-1]]}"
    if "x-kriterium" in node:
        made["enum"] = choices[node["x-kriterium"]]
    if isinstance(node.get("properties"), dict) and "type" in node:
        # What is not said is left out of the files.
        made["required"] = [name for name, part in node["properties"].items() if part.get("default") != ""]
        # The class and its docstring are for programmers of the generator.
        made.pop("description", None)
    if made.get("x-slag") in KINDS:
        made["x-samling"] = KINDS[made.pop("x-slag")].folder
    return made


def _document(title: str, properties: Json, optional: frozenset[str] = frozenset()) -> Json:
    head = {"$schema": TEXT, "schema_version": {"type": "string", "pattern": r"^1\.\d+$"}, "licens": {"type": "string"}}
    shown = {**head, **properties}
    return {
        "$schema": DIALECT,
        "title": title,
        "type": "object",
        "additionalProperties": False,
        "properties": shown,
        "required": [name for name in shown if name not in optional],
    }


def collection_schema(bank: Kunskapsbank, kind: Kind) -> Json:
    """The schema of a collection's list."""
    title = words()["oppna_data"]["samlingar"][kind.folder]["namn"]
    properties = {
        "samling": {"const": kind.folder},
        "antal": {"type": "integer", "minimum": 0},
        "flyttade": {"type": "object", "additionalProperties": _IDENTIFIER},
        "poster": {"type": "array", "items": {"$ref": "#/$defs/post"}},
    }
    return {**_document(title, properties), "$defs": record_definitions(bank, kind)}


def record_schema(bank: Kunskapsbank, kind: Kind) -> Json:
    """The schema of a record's own file."""
    sources = record_definitions(bank, KINDS["kalla"])
    cited = sources.pop("post")
    without_address = [name for name in cited["properties"] if name not in {"id", "sida", "data", "uri"}]
    cited = {**cited, "properties": {name: cited["properties"][name] for name in without_address}}
    cited["required"] = without_address
    own = record_definitions(bank, kind)
    # The sources' definitions get names of their own, so that they cannot meet those of the record.
    sources = {f"kalla_{name}": node for name, node in sources.items()}
    properties = {
        "samling": {"const": kind.folder},
        "post": {"$ref": "#/$defs/post"},
        "kallor": {"type": "object", "additionalProperties": {"$ref": "#/$defs/kalla"}},
        "ord": {"type": "object", "additionalProperties": {"type": "object", "additionalProperties": TEXT}},
    }
    definitions = {**own, **sources, "kalla": _renamed(cited, "kalla_")}
    return {**_document(own["post"]["title"], properties), "$defs": definitions}


def _renamed(node: object, prefix: str) -> Any:
    """A node whose references lead to the definitions with a prefix."""
    if isinstance(node, list):
        return [_renamed(item, prefix) for item in node]
    if not isinstance(node, dict):
        return node
    return {
        key: value.replace("#/$defs/", f"#/$defs/{prefix}") if key == "$ref" else _renamed(value, prefix)
        for key, value in node.items()
    }


def moved_schema() -> Json:
    """The schema of the file that a record leaves when it moves."""
    properties = {"samling": TEXT, "id": _IDENTIFIER, "flyttad_till": _IDENTIFIER, "data": TEXT}
    return _document(words()["oppna_data"]["flyttad"], properties)


def history_schema() -> Json:
    """The schema of `andringar.json`."""
    said = {"type": "array", "items": {"type": "object"}}
    change = {"falt": TEXT, "nyckel": TEXT, "fore": said, "efter": said, "text": {"const": True}}
    whats = {"enum": list(words()["andringar"]["vad"])}
    changes = {"type": "array", "items": {"type": "object", "properties": change, "required": ["falt"]}}
    entry = {
        "datum": {"type": "string", "format": "date"},
        "slag": {"enum": [*KINDS, "vagledning"]},
        "id": TEXT,
        "namn": TEXT,
        "vad": whats,
        "flyttad_till": TEXT,
        "andringar": changes,
    }
    row = {"type": "object", "additionalProperties": False, "properties": entry, "required": list(entry)[:5]}
    listed = {"antal": {"type": "integer"}, "andringar": {"type": "array", "items": row}}
    return _document(words()["andringar"]["titel"], listed)


def reviews_schema() -> Json:
    """The schema of `granskning.json`."""
    day = {"type": "string", "format": "date"}
    row = {"granskas": day, "ansvarig": TEXT, "sida": TEXT, "namn": TEXT, "granskad": day, "fil": TEXT}
    listed = {"type": "object", "additionalProperties": False, "properties": row, "required": list(row)}
    properties = {"antal": {"type": "integer"}, "poster": {"type": "array", "items": listed}}
    return _document(words()["granskning"]["titel"], properties)


def index_schema() -> Json:
    """The schema of `index.json`."""
    row = {"namn": TEXT, "adress": TEXT, "antal": {"type": "integer", "minimum": 0}}
    listed = {"type": "object", "additionalProperties": False, "properties": row, "required": list(row)}
    properties = {"webbplats": {"type": "string", "format": "uri"}, "listor": {"type": "array", "items": listed}}
    return _document(words()["oppna_data"]["index"], properties, frozenset({"webbplats"}))
