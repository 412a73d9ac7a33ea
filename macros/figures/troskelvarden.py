"""Thresholds over time, read from the tables of the page that tells of them: the amounts stand in that one place.

A row of a table is a period and amounts in kronor; an amount that is not known is left out of the figure.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from macros.figures.staplar import Bar, Group, Part, drawn
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import number
from macros.model.text_rules import citations
from macros.ord import words

PAGE = Path("docs/bilda-en-grupp/troskelvarden.md")
_PERIOD = re.compile(r"\d{4}–\d{4}")
_AMOUNT = re.compile(r"\d[\d \u00a0]*\d")
# What is drawn, as the heads of the columns name it, with its look.
LOOKS = {"Kommuner och regioner": "fyllning", "Staten": "tunn", "LOU": "randig"}


def values(_bank: Kunskapsbank) -> Mapping[str, object]:
    """The amounts of each period as bars on one scale. Raises FileNotFoundError when the page is gone."""
    text = PAGE.read_text("utf-8")
    texts = words()["figurer"]["troskelvarden"]
    periods: dict[str, dict[str, int]] = {}
    sources: dict[str, None] = {}
    for period, column, amount, cited in amounts(text):
        periods.setdefault(period, {})[column] = amount
        sources.update(dict.fromkeys(cited))
    most = max((amount for found in periods.values() for amount in found.values()), default=1)
    groups = [
        Group(period, [_bar(texts["namn"][column], found[column], most, column) for column in LOOKS if column in found])
        for period, found in periods.items()
    ]
    told = ". ".join(f"{group.heading}: {', '.join(bar.label for bar in group.bars)}" for group in groups)
    return {
        **drawn(groups, {look: texts["namn"][column] for column, look in LOOKS.items()}),
        "texter": texts,
        "kallor": list(sources),
        "lang": texts["lang"].format(rader=told),
    }


def _bar(name: str, amount: int, most: int, column: str) -> Bar:
    return Bar(f"{name}: {number(amount)}\u00a0kr", [Part(0, 100 * amount / most, LOOKS[column])])


def amounts(text: str) -> Iterator[tuple[str, str, int, tuple[str, ...]]]:
    """Each known amount of the tables in kronor: its period, the head of its column, the amount, and its sources."""
    heads: list[str] = []
    for line in text.splitlines():
        if not line.startswith("|"):
            heads = []
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        period = _PERIOD.match(cells[0])
        if not heads:
            heads = cells
        elif period:
            for head, cell in zip(heads[1:], cells[1:], strict=False):
                cited = citations(cells[0])
                if head in LOOKS and cited and _AMOUNT.fullmatch(cell):
                    yield period[0], head, int(re.sub(r"\D", "", cell)), cited
