"""The page *Senast ändrat*, `/andringar/`: what changed for readers, day by day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from macros.drawing import draw
from macros.history.entries import GUIDANCE, Entry
from macros.history.in_words import Told, told
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import long_date
from macros.model import KINDS
from macros.ord import words
from macros.pages.page import Page

SOURCE = "andringar.md"
# Older days are in the data.
MOST_DAYS = 30


@dataclass(frozen=True)
class KindOfDay:
    """What happened to one kind on a day: those that are new, and those that changed or went."""

    name: str
    new: tuple[Told, ...]
    changed: tuple[Told, ...]


@dataclass(frozen=True)
class DayShown:
    """A day with its kinds."""

    iso: str
    text: str
    kinds: tuple[KindOfDay, ...]


def changes_page(bank: Kunskapsbank, history: Sequence[Entry]) -> Page:
    """The page of the newest days; `history` is newest first."""
    texts = words()["andringar"]
    days = [(day, list(entries)) for day, entries in groupby(history, key=lambda entry: entry.day)]
    shown = [_day(bank, day, entries) for day, entries in days[:MOST_DAYS]]
    body = draw("sidor/andringar.md", texter=texts, dagar=shown, fler=len(days) > MOST_DAYS)
    meta = {"sokord": texts["sokord"], "foljs": "/data/v1/andringar"}
    return Page(SOURCE, texts["titel"], texts["sammanfattning"], body, "lista", None, meta)


def _day(bank: Kunskapsbank, day: str, entries: Sequence[Entry]) -> DayShown:
    kinds = []
    for kind, found in groupby(entries, key=lambda entry: entry.kind):
        mine = list(found)
        new = tuple(told(bank, (entry for entry in mine if entry.what == "ny")))
        rest = tuple(told(bank, (entry for entry in mine if entry.what != "ny")))
        kinds.append(KindOfDay(_kind_name(kind), new, rest))
    return DayShown(day, long_date(date.fromisoformat(day)), tuple(kinds))


def _kind_name(kind: str) -> str:
    if kind == GUIDANCE:
        return str(words()["andringar"]["slag"]["vagledning"])
    shown = words()["oppna_data"]["samlingar"].get(KINDS[kind].folder, {})
    return str(shown.get("namn", kind))
