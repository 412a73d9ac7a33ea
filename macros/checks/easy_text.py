"""Easy-to-read text (lättläst): one sentence a line, short lines, whole words, and no older than what it follows."""

import re
from collections.abc import Iterable, Iterator

from macros.addresses import EASY_KINDS, EASY_START
from macros.checks.marks_of_text import mark_of_record, mark_of_text
from macros.checks.material import Material
from macros.guidance.guides import Guide
from macros.guidance.prose import Prose
from macros.language.text import sentences
from macros.loading.validate import SourceFile, field_reference
from macros.model.base import Post
from macros.problems.problem import Problem

RULE = "lattlast"
# What fits on a line of the page and of the large print.
LONGEST_LINE = 68
_SPLIT = re.compile(r"(?<![\w-])[a-zåäöé]{3,}-[a-zåäöé]{3,}(?![\w-])")
_PAGE = "/bidra/falt/sida/#foljer"


def check_written(material: Material) -> Iterable[Problem]:
    """How easy texts are written."""
    for prose in material.prose:
        if prose.easy and prose.passage.kind in {"guide", "markdown"}:
            yield from _written(prose)


def check(material: Material) -> Iterable[Problem]:
    """Whether what easy texts follow has changed."""
    pages = {guide.src: guide for guide in material.guides}
    for guide in material.guides:
        yield from _page(guide, pages, material)
    if material.bank is not None:
        for kind in EASY_KINDS:
            for file in material.files(kind):
                yield from _record(file, material)


def _written(prose: Prose) -> Iterator[Problem]:
    lines = prose.passage.lines
    for block in prose.blocks:
        if block.kind != "text":
            continue
        starts = [sentence.line for sentence in sentences(block)]
        for piece in block.pieces:
            if starts.count(piece.line) > 1:
                hint = "Börja en ny rad efter varje punkt."
                yield prose.warning(piece.line, 0, "Raden har mer än en mening.", hint, RULE)
            length = len(" ".join(piece.text.split()))
            if length > LONGEST_LINE:
                hint = "Skriv en kortare mening, eller dela den i två."
                message = f"Raden har {length} tecken. En lättläst rad har högst {LONGEST_LINE}."
                yield prose.warning(piece.line, 0, message, hint, RULE)
            for found in _SPLIT.finditer(piece.text):
                hint = f"Skriv ordet helt: ”{found[0].replace('-', '')}”. Är det svårt? Förklara det på nästa rad."
                message = f"Ordet ”{found[0]}” är delat med bindestreck."
                yield prose.warning(piece.line, lines[piece.line].text.find(found[0]), message, hint, RULE)


def page_mark(guide: Guide) -> str:
    """The mark of a page of guidance: its title, its summary and its text."""
    head = (guide.head.title, guide.head.sammanfattning) if guide.head else ()
    return mark_of_text(*head, "\n".join(text for _, text in guide.body()))


def _page(guide: Guide, pages: dict[str, Guide], material: Material) -> Iterator[Problem]:
    if guide.head is None:
        return
    is_easy = guide.head.lattlast is not None
    if guide.src.startswith(EASY_START.lstrip("/")) and not is_easy:
        hint = 'Skriv raden ”lattlast: "ja"” i sidhuvudet, eller flytta sidan till en annan mapp.'
        yield Problem(guide.shown, 1, 1, "Sidan ligger bland de lättlästa men är inte lättläst.", hint, "varning", RULE)
    if is_easy and not guide.head.foljer:
        hint = "Skriv vilken vanlig sida den följer, så här: ”foljer: [{sida: bilda-en-grupp/index.md}]”."
        line, column = guide.parsed.keys["lattlast",]
        message = "Den lättlästa sidan följer ingen vanlig sida."
        yield Problem(guide.shown, line, column, message, hint, "varning", RULE, _PAGE)
    for place, followed in enumerate(guide.head.foljer):
        line, column = guide.parsed.values["foljer", place, "sida"]
        source = pages.get(followed.sida)
        if followed.sida not in material.pages:
            message = f"Sidan docs/{followed.sida} finns inte."
            yield Problem(guide.shown, line, column, message, "Skriv sidans nya namn.", rule=RULE, reference=_PAGE)
        elif source is not None and followed.marke != page_mark(source):
            yield from _older(guide, source, place)


def _older(guide: Guide, source: Guide, place: int) -> Iterator[Problem]:
    """What is told at the easy page, and at the page whose writer has just changed it."""
    where = guide.parsed.values
    line, column = where.get(("foljer", place, "marke"), where["foljer", place, "sida"])
    message = f"Den lättlästa sidan är äldre än den vanliga: {source.shown} har ändrats."
    todo = f'”marke: "{page_mark(source)}"” under ”sida: {source.src}”'
    hint = f"Läs den vanliga sidan, ändra den lättlästa om det behövs och skriv sedan {todo}."
    yield Problem(guide.shown, line, column, message, hint, "varning", RULE, _PAGE)
    message = f"Sidan har ändrats, men inte den lättlästa sidan {guide.shown}."
    hint = f"Ändra den också om det behövs, och skriv sedan {todo} i {guide.shown}. Kan ni inte: säg till i förslaget."
    yield Problem(source.shown, 1, 1, message, hint, "varning", RULE, _PAGE)


def _record(file: SourceFile, material: Material) -> Iterator[Problem]:
    bank = material.bank
    record = bank.records(file.kind.name).get(file.identifier) if bank is not None else None
    if not isinstance(record, Post):
        return
    reference = field_reference(file.kind.name, ("lattlast",))
    easy = getattr(record, "lattlast", None)
    if easy is None:
        if getattr(record, "land", "sverige") == "sverige":
            hint = f'Skriv fältet ”lattlast” med en kort text, och märket "{mark_of_record(record)}".'
            message = "Posten har ingen lättläst text."
            yield Problem(file.shown, 1, 1, message, hint, "varning", RULE, reference)
    elif easy.marke != mark_of_record(record):
        line, column = file.parsed.values["lattlast", "marke"]
        message = "Den lättlästa texten är äldre än postens sammanfattning och fakta."
        hint = (
            f'Läs fältet ”lattlast.text”, ändra det om det behövs och skriv sedan ”marke: "{mark_of_record(record)}"”.'
        )
        yield Problem(file.shown, line, column, message, hint, "varning", RULE, reference)
