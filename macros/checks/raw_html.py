"""No text holds HTML, script addresses, attribute lists or character codes: Markdown is enough.

What looks like a tag is refused everywhere, in code too, so that no difference in how two programs
read code can let a tag through.
"""

import re
from collections.abc import Iterable, Iterator

from macros.checks.material import Material
from macros.guidance.guides import Guide
from macros.guidance.passages import Line, Passage
from macros.loading.messages import told
from macros.model.text_rules import FORBIDDEN_CHARACTERS
from macros.problems.problem import Problem

RULE = "html"
TAG = re.compile(r"<(?=[a-zA-Z/!?])")
SCRIPT_ADDRESS = re.compile(r"(?:javascript|vbscript|data)\s*:\s*\S*[/(;,]", re.IGNORECASE)
CHARACTER_CODE = re.compile(r"&#?[a-zA-Z0-9]{1,31};")
_ATTRIBUTES = re.compile(r"(?<!\{)\{(?![{%#])")
_INCLUDE = re.compile(r"(?<!-)-++8<-")


def check(material: Material) -> Iterable[Problem]:
    """Tags, script addresses, character codes and attribute lists in any text."""
    for guide in material.guides:
        yield from _front_matter(guide)
    for passage in material.passages:
        for line in passage.lines:
            yield from _any_text(passage, line)
            if passage.kind != "plain":
                yield from _markdown_only(passage, line)


def _front_matter(guide: Guide) -> Iterator[Problem]:
    passage = Passage(guide.shown, "guide", ())
    for number, text in enumerate(guide.lines[: guide.first_body_line - 1], 1):
        yield from _any_text(passage, Line(number, 1, text))


def _any_text(passage: Passage, line: Line) -> Iterator[Problem]:
    found = TAG.search(line.text)
    if found:
        yield passage.problem(line, found.start(), *told("html_tagg"), RULE)
    found = SCRIPT_ADDRESS.search(line.text)
    if found:
        yield passage.problem(line, found.start(), *told("skriptadress"), RULE)
    found = FORBIDDEN_CHARACTERS.search(line.text.replace("\t", " "))
    if found and passage.kind == "guide":
        message = f"Texten har ett tecken som inte får användas (U+{ord(found[0]):04X})."
        yield passage.problem(line, found.start(), message, "Ta bort det osynliga tecknet.", RULE)


def _markdown_only(passage: Passage, line: Line) -> Iterator[Problem]:
    found = CHARACTER_CODE.search(line.prose)
    if found:
        yield passage.problem(line, found.start(), *told("teckenkod", skrivet=found[0]), RULE)
    found = _ATTRIBUTES.search(line.prose) if not _is_call(line) else None
    if found:
        hint = "Ta bort klamrarna. Utseende och klasser bestäms av mallarna."
        yield passage.problem(line, found.start(), "Klamrar får inte användas i texten.", hint, RULE)
    found = _INCLUDE.search(line.text)
    if found:
        yield passage.problem(line, found.start(), "Filer kan inte infogas i texten.", "Skriv ut texten.", RULE)


def _is_call(line: Line) -> bool:
    return line.text.startswith("{{")
