"""What the last try of each external address gave, kept as data in `data/lankar.json`.

`kunskapsbank lankar --spara` writes it where there is a network; pages and open data read it, and no build asks.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = "lankar.json"


@dataclass(frozen=True)
class Tried:
    """An address: the day it was last tried, and what happened then (empty when it answered)."""

    day: str
    fault: str = ""


def read_results(data: Path) -> Mapping[str, Tried]:
    """The results by address; none where nothing has been tried."""
    path = data / FILE
    rows = json.loads(path.read_text("utf-8"))["adresser"] if path.is_file() else {}
    return {address: Tried(row["provad"], row.get("fel", "")) for address, row in rows.items()}


def as_text(tried: Mapping[str, Tried]) -> str:
    """The file, sorted by address."""
    rows = {
        address: {"provad": each.day, **({"fel": each.fault} if each.fault else {})}
        for address, each in sorted(tried.items())
    }
    return json.dumps({"adresser": rows}, ensure_ascii=False, indent=1) + "\n"


def results(asked: Iterable[str], faults: Mapping[str, str], day: str) -> Mapping[str, Tried]:
    """The results of a try on a day: `faults` are the addresses that did not answer."""
    return {address: Tried(day, faults.get(address, "")) for address in asked}
