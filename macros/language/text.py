"""From Markdown to sentences and words: markup is blanked out, so that every word keeps its place.

Texts are given as lines. A block is a paragraph, a list item, a heading or the like; no sentence
goes from one block into the next.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

BlockKind = Literal["text", "label", "table"]
WORD = re.compile(r"\d+(?:[\u00a0.,:]\d+)*|[^\W\d_]+(?:[-’:/][^\W\d_]+)*")
# How a line may begin: heading, list item, quotation, definition, box.
_START = re.compile(r"^\s*(?:#{1,6}(?=\s)|!!! *\w*|(?:[-*+>:]|\d+\.)\s+(?:\[[ xX]\]\s+)?)")
# Markup inside a line, with what is no text: citations, macros, where links lead, code.
# None of them runs past the start of another, so that the time grows only with the length of the line.
_MARKUP = re.compile(r"\[@[^\[\]]*\]|\{[{%][^{}]*[%}]\}|\]\([^()\s]*\)|`[^`]*`|[*_\[\]]")
_ADDRESS = re.compile(
    r"https?://[^\s)]+|[\w.+-]+@[\w-]+\.\w+|\b(?:[\w-]+\.)+(?:com|dk|eu|fi|me|net|nl|no|org|se|us)\b(?:/\S*)?"
)
# Most lines have none of these signs; looking for one sign is quicker than trying each kind of markup.
_MAY_BE_MARKUP = re.compile(r"[\[\]*_`{#!>+:@/]|[-.]")
_MAY_BE_ADDRESS = re.compile(r"[@/]|\w\.\w")
_LABEL = re.compile(r"^\s*(?:#{1,6}\s|!!!|Tabell: |(?:[-*+]\s+)?(?:\*\*[^*]+\*\*|\[[^\]]*\]\([^)]*\))\s*$)")
_ITEM = re.compile(r"^\s*(?:[-*+>:]|\d+\.)\s")
_TABLE = re.compile(r"^\s*\|")
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[”\")]*(?=\s+[^\Wa-zåäö]|\s+[”\"(–]|\s*$)")
# Full stops that end no sentence.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(])(?:kap|st|s|nr|ca|jfr|prop|dnr|mom|bl\.?\s?a|t\.?\s?ex|f\.?\s?d|d\.?\s?v\.?\s?s)\.$"
)


class Piece(NamedTuple):
    """A line without markup, and its place among the lines."""

    line: int
    text: str


class Block(NamedTuple):
    """Lines that belong together."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


class Sentence(NamedTuple):
    """A sentence, and the line and the place in the line where it begins."""

    line: int
    offset: int
    text: str

    @property
    def words(self) -> list[str]:
        """The words and numbers of the sentence."""
        return words(self.text)


def clean(line: str) -> str:
    """The line with markup blanked out; every other sign keeps its place."""
    if not _MAY_BE_MARKUP.search(line):
        return line
    text = _MARKUP.sub(_blank, _START.sub(_blank, line, count=1))
    return _ADDRESS.sub(_blank, text) if _MAY_BE_ADDRESS.search(text) else text


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def words(text: str) -> list[str]:
    """The words and numbers of a text without markup."""
    return WORD.findall(text)


def blocks(lines: Iterable[str]) -> Iterator[Block]:
    """The blocks of a text, in order; code fences must be blank."""
    kind: BlockKind = "text"
    pieces: list[Piece] = []
    for number, line in enumerate(lines):
        found = _kind(line)
        if pieces and (not line.strip() or found != kind or found == "label" or _ITEM.match(line)):
            yield Block(kind, tuple(pieces))
            pieces = []
        if line.strip():
            kind = found
            pieces.append(Piece(number, clean(line)))
    if pieces:
        yield Block(kind, tuple(pieces))


def sentences(block: Block) -> Iterator[Sentence]:
    """The sentences of a block. Its end is the end of a sentence, whatever sign stands there."""
    parts: list[Sentence] = []
    for number, text in block.pieces:
        start = 0
        for stop in (*_stops(text), len(text)):
            part = text[start:stop].strip()
            if part:
                parts.append(Sentence(number, text.index(part, start), part))
            if parts and (stop < len(text) or _SENTENCE_END.search(part)):
                yield _joined(parts)
                parts = []
            start = stop
    if parts:
        yield _joined(parts)


def _joined(parts: Sequence[Sentence]) -> Sentence:
    if len(parts) == 1:
        return parts[0]
    return Sentence(parts[0].line, parts[0].offset, " ".join(part.text for part in parts))


def _stops(text: str) -> Iterator[int]:
    for found in _SENTENCE_END.finditer(text):
        if found.end() < len(text.rstrip()) and not _ABBREVIATION.search(text[: found.end()]):
            yield found.end()


def _kind(line: str) -> BlockKind:
    if _TABLE.match(line):
        return "table"
    return "label" if _LABEL.match(line) else "text"
