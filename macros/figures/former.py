"""The forms of cooperation in a grid: whether they lead to a purchase, whether they last, and how each binds."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.facts.cells import Cell, cell, criteria_for
from macros.figures.staplar import Bar, Group, Part, drawn
from macros.figures.text import lines
from macros.kunskapsbank import Kunskapsbank
from macros.language.text import Block, Piece, sentences
from macros.ord import Words, words

# The wide drawing: a band for each answer on purchase, in it a box for each answer on lasting.
EDGE, WIDTH, GAP, PAD, LINE, SIZE, SMALL, SYMBOL = 1, 718, 12, 12, 19, 15, 14, 24
_KEY, _HEADING, _BETWEEN = 30, 26, 10
# On narrow screens a form's symbol is a short bar, in per cent of the width.
_SHORT = 12
# The answers in the order that they are drawn; the last stands for unknown and not applicable.
ANSWERS = ("nej", "ja", "")
FIELDS = ("kop", "varaktig", "bindning", "gemensamt")


@dataclass(frozen=True)
class Form:
    """A form as it is drawn: its place (answers on purchase and lasting), cells by field, and what is not known."""

    namn: str
    place: tuple[str, str]
    cells: Mapping[str, Cell]
    missing: str

    @property
    def look(self) -> str:
        """Striped when its place is our own reading, wholly or in part."""
        own = any(entry.own_reading for field in FIELDS[:2] for entry in self.cells[field].entries)
        return "randig" if own else "fyllning"

    @property
    def told(self) -> str:
        """How it binds in short, and what is not known of its place."""
        binds = self.cells["bindning"]
        known = binds.entries[0].text if binds.entries else words()["sida"][binds.status]
        short = next(sentences(Block("text", (Piece(0, known),)))).text.rstrip(".")
        return f"{short} ({self.missing})" if self.missing else short


def forms(bank: Kunskapsbank) -> tuple[Form, ...]:
    """Every form of cooperation, in the order of the collection."""
    rows = {criterion.falt: criterion for _, criterion in criteria_for(bank, "samverkansform")}
    made = []
    for record in sorted(bank.samverkansform.values(), key=lambda form: form.ordning):
        cells = {field: cell(record, rows[field]) for field in FIELDS}
        missing = [
            f"{rows[f].i_mening}: {words()['sida'][cells[f].status]}" for f in FIELDS[:2] if not cells[f].entries
        ]
        made.append(Form(record.namn, (_answer(cells["kop"]), _answer(cells["varaktig"])), cells, ", ".join(missing)))
    return tuple(made)


def values(bank: Kunskapsbank) -> Mapping[str, object]:
    """A box for each pair of answers with its forms, the same in rows for narrow screens, and as a table."""
    texts, found = words()["figurer"]["former"], forms(bank)
    names = {criterion.falt: criterion.namn for _, criterion in criteria_for(bank, "samverkansform")}
    purchase, lasting = ([each for each in ANSWERS if each in {f.place[axis] for f in found}] for axis in (0, 1))
    groups = []
    for place in ((row, column) for row in purchase for column in lasting):
        here = [form for form in found if form.place == place]
        heading = ". ".join(_heading(names[field], answer, texts) for field, answer in zip(FIELDS, place, strict=False))
        if here:
            groups.append(Group(heading, [Bar(f"{f.namn}: {f.told}", [Part(0, _SHORT, f.look)]) for f in here]))
    told = ". ".join(f"{group.heading}: {'; '.join(bar.label for bar in group.bars)}" for group in groups)
    narrow = drawn(groups, texts["nyckel"])
    width = (WIDTH - GAP * (len(lasting) - 1)) / max(len(lasting), 1)
    columns = {answer: round(EDGE + number * (width + GAP), 1) for number, answer in enumerate(lasting)}
    bands: list[Mapping[str, object]] = []
    down = _KEY + _HEADING + _BETWEEN
    for answer in purchase:
        here = [form for form in found if form.place[0] == answer]
        band, end = _band(here, columns, width, down)
        bands.append({"namn": _heading(names["kop"], answer, texts), **band})
        down = end + _BETWEEN
    return {
        **narrow,
        "smal_hojd": narrow["hojd"],
        "band": bands,
        "kolumner": [(x, _heading(names["varaktig"], answer, texts)) for answer, x in columns.items()],
        "bredd": round(width, 1),
        "bred_hojd": down,
        "rubriker": [names[field] for field in FIELDS],
        "rader": [(form.namn, [form.cells[field] for field in FIELDS]) for form in found],
        "texter": texts,
        "kallor": list(dict.fromkeys(_sources(found))),
        "lang": texts["lang"].format(rutor=told),
    }


def _answer(found: Cell) -> str:
    return (found.entries[0].yes_no or "") if found.entries else ""


def _heading(name: str, answer: str, texts: Words) -> str:
    return f"{name}: {words()['ja_nej'][answer].lower() if answer else texts['inget']}"


def _band(
    found: Sequence[Form], columns: Mapping[str, float], width: float, top: int
) -> tuple[Mapping[str, object], int]:
    """A band from `top`: its heading's place, its boxes with their forms, and where it ends."""
    boxes, lowest = [], 0
    start = top + _HEADING
    for answer, x in columns.items():
        items, down = [], start + PAD
        for form in (each for each in found if each.place[1] == answer):
            name = lines(form.namn, width - 2 * PAD - SYMBOL, SIZE)
            told = lines(form.told, width - 2 * PAD - SYMBOL, SMALL)
            below = down + LINE * len(name)
            items.append({"y": down, "namn": name, "under": below, "text": told, "look": form.look})
            down = below + LINE * len(told) + _BETWEEN
        boxes.append({"x": x, "former": items})
        lowest = max(lowest, down)
    return {"y": top + SIZE, "topp": start, "hojd": lowest - start, "slut": lowest, "lador": boxes}, lowest


def _sources(found: Sequence[Form]) -> Iterable[str]:
    """The sources of what is drawn: the places and how the forms bind."""
    return (key for form in found for field in FIELDS[:3] for e in form.cells[field].entries for key in e.sources)
