"""What to say of a product that does not fit on its one page: which text to shorten, where it is, and by how much."""

from collections.abc import Mapping
from math import ceil

from macros.model import KINDS
from macros.model.kind import Sheet
from macros.ord import words
from macros.pages.print_products import SHEETS
from macros.printing.typesetting import Job

# A line of a sheet's column and of a page that is one, in millimetres; and the signs of the first.
_LINE_HEIGHT, _LINE_SIGNS = 4.3, 70
_LINE = 4.6


def sheet_too_long(job: Job, overflow: float, source: str) -> str:
    """What to say when a sheet does not fit: which text is longest, where it is, and about how much must go.

    `overflow` is the height in millimetres that did not fit, `source` the record as it is written.
    """
    kind = next(kind for kind, sheet in SHEETS.items() if job.name.startswith(f"{sheet.name}-"))
    identifier = job.name.removeprefix(f"{SHEETS[kind].name}-").removesuffix(".pdf")
    sections = [*job.values["story"], *([job.values["box"]] if job.values["box"] else [])]
    shown = sections if SHEETS[kind].answers else sections[:1]
    longest = max(shown, key=lambda section: length(section["blocks"]))
    signs = max(int(overflow / _LINE_HEIGHT * _LINE_SIGNS), _LINE_SIGNS)
    return (
        f"{KINDS[kind].file_of(identifier)}:{_line(source, longest['title'], SHEETS[kind])}:1: varning: "
        f"{words()['utskrift']['blad'][kind]}et får inte plats på en sida: {ceil(overflow)} mm för mycket. "
        f"Texten ”{longest['title']}” är längst ({length(longest['blocks'])} tecken); "
        f"korta texterna med omkring {signs} tecken."
    )


def _line(source: str, title: str, sheet: Sheet) -> int:
    """The line of a record where the text under a heading begins; the first when it cannot be told."""
    texts = words()["sida"]
    field = next((name for name in (*sheet.answers, sheet.box) if name and texts[name] == title), None)
    wanted = f"{field}:" if field else title
    lines = enumerate(source.splitlines(), 1)
    return next((number for number, line in lines if (line.startswith(wanted) if field else wanted in line)), 1)


def length(value: object) -> int:
    """How many signs the text of some blocks has."""
    if isinstance(value, str):
        return len(value)
    if isinstance(value, Mapping):
        return sum(length(value.get(key, "")) for key in ("i", "b", "items"))
    return sum(length(part) for part in value) if isinstance(value, list | tuple) else 0


def one_page_too_long(overflow: float, source: str) -> str:
    """What to say when the page does not fit: the file, and about how much must go (`overflow` in millimetres)."""
    lines = max(round(overflow / _LINE), 1)
    return (
        f"docs/{source}:1:1: fel: ”{words()['utskrift']['namn']['en_sida']}” får inte plats på en sida: "
        f"{overflow:.0f} mm för mycket. Korta sidan med omkring {lines} rader, eller posternas fält ”sammanfattning” "
        "som den visar."
    )
