"""The scale from interest organisation over beställargrupp to joint procurement."""

from collections.abc import Mapping
from typing import Any

from macros.facts.cells import Cell, cell, criteria_for
from macros.figures.staplar import Bar, Group, Part, drawn
from macros.figures.text import lines
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words

WIDTH, GAP, TOP = 720, 18, 64
LINE = 20


def values(bank: Kunskapsbank) -> Mapping[str, Any]:
    """One box for each form with a place on the scale, in that order."""
    forms = sorted((form for form in bank.samverkansform.values() if form.skala), key=lambda form: form.skala or 0)
    rows = {criterion.falt: criterion for _, criterion in criteria_for(bank, "samverkansform")}
    width = (WIDTH - GAP * (len(forms) - 1)) / max(len(forms), 1)
    boxes: list[dict[str, Any]] = []
    sources: dict[str, None] = {}
    for number, form in enumerate(forms):
        cells = [cell(form, rows[field]) for field in ("gemensamt", "bindning")]
        sources.update({key: None for found in cells for entry in found.entries for key in entry.sources})
        done, bound = (_first(found) for found in cells)
        boxes.append(
            {
                "x": round(number * (width + GAP), 1),
                "namn": lines(form.namn, width - 32, 19),
                "gemensamt": lines(done, width - 32, 15),
                "bindning": lines(bound, width - 32, 15),
                "mitten": number == 1,
                "text": f"{form.namn}: {done}. {bound}",
                "smal": Group(
                    form.namn, [Bar(done, ()), Bar(bound, [Part(0, 100 * (number + 1) / len(forms), "fyllning")])]
                ),
            }
        )
    parts = ("namn", "gemensamt", "bindning")
    most = {part: max((len(box[part]) for box in boxes), default=0) for part in parts}
    second = TOP + 20 + most["namn"] * 24 + 22
    third = second + most["gemensamt"] * LINE + 34
    steps = " ".join(box["text"].rstrip(".") + "." for box in boxes)
    texts = words()["figurer"]["samverkan"]
    narrow = drawn([box["smal"] for box in boxes], {"fyllning": texts["bindning"]})
    return {
        **narrow,
        "smal_hojd": narrow["hojd"],
        "lador": boxes,
        "bredd": round(width, 1),
        "lodrat": LINE,
        "topp": TOP,
        "y2": second,
        "y3": third,
        "hojd": third + most["bindning"] * LINE + 14,
        "rubriker": [rows["gemensamt"].namn, rows["bindning"].namn],
        "texter": texts,
        "kallor": list(sources),
        "lang": texts["lang"].format(steg=steps.rstrip(".")),
    }


def _first(found: Cell) -> str:
    return found.entries[0].text if found.entries else words()["sida"]["saknas"]
