"""What a text becomes on its page: nothing that is written is dropped, glued together or shown as stray marks.

Pages are read as CommonMark with tables (`macros.guidance.commonmark`), as in the previews of code hosts. What
remains is what even a right preview shows wrongly: a cell too many, a list that is none, a mark left open.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from macros.checks.material import Material
from macros.guidance.marks import left_over
from macros.guidance.passages import Passage
from macros.problems.problem import Problem

RULE = "struktur"
# An ordered list that starts here or later is a year or a number in a sentence.
_NO_LIST = 100
# The tokens of a box before its text: the box, and its title opened, read and closed.
_TITLE = 4
_ROW = re.compile(r"\s*\|.*\|\s*$|.*\S\s+\|\s+\S.*\s\|\s+\S")
_BULLET = re.compile(r"\s*[•·▪◦‣●○■□▪➢✓✔☐]\s*\S")
# Such lines are a list when there is more than one of them.
_DASHES = re.compile(r"\s*(?:[–—−]\s|[a-zA-Z]\)\s|\([a-z0-9]\)\s|-[^\W\d_]|\*[^\W\d_*]+\s[^*]*$)")
# Inside a paragraph these stand so far in that they are no list.
_POINT = re.compile(r"\s*(?:\d{1,2}[.)]|[-*+])\s+\S")
_LONE_BOX = re.compile(r"\s*\[[ xX]\]\s")
_EMPTY_BOX = re.compile(r"\[\]|\[[xX ]\](?=\S)|\[[xX ]\s{2,}\]")
_TABS = re.compile(r"\S\t+\S")


def check(material: Material) -> Iterable[Problem]:
    """Tables, lists, boxes and marks that a reader would see as something else."""
    for passage in material.passages:
        if passage.kind != "plain":
            yield from problems(passage)


def problems(passage: Passage) -> Iterator[Problem]:
    """What a reader of one text would see as something else."""
    blocks = passage.blocks
    for place, token in enumerate(blocks):
        if token.map is not None:
            yield from _block(passage, place)
            if token.type == "inline" and blocks[place - 1].type == "paragraph_open":
                yield from _paragraph(passage, token, blocks[place - 2] if place > 1 else None)
            if token.type == "inline" and blocks[place - 1].type not in {"th_open", "td_open"}:
                yield from _marks(passage, token)


def _block(passage: Passage, place: int) -> Iterator[Problem]:
    token = passage.blocks[place]
    first = (token.map or (0,))[0]
    if token.type == "table_open":
        yield from _table(passage, token, passage.blocks[place:])
    elif token.type == "code_block":
        hint = "Ta bort blankstegen först på raden. Kod skrivs mellan två rader med ```."
        yield _problem(passage, first, "Raden är indragen så att den visas som kod.", hint)
    elif token.type == "box_open" and passage.kind == "guide" and passage.blocks[place + _TITLE].type == "box_close":
        hint = "Dra in rutans text med fyra blanksteg på varje rad."
        yield _problem(passage, first, "Rutan blir tom: texten under den är inte indragen.", hint)
    elif token.type == "ordered_list_open" and int(token.attrs.get("start", 1)) >= _NO_LIST:
        number = token.attrs["start"]
        hint = f"Börja raden med ett annat ord, eller skriv {number}\\."
        yield _problem(passage, first, f"Raden börjar med ”{number}.” och visas som punkt {number}.", hint)


def _marks(passage: Passage, token: Token) -> Iterator[Problem]:
    for down, sign, message, hint in left_over(token, passage.references):
        line = passage.lines[min((token.map or (0,))[0] + down, len(passage.lines) - 1)]
        if not line.is_cut:
            yield passage.problem(line, max(0, line.text.find(sign)), message, hint, RULE)


def _problem(passage: Passage, number: int, message: str, hint: str) -> Problem:
    line = passage.lines[number]
    return passage.problem(line, len(line.text) - len(line.text.lstrip()), message, hint, RULE)


def _cells(text: str) -> list[str]:
    """The cells of a row of a table, as the parser divides it."""
    cells = [cell.strip() for cell in escapedSplit(text.strip())]
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] else cells


def _table(passage: Passage, table: Token, rest: Sequence[Token]) -> Iterator[Problem]:
    first, last = table.map or (0, 0)
    head = _cells(passage.lines[first].text)
    width = sum(token.type == "th_open" for token in rest[: _end(rest)])
    if not any(head):
        hint = "Skriv vad varje kolumn visar i tabellens första rad."
        yield _problem(passage, first, "Tabellens kolumner saknar rubriker.", hint)
    for number in range(first + 2, last):
        text = passage.lines[number].text
        cells = _cells(text)
        if "|" not in text:
            hint = "Lägg en tom rad efter tabellen, eller skriv raden med | mellan cellerna."
            yield _problem(passage, number, "Texten direkt efter tabellen visas som en rad i den.", hint)
        elif len(cells) > width:
            hint = f"Ta bort ”{cells[width]}” eller lägg till en kolumn. Ett | som hör till texten skrivs \\|."
            message = f"Raden har {len(cells)} celler men tabellen {width} kolumner: det som är för mycket visas inte."
            yield _problem(passage, number, message, hint)
        elif len(cells) < width:
            hint = "Skriv en cell för varje kolumn. En cell som ska vara tom skrivs | |."
            message = f"Raden har {len(cells)} celler men tabellen {width} kolumner: de sista blir tomma."
            yield _problem(passage, number, message, hint)


def _end(tokens: Sequence[Token]) -> int:
    return next(place for place, token in enumerate(tokens) if token.type == "thead_close")


def _paragraph(passage: Passage, token: Token, before: Token | None) -> Iterator[Problem]:
    """Lines of a paragraph that were meant as a table or a list; `before` is what ends or begins right before it."""
    first, last = token.map or (0, 0)
    lines = [(number, passage.lines[number].text) for number in range(first, last)]
    rows = [number for number, text in lines if _ROW.match(text) and not text.lstrip().startswith("{{")]
    if rows and (len(rows) > 1 or lines[0][1].lstrip().startswith("|") or _after_table(before)):
        if _after_table(before):
            hint = "Ta bort den tomma raden ovanför, så att raden hör till tabellen."
            yield _problem(passage, rows[0], "Raden står utanför tabellen och visas som text med streck.", hint)
        else:
            hint = "Skriv rubrikerna på första raden och |---|---| på andra, med lika många kolumner."
            yield _problem(passage, rows[0], "Tabellen visas som text: dess andra rad är inte en strecklinje.", hint)
        return
    tabs = next((number for number, text in lines if _TABS.search(text)), None)
    if tabs is not None and not _BULLET.match(passage.lines[tabs].text):
        hint = "Skriv en tabell med | mellan cellerna och |---|---| på andra raden, eller byt tabben mot blanksteg."
        yield _problem(passage, tabs, "Raden har tabbar, som från ett kalkylblad, och visas som löpande text.", hint)
        return
    yield from _lines_of_a_list(passage, lines)
    alone = before is None or before.type != "list_item_open"
    box = next((number for number, text in lines if _EMPTY_BOX.match(text.lstrip(" -*+"))), None)
    if box is not None or (alone and _LONE_BOX.match(lines[0][1])):
        hint = "Skriv rutan så här: ”- [ ] Kalla till mötet.”, med ett blanksteg mellan och efter hakparenteserna."
        yield _problem(passage, lines[0][0] if box is None else box, "Rutan att bocka av visas som tecken.", hint)


def _after_table(before: Token | None) -> bool:
    return before is not None and before.type == "table_close"


def _lines_of_a_list(passage: Passage, lines: Sequence[tuple[int, str]]) -> Iterator[Problem]:
    like_points = [number for number, text in lines if _BULLET.match(text)]
    dashes = [number for number, text in lines if _DASHES.match(text)]
    numbers = [number for number, text in lines[1:] if _POINT.match(text)]
    hint = "Börja varje punkt med ”- ”, eller med ”1. ” om ordningen spelar roll."
    if like_points or len(dashes) > 1:
        place = (like_points or dashes)[0]
        yield _problem(passage, place, "Punkterna visas som löpande text.", hint)
    elif numbers:
        hint = "Lägg en tom rad före listan, utan indrag. Hör tecknet till meningen: flytta upp det till raden ovanför."
        yield _problem(passage, numbers[0], "Punkten hamnar inne i stycket ovanför.", hint)
