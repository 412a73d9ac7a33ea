"""Documents to edit: templates, the agenda and the one-page summary as Word files, from the same page as the site.

Headings, lists and tables get Word's own styles. What is to be filled in, ”[ange …]”, becomes a field
(content control) with the same words as a prompt. Links keep their text; notes and sources are left to
the page. The same content gives the same bytes.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_ROW_HEIGHT_RULE, WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from macros.ord import words
from macros.printing.edition import Edition
from macros.printing.errors import PrintError
from macros.printing.inline import plain
from macros.printing.shapes import Block, Inline
from macros.printing.word_styles import Part, colour_of, new_document, tighten

_FIELD = re.compile(r"(\[[^\]]+\])")
_ROW_HEIGHT = Cm(0.9)
_LISTS = {"ul": "List Bullet", "ol": "List Number", "check": "List Bullet"}
_DEEPEST_LIST = 3
# A picture of another page, and the name of another program.
_OF_THE_LIBRARY = ("/thumbnail", "/extended-properties")
# The oldest time that a zip file can hold; the contents have their own date in the properties.
_ZIP_TIME = (1980, 1, 1, 0, 0, 0)


class UnknownBlockError(PrintError):
    """A page holds a block that the Word document has no form for."""

    def __init__(self, kind: str) -> None:
        super().__init__(words()["utskrift"]["word_saknar_form"].format(slag=kind))


def filled_in(title: str, summary: str, blocks: Sequence[Block], edition: Edition) -> bytes:
    """A template: the page up to its last heading, which is advice to the reader of the site."""
    headings = [place for place, block in enumerate(blocks) if block["k"] == "h"]
    return handed_out(title, summary, blocks[: headings[-1]], edition)


def handed_out(title: str, summary: str, blocks: Sequence[Block], edition: Edition, *, dense: bool = False) -> bytes:
    """A page as a document, whole; `dense` keeps a page that is meant for one sheet of paper on one."""
    document = new_document(title, summary, edition)
    if dense:
        tighten(document)
    _draw(document, blocks)
    return _bytes(document)


def agenda(items: Sequence[Sequence[Block]], intro: str, edition: Edition) -> bytes:
    """The agenda: facts about the meeting to fill in, then every point with room for what is decided."""
    texts = words()["utskrift"]["dagordning"]
    document = new_document(texts["titel"], intro, edition)
    _form(document, texts["om_motet"], texts["ange"])
    for item in items:
        text = " ".join(plain(block.get("i", ())) for block in item).strip(" .")
        document.add_heading(text[:1].upper() + text[1:], level=1)
        _form(document, texts["punkt"], texts["ange"])
    return _bytes(document)


def _draw(document: Part, blocks: Iterable[Block], depth: int = 1) -> None:
    for block in blocks:
        kind = block["k"]
        if kind == "h":
            document.add_heading(plain(block["i"]), level=block["n"] - 1)
        elif kind == "p":
            _runs(document.add_paragraph(), block["i"])
        elif kind in _LISTS:
            _list(document, block, depth)
        elif kind == "quote":
            _draw(document, block["b"])
        elif kind == "box":
            _runs(document.add_paragraph(style="Intense Quote"), block["t"])
            _draw(document, block["b"])
        elif kind == "table":
            _table(document, block)
        else:
            raise UnknownBlockError(kind)


def _list(document: Part, block: Block, depth: int) -> None:
    """A list; lists inside it are indented as far as Word's own styles go."""
    style = _LISTS[block["k"]] + (f" {min(depth, _DEEPEST_LIST)}" if depth > 1 else "")
    for part in (part for item in block["items"] for part in item):
        if part["k"] == "p":
            _runs(document.add_paragraph(style=style), part["i"])
        else:
            _draw(document, [part], depth + 1)


def _table(document: Part, block: Block) -> None:
    rows = [*block["head"], *block["rows"]]
    table = document.add_table(len(rows), len(rows[0]), style="Table Grid")
    heads = len(block["head"])
    for number, (row, cells) in enumerate(zip(table.rows, rows, strict=True)):
        for cell, parts in zip(row.cells, cells, strict=True):
            for part in parts:
                _runs(cell.paragraphs[0], part.get("i", ()), bold=number < heads)
    _repeat_head(table)
    # Room between the table and what follows.
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _form(document: Part, names: Sequence[str], prompt: str) -> None:
    """A table of two columns: what is asked, and a field to fill in."""
    table = document.add_table(len(names), 2, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.LEFT
    table.autofit = False
    for column, width in zip(table.columns, (Cm(4), Cm(11.4)), strict=True):
        column.width = width
    for row, name in zip(table.rows, names, strict=True):
        first, second = row.cells
        first.width, second.width = Cm(4), Cm(11.4)
        row.height, row.height_rule = _ROW_HEIGHT, WD_ROW_HEIGHT_RULE.AT_LEAST
        first.paragraphs[0].add_run(name).bold = True
        _runs(second.paragraphs[0], [f"[{prompt.format(namn=name.lower())}]"])
        for cell in row.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
            layout = cell.paragraphs[0].paragraph_format
            layout.space_before = layout.space_after = Pt(3)
            # A form stays on one page, with its heading.
            layout.keep_with_next = name != names[-1]
    # Room between the form and what follows.
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _repeat_head(table: Part) -> None:
    head = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(head)  # noqa: SLF001 - the library has no call for it


def _runs(paragraph: Part, content: Sequence[Inline], *, bold: bool = False, italic: bool = False) -> None:
    """Adds running text; what stands in brackets becomes a field, also when a part of it is a link."""
    for (is_bold, is_italic), group in groupby(_pieces(content, bold, italic), key=lambda piece: piece[1:]):
        text = "".join(piece[0] for piece in group)
        for number, piece in enumerate(_FIELD.split(text)):
            if number % 2:
                _field(paragraph, piece)
            elif piece:
                run = paragraph.add_run(piece)
                run.bold, run.italic = is_bold or None, is_italic or None


def _pieces(content: Sequence[Inline], bold: bool, italic: bool) -> Iterator[tuple[str, bool, bool]]:  # noqa: FBT001
    """The texts of running text with how each is set; links keep their words, notes are left to the page."""
    for part in content:
        if isinstance(part, str):
            yield part, bold, italic
        elif part["k"] not in {"noter", "br"}:
            yield from _pieces(part["i"], bold or part["k"] == "strong", italic or part["k"] == "em")


def _field(paragraph: Part, prompt: str) -> None:
    """A content control whose prompt is the text in brackets."""
    control, settings, content = (OxmlElement(f"w:{name}") for name in ("sdt", "sdtPr", "sdtContent"))
    alias = OxmlElement("w:alias")
    alias.set(qn("w:val"), prompt.strip("[]")[:60])
    # In the order of the schema: name, prompt shown, plain text.
    for child in (alias, OxmlElement("w:showingPlcHdr"), OxmlElement("w:text")):
        settings.append(child)
    run = paragraph.add_run(prompt)
    run.font.color.rgb = colour_of("text-svag")
    content.append(run._r)  # noqa: SLF001 - the library has no call for content controls
    control.append(settings)
    control.append(content)
    paragraph._p.append(control)  # noqa: SLF001


def _bytes(document: Part) -> bytes:
    """The document as a file without the time of the build in it, or what the library's own template says of itself."""
    package = document.part.package
    for relation in [each for each in package.rels.values() if each.reltype.endswith(_OF_THE_LIBRARY)]:
        package.rels.pop(relation.rId)
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as made, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in made.namelist():
            kept.writestr(zipfile.ZipInfo(name, _ZIP_TIME), made.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
