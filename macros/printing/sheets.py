"""Values for the one-page sheets: one for every example, group and norm.

A sheet is made from the record: its facts, figures and links, and its texts as the record's page has
them. Fields are chosen so that a sheet fits one A4; the template fills it with as much of the story as
there is room for.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import segno

from macros.compare.evidence import judgement
from macros.facts.cells import Entry, cell, criteria_for
from macros.facts.figure_words import figure_text, figure_year
from macros.facts.standing import standing
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Grupp
from macros.model.base import Post, Siffra
from macros.model.kind import Sheet
from macros.ord import words
from macros.pages.print_products import SHEETS
from macros.pages.related import related
from macros.printing.edition import Edition, meta
from macros.printing.inline import plain
from macros.printing.layout import prepared
from macros.printing.shapes import Block, Inline, Values
from macros.printing.site_pages import Chapter
from macros.printing.too_long import length
from macros.printing.typesetting import Job

_MAIN = 2
_MOST_FIGURES, _MOST_EVENTS, _MOST_LINKS, _MOST_STORY = 4, 6, 6, 4
# So much of a story can ever find room; the sources of the rest would only take room from it.
_STORY_SIGNS = 2000


@dataclass
class _Notes:
    """The sources of a sheet, numbered in the order in which they are met."""

    page: Sequence[Block]
    keys: list[str]

    def marks(self, sources: Sequence[str]) -> list[Inline]:
        """The raised numbers for some source keys."""
        return [{"k": "noter", "i": [{"k": "note", "n": self._number(key), "first": False} for key in sources]}]

    def renumbered(self, value: object) -> Any:
        """Blocks of the page with the sheet's numbers in place of the page's."""
        if isinstance(value, list | tuple):
            return [self.renumbered(part) for part in value]
        if not isinstance(value, Mapping):
            return value
        if value.get("k") == "note":
            return {**value, "n": self._number(self.page[value["n"] - 1]["key"]), "first": False}
        return {key: self.renumbered(part) for key, part in value.items()}

    def _number(self, key: str) -> int:
        if key not in self.keys:
            self.keys.append(key)
        return self.keys.index(key) + 1

    def listed(self) -> list[Block]:
        """The sources in order; all of them are on the record's page."""
        found = {note["key"]: note for note in self.page}
        return [found[key] for key in self.keys]


def sheet_job(bank: Kunskapsbank, kind: str, identifier: str, chapter: Chapter, edition: Edition) -> Job:
    """The job that makes the sheet of one record."""
    record = bank.posts(kind)[identifier]
    figures: Sequence[Siffra] = getattr(record, "siffror", ())
    sheet = SHEETS[kind]
    texts = words()["utskrift"]
    notes = _Notes(chapter.notes, [])
    story = list(_story(sheet, chapter))
    box = _section(chapter, words()["sida"][sheet.box]) if sheet.box else None
    group = record if isinstance(record, Grupp) else None
    values = {
        "meta": meta(record.namn, record.sammanfattning, edition),
        "record": [KINDS[kind].folder, identifier],
        "label": texts["blad"][kind],
        "title": record.namn,
        "full": getattr(record, "fullt_namn", None) or "",
        "summary": record.sammanfattning,
        "address": chapter.address,
        "story": [_texts(part, notes, edition) for part in story],
        # Every answer is shown; of a longer story as much as there is room for.
        "least": len(story) if sheet.answers else 0,
        "box": _texts(box, notes, edition) if box else None,
        "numbers": [
            {
                "value": figure_text(figure),
                "name": figure.namn,
                "year": figure_year(bank, figure),
                "own": words()["sida"]["berakning"] if figure.egen_tolkning else "",
                "notes": notes.marks(figure.kallor),
            }
            for figure in figures[:_MOST_FIGURES]
        ],
        "facts": _facts(bank, kind, record, sheet.facts, notes),
        "standing": _standing(group) if group else {},
        "marks": _marks(bank, group, notes) if group else [],
        "events": _events(group, notes) if group else [],
        "links": _links(bank, kind, identifier),
        "qr": qr_rows(edition.public + chapter.address) if edition.public else [],
        "shown-address": edition.public + chapter.address if edition.public else "",
        "url": edition.public + chapter.address if edition.public else "",
        "words": {
            **texts["blad"],
            "sources": words()["sida"]["kallor"],
            "edition": edition.text,
            "site": texts["webbplats"],
            "facts": words()["sida"]["fakta"],
            "numbers": words()["sida"]["siffror"],
            "marks": words()["sida"]["kannetecken"],
            "events": words()["sida"]["handelser"],
        },
    }
    values["notes"] = prepared(notes.listed(), (), chapter.address, edition.public)
    return Job(f"{sheet.name}-{identifier}.pdf", "blad.typ", values)


def _story(sheet: Sheet, chapter: Chapter) -> Iterator[tuple[str, list[Block]]]:
    """The texts of a sheet: its answers, otherwise the first parts of the story."""
    texts = words()["sida"]
    if sheet.answers:
        yield from (found for field in sheet.answers if (found := _section(chapter, texts[field])))
        return
    own = {
        texts[key] for key in ("fakta", "gett", "medlemmar", "siffror", "historia", "kannetecken", "framgangsfaktorer")
    }
    titles = [plain(block["i"]) for block in chapter.blocks if _is_main_heading(block)]
    chosen = [title for title in titles if title not in own][:_MOST_STORY]
    signs = 0
    for found in (found for title in chosen if (found := _section(chapter, title))):
        signs += length(found[1])
        if signs <= _STORY_SIGNS:
            yield found


def _is_main_heading(block: Block) -> bool:
    return bool(block["k"] == "h" and block["n"] == _MAIN)


def _section(chapter: Chapter, title: str) -> tuple[str, list[Block]] | None:
    """A heading and the blocks under it; nothing when the page has no such heading."""
    found: list[Block] | None = None
    for block in chapter.blocks:
        if _is_main_heading(block):
            if found is not None:
                break
            found = [] if plain(block["i"]) == title else None
        elif found is not None:
            found.append(block)
    return None if found is None else (title, found)


def _texts(section: tuple[str, list[Block]], notes: _Notes, edition: Edition) -> Values:
    title, blocks = section
    return {"title": title, "blocks": prepared(notes.renumbered(blocks), (), "", edition.public)}


def _facts(
    bank: Kunskapsbank, kind: str, record: Post, fields: Sequence[str], notes: _Notes
) -> list[dict[str, object]]:
    """The chosen facts; on a sheet the comments are left to the page. Start and end without source are left out."""
    texts = words()["sida"]
    criteria = {criterion.falt: criterion for _, criterion in criteria_for(bank, kind)}
    rows = []
    for field in fields:
        found = cell(record, criteria[field])
        content: list[Inline] = [texts["saknas"] if found.status == "saknas" else texts["ej"]]
        for number, entry in enumerate(found.entries):
            year = f" ({entry.year})" if entry.year else ""
            mark = f", {texts['tolkning']}" if entry.own_reading else ""
            shown: list[Inline] = [f"{entry.text}{year}{mark}", *notes.marks(entry.sources)]
            content = shown if not number else [*content, "; ", *shown]
        rows.append({"name": criteria[field].namn, "known": found.status == "kand", "i": content})
    return rows


def _standing(record: Grupp) -> dict[str, str]:
    """Where the group is reached and whether it is alive, as the page's first lines say it."""
    found, texts = standing(record), words()["lage"]
    return {
        "label": texts["webbplats"],
        "url": found.website,
        "host": found.host or texts["webb_saknas"],
        "text": found.sentence,
    }


def _marks(bank: Kunskapsbank, record: Grupp, notes: _Notes) -> list[dict[str, object]]:
    """The characteristics of a group with their answers in words, each with year, own reading and sources."""
    texts = words()
    marks = sorted(bank.kannetecken.items(), key=lambda item: item[1].ordning)
    answers = [(mark.namn, judgement(record.kannetecken.get(name), texts["ja_nej"])) for name, mark in marks]
    if not any(answer.entries for _, answer in answers):
        return []
    return [
        {"name": name, "w": entry.yes_no or "", "text": entry.text, **_behind(entry, notes)}
        if (entry := next(iter(answer.entries), None))
        else {"name": name, "w": answer.status, "text": texts["sida"]["saknas" if answer.status == "saknas" else "ej"]}
        for name, answer in answers
    ]


def _behind(entry: Entry, notes: _Notes) -> dict[str, object]:
    """What follows an answer: the year it speaks of, that it is our own reading, and the notes."""
    said = [f" ({entry.year})" if entry.year else "", f", {words()['sida']['tolkning']}" if entry.own_reading else ""]
    return {"after": "".join(said), "notes": notes.marks(entry.sources)}


def _events(record: Grupp, notes: _Notes) -> list[dict[str, object]]:
    events = sorted(record.handelser, key=lambda event: event.ar)
    # The first and the last events say most about how long a group has worked.
    chosen = events if len(events) <= _MOST_EVENTS else [*events[: _MOST_EVENTS - 2], *events[-2:]]
    return [{"year": event.ar, "text": event.text, "notes": notes.marks(event.kallor)} for event in chosen]


def _links(bank: Kunskapsbank, kind: str, identifier: str) -> list[dict[str, object]]:
    groups = related(bank, kind, identifier, words()["relationer"])
    skipped = words()["relationer"]["samma_omrade"]
    summaries = {} if SHEETS[kind].answers else _summaries(bank)
    return [
        {
            "title": group.heading,
            "names": [link.name for link in group.links[:_MOST_LINKS]],
            # What came out of it in a sentence each, where there is room.
            "told": [summaries.get(link.address, "") for link in group.links[:_MOST_LINKS]],
        }
        for group in groups
        if group.heading != skipped
    ]


def _summaries(bank: Kunskapsbank) -> dict[str, str]:
    """The summary of every example, by the address of its page."""
    return {KINDS["projekt"].page_of(name): project.sammanfattning for name, project in bank.projekt.items()}


def qr_rows(address: str) -> list[str]:
    """The modules of a QR code of an address, a text of ones and zeros a row."""
    return [
        "".join("1" if module else "0" for module in row) for row in segno.make(address, error="m", micro=False).matrix
    ]
