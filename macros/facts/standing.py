"""Whether a group is alive and how to reach it, as far as its record can tell: computed, never written back.

What sources say of a group is often years old. So beside the answer to *verksam i dag* stands the youngest
year that any fact of the record speaks of, and the group's own website.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from pydantic import BaseModel

from macros.model import Grupp
from macros.model.base import Avsnitt, Handelse, Post, Uppgift, facts
from macros.ord import words

# Fields whose values are years.
_YEARS = ("bildad", "avslutad")


@dataclass(frozen=True)
class Standing:
    """The state of a group in words, the youngest year of evidence, and its website (address and name)."""

    state: str
    youngest: str
    website: str
    host: str

    @property
    def sentence(self) -> str:
        """State and evidence in one line."""
        return " ".join(part for part in (self.state, self.youngest) if part)


def standing(group: Grupp) -> Standing:
    """What the record of a group says of whether it is alive and where it is reached."""
    texts = words()["lage"]
    youngest = youngest_year(group)
    evidence = texts["senaste"].format(ar=youngest) if youngest else texts["senaste_saknas"]
    address = group.webb or ""
    return Standing(_state(group, texts), evidence, address, urlsplit(address).netloc.removeprefix("www."))


def ended(group: Grupp) -> int | None:
    """The year when a group ended; nothing when no source says that it has."""
    found = facts(group.avslutad)
    return int(found[-1].varde) if found else None


def label(group: Grupp) -> str:
    """The state in two or three words, for cards."""
    texts = words()["lage"]
    end, youngest = ended(group), youngest_year(group)
    if end:
        return str(texts["kort_avslutad"].format(ar=end))
    alive = next((fact for fact in reversed(facts(group.verksam)) if fact.varde == "ja"), None)
    if alive:
        return str(texts["kort_verksam"].format(ar=f" {alive.avser}" if alive.avser else ""))
    return str(texts["kort_senaste"].format(ar=youngest)) if youngest else ""


def _state(group: Grupp, texts: Mapping[str, str]) -> str:
    end = ended(group)
    if end:
        return texts["avslutad"].format(ar=end)
    known = facts(group.verksam)
    if not known:
        return texts["okand"]
    fact = known[-1]
    return texts[f"verksam_{fact.varde}"].format(ar=f" ({fact.avser})" if fact.avser else "")


def youngest_year(record: Post) -> int | None:
    """The youngest year that a fact of a record speaks of, never later than its last review; goals lie ahead."""
    last = int(record.granskad[:4])
    return max((year for year in _years(record) if year <= last), default=None)


def _years(value: object) -> Iterator[int]:
    """Every year that facts, figures, events and lists of members in a value speak of."""
    parts = value.values() if isinstance(value, Mapping) else value if isinstance(value, tuple) else ()
    for part in parts:
        yield from _years(part)
    if isinstance(value, BaseModel) and not isinstance(value, Avsnitt):
        yield from _own_years(value)
        for name in type(value).model_fields if not isinstance(value, Uppgift) else ():
            yield from _years(getattr(value, name))


def _own_years(value: BaseModel) -> Iterator[int]:
    """The years that a part of a record names itself: of an event, of what it speaks of, of fields that are years."""
    if isinstance(value, Handelse):
        yield value.ar
    spoken_of = getattr(value, "avser", None)
    if spoken_of:
        yield int(spoken_of[-4:])
    for name in _YEARS:
        yield from (fact.varde for fact in facts(getattr(value, name, None)))
