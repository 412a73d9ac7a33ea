"""Life and evidence of every group: from its start to the last year that a source tells of, fading after that.

A bar that ends says nothing of what came later, so the years after the last evidence are drawn as unknown, unless a
source says that the group has ended.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from macros.figures.staplar import Bar, Group, Part, drawn
from macros.kunskapsbank import Kunskapsbank
from macros.model.base import facts
from macros.ord import words
from macros.pages.standing import ended, youngest_year
from macros.swedish import sort_key

_STEP = 10
# The first and the last year stand a little inside the figure, so that their dots and words are whole.
_EDGE = 3


def values(bank: Kunskapsbank) -> Mapping[str, Any]:
    """One bar a group, Swedish ones first, oldest first; the dated events again as a list for the table."""
    texts = words()["figurer"]["tidslinje"]
    lives = [_life(group, texts) for group in bank.grupp.values() if youngest_year(group)]
    lives.sort(key=lambda life: (life["start"] or life["sist"], sort_key(life["namn"])))
    now = max((int(group.granskad[:4]) for group in bank.grupp.values()), default=0)
    first = min((life["start"] or life["sist"] for life in lives), default=now) // _STEP * _STEP

    def across(year: int) -> float:
        return _EDGE + (100 - 2 * _EDGE) * (year - first) / max(now - first, 1)

    groups = [
        Group(heading, [_bar(life, across, now) for life in lives if life["svensk"] == swedish])
        for heading, swedish in ((texts["sverige"], True), (texts["utland"], False))
        if any(life["svensk"] == swedish for life in lives)
    ]
    key = {look: texts["nyckel"][look] for look in ("fyllning", "tonad")}
    events = sorted((event for life in lives for event in life["handelser"]), key=lambda event: event["ar"])
    return {
        **drawn(groups, key, top=24),
        "ar": [(year, round(across(year), 2)) for year in range(first, now + 1, _STEP)],
        "rader": lives,
        "handelser": events,
        "texter": texts,
        "kallor": [],
        "lang": texts["lang"].format(antal=len(lives), rader=". ".join(life["text"] for life in lives)),
    }


def _bar(life: Mapping[str, Any], across: Any, now: int) -> Bar:
    start, last = life["start"] or life["sist"], life["slut"] or life["sist"]
    parts = [Part(across(start), across(last) - across(start), "fyllning")]
    if not life["slut"]:
        parts.append(Part(across(last), across(now) - across(last), "tonad"))
    return Bar(life["text"], [part for part in parts if part.width > 0], [across(start), across(last)])


def _life(group: Any, texts: Mapping[str, Any]) -> dict[str, Any]:
    """A group's years: when it started and ended as far as known, and the youngest year of evidence."""
    events = _events(group)
    formed = [int(fact.varde) for fact in facts(group.bildad)]
    start = min([*formed, *(event["ar"] for event in events)], default=None)
    last, end = youngest_year(group), ended(group)
    shown = texts["avslutad_rad" if end else "rad" if start else "rad_utan_start"]
    return {
        "namn": group.namn,
        "svensk": group.land == "sverige",
        "start": start,
        "sist": last,
        "slut": end,
        "text": shown.format(namn=group.namn, start=start, sist=last, slut=end),
        "handelser": events,
    }


def _events(group: Any) -> Sequence[dict[str, Any]]:
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
