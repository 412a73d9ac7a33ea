"""The scale from interest organisation over beställargrupp to joint procurement."""

from collections.abc import Mapping

from macros.facts.cells import Cell, cell, criteria_for
from macros.figures.staplar import Bar, Group, Part, drawn
from macros.figures.text import lines
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words

WIDTH, GAP, TOP = 720, 18, 64
LINE = 20
# The texts of a box, with the size of their letters.
_PARTS = {"namn": 19, "gemensamt": 15, "bindning": 15}


def values(bank: Kunskapsbank) -> Mapping[str, object]:
    """One box for each form with a place on the scale, in that order."""
    forms = sorted((form for form in bank.samverkansform.values() if form.skala), key=lambda form: form.skala or 0)
    rows = {criterion.falt: criterion for _, criterion in criteria_for(bank, "samverkansform")}
    width = (WIDTH - GAP * (len(forms) - 1)) / max(len(forms), 1)
    boxes, told, narrow_groups = [], [], []
    most = dict.fromkeys(_PARTS, 0)
    sources: dict[str, None] = {}
    for number, form in enumerate(forms):
        cells = [cell(form, rows[field]) for field in ("gemensamt", "bindning")]
        sources.update({key: None for found in cells for entry in found.entries for key in entry.sources})
        done, bound = (_first(found) for found in cells)
        broken = {
            part: lines(text, width - 32, size)
            for (part, size), text in zip(_PARTS.items(), (form.namn, done, bound), strict=True)
        }
        most = {part: max(before, len(broken[part])) for part, before in most.items()}
        boxes.append({"x": round(number * (width + GAP), 1), **broken, "mitten": number == 1})
        told.append(f"{form.namn}: {done}. {bound}".rstrip(".") + ".")
        reach = Part(0, 100 * (number + 1) / len(forms), "fyllning")
        narrow_groups.append(Group(form.namn, [Bar(done, ()), Bar(bound, [reach])]))
    second = TOP + 20 + most["namn"] * 24 + 22
    third = second + most["gemensamt"] * LINE + 34
    texts = words()["figurer"]["samverkan"]
    narrow = drawn(narrow_groups, {"fyllning": texts["bindning"]})
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
        "lang": texts["lang"].format(steg=" ".join(told).rstrip(".")),
    }


def _first(found: Cell) -> str:
    return found.entries[0].text if found.entries else words()["sida"]["saknas"]
