"""What is to be reviewed when, and by which role: as JSON, and as a calendar (iCalendar, RFC 5545) to subscribe to.

The calendar has one event for each day and role, so that it does not fill the calendar of whoever follows it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter

from macros.checks.review_due import due
from macros.guidance.pages import GuidancePage
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.plain import Json
from macros.open_data.feeds import identifier
from macros.open_data.owners import Rule, owners
from macros.open_data.publication import Publication
from macros.open_data.published import FOLDER, LICENCE
from macros.open_data.versions import current_version
from macros.ord import words

NAME = f"{FOLDER}/granskning"
_LONGEST_LINE = 75


@dataclass(frozen=True, order=True)
class Review:
    """A page or record: when it is to be reviewed, by whom, when it last was, where it stands and in which file."""

    due: str
    owner: str
    address: str
    name: str
    reviewed: str
    file: str


def reviews(bank: Kunskapsbank, guidance: Iterable[GuidancePage], known: Sequence[Rule]) -> tuple[Review, ...]:
    """Everything that has a day of review, the most urgent first."""
    return tuple(sorted((*_records(bank, known), *_pages(guidance, known))))


def _records(bank: Kunskapsbank, known: Sequence[Rule]) -> Iterator[Review]:
    for kind in KINDS.values():
        for name, record in bank.records(kind.name).items():
            reviewed = getattr(record, "granskad", None)
            if reviewed:
                file = f"data/{kind.folder}/{name}.yml"
                yield _review(reviewed, kind.page_of(name), getattr(record, "namn", name), file, known)


def _pages(guidance: Iterable[GuidancePage], known: Sequence[Rule]) -> Iterator[Review]:
    for page in guidance:
        if page.meta.get("granskad"):
            title, reviewed = page.title, str(page.meta["granskad"])
            yield _review(reviewed, page.address, title, f"docs/{page.source}", known)


def _review(reviewed: str, address: str, name: str, file: str, known: Sequence[Rule]) -> Review:
    day = due(date.fromisoformat(reviewed)).isoformat()
    return Review(day, " ".join(owners(file, known)), address, name, reviewed, file)


def review_files(found: Sequence[Review], site: Publication) -> Iterator[tuple[str, Json | str]]:
    """The list and the calendar."""
    keys = {"granskas": "due", "ansvarig": "owner", "sida": "address", "namn": "name"}
    keys |= {"granskad": "reviewed", "fil": "file"}
    rows = [{key: getattr(each, name) for key, name in keys.items()} for each in found]
    head = {"$schema": "granskning.schema.json", "schema_version": current_version(), "licens": LICENCE}
    yield f"{NAME}.json", {**head, "antal": len(rows), "poster": rows}
    yield f"{NAME}.ics", calendar(found, site)


def calendar(found: Sequence[Review], site: Publication) -> str:
    """The calendar; lines end and are folded as the standard says."""
    texts = words()["granskning"]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//kunskapsbank//granskning//SV", "CALSCALE:GREGORIAN"]
    lines.append(f"X-WR-CALNAME:{_escaped(texts['kalender'].format(namn=site.name))}")
    for (day, owner), group in groupby(found, key=attrgetter("due", "owner")):
        lines += _event(day, owner, list(group), site)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR"))


def _event(day: str, owner: str, group: Sequence[Review], site: Publication) -> Iterator[str]:
    texts = words()["granskning"]
    listed = "\n".join(f"{each.name}: {site.absolute(each.address)}" for each in group)
    end = date.fromisoformat(day) + timedelta(days=1)
    yield "BEGIN:VEVENT"
    yield f"UID:{identifier('granskning', day, owner).removeprefix('urn:uuid:')}"
    # The moment of the last review, so that two builds give the same calendar.
    yield f"DTSTAMP:{max(each.reviewed for each in group).replace('-', '')}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day.replace('-', '')}"
    yield f"DTEND;VALUE=DATE:{end.isoformat().replace('-', '')}"
    yield f"SUMMARY:{_escaped(texts['rubrik'].format(antal=len(group), ansvarig=owner))}"
    yield f"DESCRIPTION:{_escaped(listed)}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    """Text as the standard writes it (RFC 5545, 3.3.11)."""
    for sign, written in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        text = text.replace(sign, written)
    return text


def _folded(line: str) -> str:
    """A line in parts of at most 75 bytes, never within a character (RFC 5545, 3.1)."""
    parts: list[str] = []
    current = ""
    for sign in line:
        room = _LONGEST_LINE - (1 if parts else 0)
        if len((current + sign).encode()) > room:
            parts.append(current)
            current = ""
        current += sign
    return "\r\n ".join((*parts, current))
