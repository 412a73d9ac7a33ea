"""Guidance uses the forms of Markdown that all its products (site, PDF, plain text) can show.

Tables have a caption, admonitions are of four kinds, and footnotes are replaced by citations. Text
fields of records hold paragraphs and lists only.
"""

import re
from collections.abc import Iterable, Iterator

from macros.checks.material import Material
from macros.guidance.passages import Line, Passage
from macros.model.names import nearest
from macros.problems.problem import Problem

RULE = "form"
ADMONITIONS = ("tips", "exempel", "viktigt", "tolkning")
CAPTION = "Tabell: "
_ADMONITION = re.compile(r"^\s*(?P<marks>!!!|\?\?\?\+?)\s*(?P<rest>.*)$")
_WELL_FORMED = re.compile(r'^(?P<kind>[a-z]+) "[^"]+"$')
# Of a line without spaces around it, so that a line of spaces is no work.
_DELIMITERS = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)+\|?|\|\s*:?-+:?\s*\|")
# Deeper than any reader follows, and deep enough in the end for programs to give up.
_DEEP = re.compile(r" {13,}\S|\s*>[\s>]*>[\s>]*>")
_FOOTNOTE_TEXT = re.compile(r"\s*\[\^[^\]]*\]:")
_FOOTNOTE = re.compile(r"\[\^[^\]]*\]")


def check(material: Material) -> Iterable[Problem]:
    """Forms that some product cannot show."""
    for passage in material.passages:
        if passage.kind == "guide":
            yield from _guide(passage)
        elif passage.kind == "markdown":
            yield from _record(passage)


def _guide(passage: Passage) -> Iterator[Problem]:
    lines = passage.lines
    for index, line in enumerate(lines):
        yield from _footnote(passage, line)
        yield from _deep(passage, line)
        admonition = None if line.is_code else _ADMONITION.match(line.text)
        if admonition:
            yield from _admonition(passage, line, admonition)
        if not line.is_code and _DELIMITERS.fullmatch(line.text.strip()):
            caption, gap = ("", "", *(earlier.text.strip() for earlier in lines[: max(0, index - 1)]))[-2:]
            if gap or not caption.startswith(CAPTION):
                hint = f"Skriv ett stycke som börjar med ”{CAPTION}” och sedan en tom rad före tabellen."
                yield passage.problem(lines[max(0, index - 1)], 0, "Tabellen saknar rubrik.", hint, RULE)


def _deep(passage: Passage, line: Line) -> Iterator[Problem]:
    if not line.is_code and _DEEP.match(line.text):
        hint = "Använd högst tre nivåer i listor och två i citat, eller dela upp texten med rubriker."
        yield passage.problem(line, 0, "Texten ligger i för många nivåer.", hint, RULE)


def _footnote(passage: Passage, line: Line) -> Iterator[Problem]:
    if _FOOTNOTE_TEXT.match(line.text) and any(
        _FOOTNOTE.search(other.prose) for other in passage.lines if other is not line
    ):
        # The text of a note that is told where it is called.
        return
    found = _FOOTNOTE.search(line.prose)
    if found:
        hint = "Hänvisa till en källa: [@nyckel], eller skriv in texten i stycket."
        yield passage.problem(line, found.start(), "Fotnoter får inte användas.", hint, RULE)


def _admonition(passage: Passage, line: Line, found: re.Match[str]) -> Iterator[Problem]:
    parts = _WELL_FORMED.match(found["rest"])
    if found["marks"] != "!!!" or parts is None:
        hint = f'Skriv så här: !!! tips "Rubrik". Slagen är: {", ".join(ADMONITIONS)}.'
        yield passage.problem(line, found.start("marks"), "Rutan är skriven på fel sätt.", hint, RULE)
    elif parts["kind"] not in ADMONITIONS:
        match = nearest(parts["kind"], ADMONITIONS)
        advice = f"Menade du ”{match}”? " if match else ""
        message = f"Det finns ingen ruta av slaget ”{parts['kind']}”."
        yield passage.problem(line, found.start("rest"), message, f"{advice}Slagen är: {', '.join(ADMONITIONS)}.", RULE)


def _record(passage: Passage) -> Iterator[Problem]:
    for line in passage.lines:
        yield from _footnote(passage, line)
        yield from _deep(passage, line)
        if line.is_code:
            yield passage.problem(line, 0, "Kodblock får inte användas i en post.", "Skriv vanlig text.", RULE)
        elif _ADMONITION.match(line.text):
            yield passage.problem(line, 0, "Rutor får inte användas i en post.", "Skriv ett vanligt stycke.", RULE)
        elif _DELIMITERS.fullmatch(line.text.strip()):
            hint = "Skriv en lista, eller lägg siffrorna i fältet ”siffror”."
            yield passage.problem(line, 0, "Tabeller får inte användas i en post.", hint, RULE)
