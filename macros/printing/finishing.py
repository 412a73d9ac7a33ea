"""The last hand on a PDF: row headers for those who listen to tables, and a small file.

Typst marks the cells of a table's head as headers of their columns but has no stable way yet to say
that the first cell of each row heads its row. In our tables it always does, so it is said here.
"""

import io

import pikepdf

_ROW = pikepdf.Name.TR
_CELL, _HEADER = pikepdf.Name.TD, pikepdf.Name.TH


def finish(content: bytes) -> tuple[bytes, int]:
    """The same PDF with row headers, its objects packed, and an identity made from its content; and its pages."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == _ROW:
                _mark(item)
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        return out.getvalue(), len(pdf.pages)


def _mark(row: pikepdf.Dictionary) -> None:
    """Makes the first cell of a row of the table's body a header of its row."""
    cells = row.get("/K")
    first = cells[0] if isinstance(cells, pikepdf.Array) and len(cells) else cells
    if isinstance(first, pikepdf.Dictionary) and first.get("/S") == _CELL:
        first.S = _HEADER
        scope = pikepdf.Dictionary(O=pikepdf.Name.Table, Scope=pikepdf.Name.Row)
        # A cell may have other attributes already, one or several.
        others = first.get("/A")
        kept = list(others) if isinstance(others, pikepdf.Array) else [others] if others is not None else []
        first.A = pikepdf.Array([*kept, scope])
