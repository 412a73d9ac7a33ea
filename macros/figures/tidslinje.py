"""The timeline of groups, networks and milestones, from the dated events of the groups."""

from collections.abc import Mapping
from typing import Any

from macros.figures.text import width
from macros.kunskapsbank import Kunskapsbank
from macros.model.base import facts
from macros.ord import words
from macros.swedish import sort_key

PLOT, RIGHT, ROW, TOP, SIZE = 400, 16, 30, 44, 17.5
STEP = 10


def values(bank: Kunskapsbank) -> Mapping[str, Any]:
    """One lane a group with dated events, oldest first; the events again as a list for the table."""
    lanes = [(group, _events(group)) for group in bank.grupp.values()]
    lanes = [(group, events) for group, events in lanes if events]
    lanes.sort(key=lambda lane: (min(event["ar"] for event in lane[1]), sort_key(lane[0].namn)))
    years = [event["ar"] for _, events in lanes for event in events]
    first, last = min(years, default=1990) // STEP * STEP, (max(years, default=2020) // STEP + 1) * STEP
    left = max((width(group.namn, SIZE) for group, _ in lanes), default=0) + RIGHT
    scale = PLOT / (last - first)

    def across(year: int) -> float:
        return round(left + (year - first) * scale, 1)

    rows = [
        {
            "namn": group.namn,
            "y": TOP + number * ROW,
            "fran": across(events[0]["ar"]),
            "till": across(events[-1]["ar"]),
            "punkter": [across(year) for year in sorted({event["ar"] for event in events})],
            "utland": group.land != "sverige",
        }
        for number, (group, events) in enumerate(lanes)
    ]
    listed = sorted((event for _, events in lanes for event in events), key=lambda event: event["ar"])
    texts = words()["figurer"]["tidslinje"]
    return {
        "banor": rows,
        "ar": [(year, across(year)) for year in range(first, last + 1, STEP)],
        "bredd": round(left + PLOT + RIGHT),
        "hojd": TOP + len(rows) * ROW + 8,
        "handelser": listed,
        "texter": texts,
        "lang": texts["lang"].format(antal=len(listed), fran=min(years, default=0), till=max(years, default=0)),
    }


def _events(group: Any) -> list[dict[str, Any]]:
    """A group's events; where it has none, the years when it was formed and closed, which are facts too."""
    events = [
        {"ar": event.ar, "text": event.text, "kallor": event.kallor, "grupp": group.namn} for event in group.handelser
    ]
    if not events:
        texts = words()["figurer"]["tidslinje"]
        for field in ("bildad", "avslutad"):
            events += [
                {"ar": fact.varde, "text": texts[field], "kallor": fact.kallor, "grupp": group.namn}
                for fact in facts(getattr(group, field))[:1]
            ]
    return sorted(events, key=lambda event: event["ar"])
