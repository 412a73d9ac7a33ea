"""The published form of the records, kept apart from the one that contributors write.

A collection is everything of one kind of record. Lists are always lists, every field is always there, and each
record carries its identifier, the address of its page and of its own file. Addresses that begin with a slash are
counted from the site's own start; `uri` is the whole address when the site has a public one.
"""

from collections.abc import Mapping
from typing import Any

from macros.facts.cells import labels_of_kind
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kind
from macros.model.base import Bas
from macros.model.plain import Json
from macros.model.text_rules import citations
from macros.open_data.publication import Publication
from macros.open_data.versions import current_version

LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"
FOLDER = "/data/v1"


def data_address(kind: Kind, identifier: str) -> str:
    """Where a record's own file is, counted from the site's start."""
    return f"{FOLDER}/{kind.folder}/{identifier}.json"


def published_record(kind: Kind, identifier: str, record: Bas, site: Publication) -> Json:
    """A record as it is published."""
    page, data = kind.page_of(identifier), data_address(kind, identifier)
    addresses = {
        "id": identifier,
        **({"sida": page} if page else {}),
        "data": data,
        **({"uri": site.absolute(page or data)} if site.address else {}),
    }
    return {**addresses, **_said(record.model_dump(mode="json"))}


def _said(value: object) -> Any:
    """The value without fields that hold an empty text: what is not said is left out."""
    if isinstance(value, dict):
        return {name: _said(part) for name, part in value.items() if part != ""}
    return [_said(part) for part in value] if isinstance(value, list) else value


def collection(bank: Kunskapsbank, kind: Kind, site: Publication) -> Json:
    """All records of a kind, and where those that have moved are now."""
    records = [published_record(kind, name, record, site) for name, record in bank.records(kind.name).items()]
    return {
        "$schema": f"{kind.folder}.schema.json",
        "schema_version": current_version(),
        "licens": LICENCE,
        "samling": kind.folder,
        "antal": len(records),
        "flyttade": dict(sorted(bank.moved.get(kind.name, {}).items())),
        "poster": records,
    }


def single(bank: Kunskapsbank, kind: Kind, record: Json) -> Json:
    """A record's own file: the record with the sources that it cites and the words of its values spelled out."""
    keys = sorted(cited(record))
    return {
        "$schema": f"../{kind.folder}.post.schema.json",
        "schema_version": current_version(),
        "licens": LICENCE,
        "samling": kind.folder,
        "post": record,
        "kallor": {key: bank.kalla[key].model_dump(mode="json") for key in keys},
        "ord": labels_of_kind(bank, kind),
    }


def moved(bank: Kunskapsbank, kind: Kind) -> Mapping[str, Json]:
    """The files of records that have moved, by their old identifier."""
    return {
        old: {
            "$schema": "../flyttad.schema.json",
            "schema_version": current_version(),
            "licens": LICENCE,
            "samling": kind.folder,
            "id": old,
            "flyttad_till": new,
            "data": data_address(kind, new),
        }
        for old, new in bank.moved.get(kind.name, {}).items()
    }


def cited(value: object) -> set[str]:
    """The source keys in a published record: in `kallor`, and cited in running text."""
    if isinstance(value, dict):
        own = value["kallor"] if isinstance(value.get("kallor"), list) else []
        return {*own, *(key for part in value.values() for key in cited(part))}
    if isinstance(value, list):
        return {key for part in value for key in cited(part)}
    return set(citations(value)) if isinstance(value, str) else set()


def index(bank: Kunskapsbank, site: Publication) -> Json:
    """`index.json`: the collections and their files."""
    rows = [
        {"namn": kind.folder, "adress": f"{FOLDER}/{kind.folder}.json", "antal": len(bank.records(kind.name))}
        for kind in KINDS.values()
    ]
    whole = {"webbplats": site.address} if site.address else {}
    return {
        "$schema": "index.schema.json",
        "schema_version": current_version(),
        "licens": LICENCE,
        **whole,
        "listor": rows,
    }
