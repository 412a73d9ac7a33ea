"""Life and evidence of every group: from its start to the last year that a source tells of, fading after that.

A bar that ends says nothing of what came later, so the years after the last evidence are drawn as unknown, unless a
source says that the group has ended.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from macros.facts.standing import ended, youngest_year
from macros.figures.staplar import Bar, Group, Part, drawn
from macros.figures.text import lines
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import sort_key
from macros.model import Grupp
from macros.model.base import facts
from macros.model.grupp import is_swedish
from macros.ord import Words, words

# A figure that can be taken in: of more groups, those that sources tell the most events of.
MOST = 40
_STEP = 10
# The first and the last year stand a little inside the figure, so that their dots and words are whole.
_EDGE = 3
# The wide drawing: names to the left, years to the right.
WIDTH, _LEFT, _ROW, _NAME_LINE, _TOP = 720, 232, 26, 18, 62
# The place of a year in the figure, in per cent.
Across = Callable[[int], float]


@dataclass(frozen=True)
class Event:
    """What happened in a group in a year."""

    ar: int
    text: str
    kallor: Sequence[str]
    grupp: str


@dataclass(frozen=True)
class Life:
    """A group's years: when it started and ended as far as known, and the youngest year of evidence."""

    namn: str
    svensk: bool
    start: int | None
    sist: int
    slut: int | None
    text: str
    handelser: Sequence[Event]

    @property
    def first(self) -> int:
        """The year where its bar begins."""
        return self.start or self.sist


def values(bank: Kunskapsbank) -> Mapping[str, object]:
    """One bar a group, Swedish ones first, oldest first; the dated events again as a list for the table.

    Of many groups only `MOST` are drawn, and the figure says so.
    """
    texts = words()["figurer"]["tidslinje"]
    every = [_life(group, year, texts) for group in bank.grupp.values() if (year := youngest_year(group))]
    lives = nlargest(MOST, every, key=lambda life: len(life.handelser))
    if len(every) > MOST:
        chosen = texts["utvalda"].format(antal=MOST, alla=len(every))
        texts = {**texts, "eget": f"{chosen} {texts['eget']}"}
    lives.sort(key=lambda life: (life.first, sort_key(life.namn)))
    now = max((int(group.granskad[:4]) for group in bank.grupp.values()), default=0)
    first = min((life.first for life in lives), default=now) // _STEP * _STEP

    def across(year: int) -> float:
        return _EDGE + (100 - 2 * _EDGE) * (year - first) / max(now - first, 1)

    parts = ((texts["sverige"], True), (texts["utland"], False))
    sections = [(heading, [life for life in lives if life.svensk == swedish]) for heading, swedish in parts]
    sections = [(heading, part) for heading, part in sections if part]
    groups = [Group(heading, [_bar(life, across, now) for life in part]) for heading, part in sections]
    key = {look: texts["nyckel"][look] for look in ("fyllning", "tonad")}
    events = sorted((event for life in lives for event in life.handelser), key=lambda event: event.ar)
    return {
        **drawn(groups, key, top=24),
        **_wide(sections, across, now),
        "ar": [(year, round(across(year), 2)) for year in range(first, now + 1, _STEP)],
        "rader": lives,
        "handelser": events,
        "texter": texts,
        "kallor": [],
        "lang": texts["lang"].format(antal=len(lives), rader=". ".join(life.text for life in lives)),
    }


def _wide(sections: Sequence[tuple[str, Sequence[Life]]], across: Across, now: int) -> dict[str, object]:
    """The wide drawing: each group's name in lines and its bar beside, in the figure's own units."""
    rows: list[dict[str, object]] = []
    down = _TOP

    def place(share: float) -> float:
        return round(_LEFT + (WIDTH - _LEFT) * share / 100, 1)

    for heading, part in sections:
        rows.append({"rubrik": heading, "y": down + 20})
        down += 34
        for life in part:
            bar = _bar(life, across, now)
            name = lines(life.text, _LEFT - 14, 14)
            height = max(_ROW, _NAME_LINE * len(name) + 8)
            rows.append(
                {
                    "rubrik": "",
                    "namn": name,
                    "y": down + 15,
                    "mitt": down + height / 2 - 1,
                    "delar": [(place(p.start), round((WIDTH - _LEFT) * p.width / 100, 1), p.look) for p in bar.parts],
                    "punkter": [place(dot) for dot in bar.dots],
                }
            )
            down += height
    years = range(now // _STEP * _STEP, 0, -_STEP)
    scale = [(year, place(across(year))) for year in years if across(year) >= 0]
    return {"bred_rader": rows, "bred_ar": scale, "bredd": WIDTH, "bred_hojd": down + 8}


def _bar(life: Life, across: Across, now: int) -> Bar:
    start, last = life.first, life.slut or life.sist
    parts = [Part(across(start), across(last) - across(start), "fyllning")]
    if not life.slut:
        parts.append(Part(across(last), across(now) - across(last), "tonad"))
    return Bar(life.text, [part for part in parts if part.width > 0], [across(start), across(last)])


def _life(group: Grupp, last: int, texts: Words) -> Life:
    """The years of a group whose youngest evidence is of a year."""
    events = _events(group)
    formed = [int(fact.varde) for fact in facts(group.bildad)]
    start = min(formed or [event.ar for event in events], default=None)
    end = ended(group)
    shown = texts["avslutad_rad" if end else "rad" if start else "rad_utan_start"]
    text = shown.format(namn=group.namn, start=start, sist=last, slut=end)
    return Life(group.namn, is_swedish(group), start, last, end, text, events)


def _events(group: Grupp) -> Sequence[Event]:
    """A group's events; where it has none, the years when it was formed and closed, which are facts too."""
    events = [Event(event.ar, event.text, event.kallor, group.namn) for event in group.handelser]
    if not events:
        texts = words()["figurer"]["tidslinje"]
        for field in ("bildad", "avslutad"):
            events += [
                Event(fact.varde, texts[field], fact.kallor, group.namn) for fact in facts(getattr(group, field))[:1]
            ]
    return sorted(events, key=lambda event: event.ar)
