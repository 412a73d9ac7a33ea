"""What the language rules read: texts in Swedish that we have written ourselves, in blocks without markup."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from macros.guidance.guides import Guide
from macros.guidance.passages import Line, Passage, head_passages
from macros.language.text import Block, Sentence, blocks, sentences
from macros.problems.problem import Problem
from macros.translation.addresses import FOLDER

# Names and titles of others, and what is no text at all.
_OTHERS = re.compile(
    r"/#(?:titel|utgivare|forfattare|engelska|medlemmar|deltagare|fullt_namn|webb|adress|template|land|kallor|falt|foljer)$"
)
_IDENTIFIER = re.compile(r"[a-z0-9-]+")
# Fields where a word without å, ä or ö is a word and no identifier.
_WORDS = re.compile(r"/#(?:namn|bojningar|synonymer|sokord|title)$")


@dataclass(frozen=True, eq=False)
class Prose:
    """A passage in Swedish, with whether it must be easy to read."""

    passage: Passage
    easy: bool = False

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the passage."""
        return tuple(blocks(line.prose for line in self.passage.lines))

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences of running text, without headings and tables."""
        return tuple(sentence for block in self.blocks if block.kind == "text" for sentence in sentences(block))

    @cached_property
    def plain(self) -> str:
        """All of the passage without markup."""
        return "\n".join(piece.text for block in self.blocks for piece in block.pieces)

    def warning(self, place: int, offset: int, message: str, hint: str, rule: str) -> Problem:
        """A warning at a character of one of the passage's lines."""
        line: Line = self.passage.lines[place]
        found = self.passage.problem(line, offset, message, hint, rule)
        return Problem(**{**vars(found), "level": "varning"})


def read_prose(guides: Iterable[Guide], passages: Iterable[Passage]) -> Iterator[Prose]:
    """The Swedish texts among the passages, and those in the front matter of pages."""
    pages = {guide.shown: guide for guide in guides if not _is_english(guide)}
    heads = (passage for guide in pages.values() for passage in head_passages(guide))
    for passage in (*heads, *passages):
        if passage.kind == "guide":
            if passage.shown in pages:
                head = pages[passage.shown].head
                yield _prose(passage, easy=bool(head and head.lattlast))
        elif _is_text(passage):
            yield _prose(passage, easy=passage.kind == "markdown" and passage.reference.endswith("/#lattlast"))


# A change is held against a base where most texts are the same: none is taken apart twice.
@lru_cache(maxsize=1 << 16)
def _prose(passage: Passage, *, easy: bool) -> Prose:
    return Prose(passage, easy)


def _is_english(guide: Guide) -> bool:
    return guide.src.startswith(FOLDER) or bool(guide.head and guide.head.sprak == "en")


def _is_text(passage: Passage) -> bool:
    if _OTHERS.search(passage.reference):
        return False
    alone = passage.lines[0].text if len(passage.lines) == 1 else ""
    return bool(_WORDS.search(passage.reference)) or not _IDENTIFIER.fullmatch(alone)
