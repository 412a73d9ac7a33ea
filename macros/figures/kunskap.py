"""What the site knows of the groups: for each criterion how many answers are known, our own reading, or unknown."""

from collections import Counter
from collections.abc import Mapping

from macros.facts.cells import Cell, cell, criteria_for
from macros.figures.staplar import Bar, Group, Part, drawn
from macros.kunskapsbank import Kunskapsbank
from macros.ord import Words, words

# In the order that they are drawn, with their looks.
LOOKS = {"kand": "fyllning", "egen": "randig", "saknas": "kontur", "ej": "tom"}


def values(bank: Kunskapsbank) -> Mapping[str, object]:
    """One bar a criterion of groups, in the order of the vocabulary; all bars are as long as there are groups."""
    texts = words()["figurer"]["kunskap"]
    groups = list(bank.grupp.values())
    rows = []
    for _, criterion in criteria_for(bank, "grupp"):
        counted = Counter(state(cell(group, criterion)) for group in groups)
        rows.append((criterion.namn, {name: counted[name] for name in LOOKS}))
    bars = [Bar(_label(*row, texts), _parts(row[1], max(len(groups), 1))) for row in rows]
    told = ". ".join(_label(*row, texts) for row in rows)
    return {
        **drawn([Group("", bars)], {LOOKS[name]: texts["svar"][name] for name in LOOKS}),
        "rader": [{"namn": name, **counted} for name, counted in rows],
        "texter": texts,
        "kallor": [],
        "lang": texts["lang"].format(antal=len(groups), rader=told),
    }


def state(found: Cell) -> str:
    """Whether an answer is known (`kand`), known as our own reading only (`egen`), unknown or not applicable."""
    own = found.status == "kand" and all(entry.own_reading for entry in found.entries)
    return "egen" if own else found.status


def _label(name: str, counted: Mapping[str, int], texts: Words) -> str:
    return str(texts["rad"].format(namn=name, kanda=counted["kand"] + counted["egen"], saknas=counted["saknas"]))


def _parts(counted: Mapping[str, int], total: int) -> list[Part]:
    made, start = [], 0.0
    for name, look in LOOKS.items():
        width = 100 * counted[name] / total
        if width:
            made.append(Part(start, width, look))
        start += width
    return made
