"""OpenAPI 3.1 of the open data: addresses that are only read, and need no key."""

from collections.abc import Iterator, Mapping

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kind
from macros.model.plain import Json
from macros.open_data.publication import Publication
from macros.open_data.published import FOLDER, LICENCE
from macros.open_data.statements import statement_models
from macros.open_data.versions import current_version
from macros.ord import words, words_of

ADDRESS = "/data/openapi.json"


def openapi(bank: Kunskapsbank, site: Publication) -> Json:
    """The description; addresses are counted from the site's own start, which is the server."""
    texts = words()["oppna_data"]["openapi"]
    return {
        "openapi": "3.1.0",
        "info": {
            "title": site.name,
            "description": texts["om"],
            "version": current_version(),
            "license": {"name": "CC0 1.0", "url": LICENCE},
        },
        "servers": [{"url": site.address.rstrip("/") if site.address else ".."}],
        "paths": dict(_paths(bank)),
    }


def _paths(bank: Kunskapsbank) -> Iterator[tuple[str, Json]]:
    texts = words()["oppna_data"]["openapi"]
    yield f"{FOLDER}/index.json", _get("index", texts["index"], _json("v1/index.schema.json"))
    for kind in KINDS.values():
        name, shown = kind.folder, words()["oppna_data"]["samlingar"][kind.folder]
        yield f"{FOLDER}/{name}.json", _get(name, shown["om"], _json(f"v1/{name}.schema.json"))
        yield f"{FOLDER}/{name}.csv", _get(f"{name}_csv", texts["csv"].format(namn=shown["namn"]), {"text/csv": {}})
        if statement_models(kind.model):
            summary = texts["uppgifter"].format(namn=shown["namn"])
            yield f"{FOLDER}/{name}-uppgifter.csv", _get(f"{name}_uppgifter_csv", summary, {"text/csv": {}})
        yield f"{FOLDER}/{name}/{{id}}.json", _one(bank, kind, texts["post"].format(post=words_of(kind.name)["namn"]))


def _json(schema: str) -> Json:
    return {"application/json": {"schema": {"$ref": schema}}}


def _get(operation: str, summary: str, content: Mapping[str, object]) -> Json:
    answer = {"description": summary, "content": dict(content)}
    return {"get": {"operationId": operation, "summary": summary, "responses": {"200": answer}}}


def _one(bank: Kunskapsbank, kind: Kind, summary: str) -> Json:
    """The address of one record; those that exist are listed, and a moved one answers with its new name."""
    made = _get(f"{kind.folder}_post", summary, _json(f"v1/{kind.folder}.post.schema.json"))
    named = sorted({*bank.records(kind.name), *bank.moved.get(kind.name, {})})
    schema: Json = {"type": "string"}
    if named:
        schema["enum"] = named
    made["parameters"] = [{"name": "id", "in": "path", "required": True, "schema": schema}]
    made["get"]["responses"]["404"] = {"description": words()["oppna_data"]["openapi"]["finns_inte"]}
    return made
