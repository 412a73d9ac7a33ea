"""Where the groups' domains lie: Swedish groups by domain, a dot where a group works."""

from collections.abc import Mapping
from typing import Any

from macros.facts import labels
from macros.figures.text import width
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words
from macros.swedish import listing, sort_key

COLUMN, ROW, TOP, SIZE = 46, 30, 150, 17.5


def values(bank: Kunskapsbank) -> Mapping[str, Any]:
    """One row a Swedish group, one column a domain that any of them works in."""
    names = labels(bank.kriterium["omrade"])
    groups = sorted((g for g in bank.grupp.values() if g.land == "sverige"), key=lambda g: sort_key(g.namn))
    used = [identifier for identifier in names if any(identifier in group.omraden for group in groups)]
    left = round(max((width(group.namn, SIZE) for group in groups), default=0)) + 8
    columns = [
        {"namn": names[identifier], "x": left + number * COLUMN + COLUMN // 2} for number, identifier in enumerate(used)
    ]
    rows = [
        {
            "namn": group.namn,
            "y": TOP + number * ROW + ROW // 2,
            "punkter": [columns[used.index(identifier)]["x"] for identifier in group.omraden],
        }
        for number, group in enumerate(groups)
    ]
    texts = words()["figurer"]["omraden"]
    told = ". ".join(f"{group.namn}: {listing(names[identifier] for identifier in group.omraden)}" for group in groups)
    return {
        "kolumner": columns,
        "rader": rows,
        "vanster": left,
        "bredd": left + len(columns) * COLUMN + 40,
        "hojd": TOP + len(rows) * ROW + 8,
        "texter": texts,
        "lang": texts["lang"].format(rader=told),
    }
