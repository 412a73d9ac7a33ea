"""JSON Schema for editors, made from the models: what to write, while it is written.

The schema accepts what the models accept, with the allowed values of the criteria filled in. Only
references between records are left to `kunskapsbank kontrollera`, since a schema that listed them
would change with every new record.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kind
from macros.model.json_schema import Definitions, schema_of
from macros.model.kvar import MOVED_KEY, WITHDRAWN_KEY, Aterkallad
from macros.model.pa_engelska import KEY, PaEngelska
from macros.model.plain import Json
from macros.ord import words, words_of

FOLDER = ".schema"
DIALECT = "http://json-schema.org/draft-07/schema#"
# A renamed record is a file that says only where it went.
_MOVED = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
# Keys of pydantic's schema that say nothing to an editor.
_DROPPED = frozenset({"$defs", "default", "x-slag", "x-kriterium"})


def schema_file(kind: Kind) -> str:
    """The place of a kind's schema, below the folder of records."""
    return f"{FOLDER}/{kind.name}.json"


def editor_schema(kind: Kind, choices: Mapping[str, tuple[str, ...]]) -> Json:
    """The JSON Schema of a kind of record; `choices` gives the allowed values by criterion."""
    raw = schema_of(kind.model)
    record = _plain({**raw, "title": words_of(kind.name)["namn"]}, raw.get("$defs", {}), choices)
    gone = _plain(schema_of(Aterkallad), {}, {})["properties"]
    moved = {**_MOVED, "title": words()["bidra"]["flyttad"], "description": words()["bidra"]["flyttad_om"]}
    english = schema_of(PaEngelska)
    own = {"title": words()["bidra"]["engelska"], "description": words()["bidra"]["engelska_om"]}
    translated = {**_plain(english, english.get("$defs", {}), {}), **own}
    return {
        "$schema": DIALECT,
        "title": record["title"],
        "type": "object",
        "additionalProperties": False,
        "properties": {**record["properties"], MOVED_KEY: moved, **gone, KEY: translated},
        "if": {"required": [MOVED_KEY]},
        "then": {"maxProperties": 1},
        "else": {
            "if": {"required": [WITHDRAWN_KEY]},
            "then": {"required": list(gone), "maxProperties": len(gone)},
            "else": {"required": record["required"], "properties": dict.fromkeys(gone, False)},
        },
    }


def _plain(node: object, definitions: Definitions, choices: Mapping[str, tuple[str, ...]]) -> Any:
    """The node with references written out and allowed values filled in.

    A definition's own title and description are for programmers and give way to the field's.
    """
    if isinstance(node, list):
        return [_plain(item, definitions, choices) for item in node]
    if not isinstance(node, dict):
        return node
    if "$ref" in node:
        target: Json = {**definitions[node["$ref"].rsplit("/", 1)[-1]]}
        shown = {key: value for key, value in target.items() if key not in {"title", "description"}}
        node = {**shown, **{key: value for key, value in node.items() if key != "$ref"}}
        return _plain(node, definitions, choices)
    made = {key: _plain(value, definitions, choices) for key, value in node.items() if key not in _DROPPED}
    if "oneOf" in made:
        # A fact's word may also pass as ordinary text: one fitting shape is enough.
        made["anyOf"] = [_unnamed(shape) for shape in made.pop("oneOf")]
    if "anyOf" in made:
        made["anyOf"] = [_unnamed(shape) for shape in made["anyOf"]]
    if "x-kriterium" in node:
        made["enum"] = sorted(choices[node["x-kriterium"]])
    return made


def _unnamed(shape: Json) -> Json:
    """One of several shapes of a field, without the class name and docstring that pydantic gives it."""
    hidden = {"title", "description"} if "properties" in shape else set()
    return {key: value for key, value in shape.items() if key not in hidden}


def schema_texts(bank: Kunskapsbank) -> dict[str, str]:
    """The text of every schema file by its place below the folder of records."""
    choices = {name: tuple(value.id for value in criterion.varden) for name, criterion in bank.kriterium.items()}
    return {
        schema_file(kind): json.dumps(editor_schema(kind, choices), ensure_ascii=False, indent=1) + "\n"
        for kind in KINDS.values()
    }


def write_changed(texts: Mapping[str, str], top: Path) -> list[str]:
    """Writes the files that are missing or out of date below a folder and returns their places."""
    changed = []
    for place, text in texts.items():
        path = top / place
        if not path.is_file() or path.read_text("utf-8") != text:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")
            changed.append(place)
    return changed
