"""Open data under `/data/v1/`: one JSON list a kind of record, and an index of the lists.

The published form is kept apart from the one that contributors write: lists are always lists, and
each record carries its identifier and, where it has one, the address of its page.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS

SCHEMA_VERSION = "1.0"
LICENCE = "https://creativecommons.org/publicdomain/zero/1.0/"


def lists(bank: Kunskapsbank) -> Mapping[str, Mapping[str, Any]]:
    """The published lists by file name without ending."""
    return {kind.folder: _list(bank, kind.name, kind.page_folder) for kind in KINDS.values()}


def _list(bank: Kunskapsbank, kind: str, folder: str | None) -> Mapping[str, Any]:
    records = [
        {"id": identifier, **({"sida": f"/{folder}/{identifier}/"} if folder else {}), **record.model_dump(mode="json")}
        for identifier, record in bank.records(kind).items()
    ]
    return {"schema_version": SCHEMA_VERSION, "licens": LICENCE, "antal": len(records), "poster": records}


def write_open_data(site: Path, bank: Kunskapsbank) -> None:
    """Writes the lists and their index into the built site."""
    folder = site / "data" / "v1"
    folder.mkdir(parents=True, exist_ok=True)
    published = lists(bank)
    index = {
        "schema_version": SCHEMA_VERSION,
        "licens": LICENCE,
        "listor": [
            {"namn": name, "adress": f"/data/v1/{name}.json", "antal": content["antal"]}
            for name, content in published.items()
        ],
    }
    for name, content in (("index", index), *published.items()):
        (folder / f"{name}.json").write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", "utf-8")
