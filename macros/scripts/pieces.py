"""The data of a comparison in pieces, where a kind has many records: a reader fetches those of the records shown."""

from collections.abc import Sequence

from macros.compare.chosen import MOST_BOXES, all_columns
from macros.compare.parts import parts_among
from macros.kunskapsbank import Kunskapsbank
from macros.model.plain import Json

# What the records of a piece are at most, where a kind has more than can be ticked in a list.
MOST_IN_PIECE = 15


def pieces_of(bank: Kunskapsbank, kind: str) -> Sequence[Sequence[str]]:
    """The records of a kind as their data is sent: as tables have them, each once; nothing where they are few."""
    columns = all_columns(bank, kind)
    if len(columns) <= MOST_BOXES:
        return ()
    names = {column.identifier: column.name for column in columns}
    left = dict(names)
    pieces = []
    for part in parts_among(bank, kind, names, MOST_IN_PIECE):
        held = [identifier for identifier in part.identifiers if left.pop(identifier, None)]
        if held:
            pieces.append(held)
    return pieces


def in_pieces(whole: Json, pieces: Sequence[Sequence[str]]) -> tuple[Json, list[Json]]:
    """The data of a kind without cells and sources, each record with the number of its piece; and the pieces."""
    if not pieces:
        return whole, []
    number = {identifier: place for place, held in enumerate(pieces) for identifier in held}
    records = [{**record, "bit": number[record["id"]]} for record in whole["poster"]]
    return {**whole, "poster": records, "celler": {}, "kallor": {}}, [_piece(whole, held) for held in pieces]


def _piece(whole: Json, held: Sequence[str]) -> Json:
    cells = {identifier: whole["celler"][identifier] for identifier in held}
    cited = {
        key for row in cells.values() for cell in row if cell for fact in cell.get("u", ()) for key in fact.get("k", ())
    }
    return {"celler": cells, "kallor": {key: source for key, source in whole["kallor"].items() if key in cited}}
