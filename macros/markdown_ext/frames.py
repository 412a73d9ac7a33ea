"""HTML of templates in Markdown, put aside before the engine looks for HTML, which reads it sign by sign.

Elements that begin and end with a line are put aside whole, as they are written. Of HTML that frames Markdown,
`<div … markdown="1">` and its end, each line is put aside by itself: Markdown as previews read it takes everything
between two such lines as HTML.
"""

import re
from functools import cache

from markdown.preprocessors import Preprocessor

_OPENING = re.compile(r"\s*<(div|details|section)\b([^>]*)>\s*")
_CLOSING = re.compile(r"\s*</(div|details|section)>\s*")
_MARK = re.compile(r'\s+markdown="1"')
_ELEMENT = re.compile(r"^<([a-z]+)\b", re.MULTILINE)
_EMPTY_LINE = re.compile(r"(?:[ ]*\n){2}")


class FramePreprocessor(Preprocessor):
    """Puts elements, and the lines of frames, aside before the engine takes HTML out."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a code in place of each whole element and of each line of a frame."""
        made: list[str] = []
        framing: list[bool] = []
        for line in self._without_elements("\n".join(lines)).split("\n"):
            opening, closing = _OPENING.fullmatch(line), _CLOSING.fullmatch(line)
            if opening:
                framing.append(bool(_MARK.search(opening[2])))
            is_frame = framing[-1] if opening else framing.pop() if closing and framing else False
            made += ["", self.md.htmlStash.store(_MARK.sub("", line.strip())), ""] if is_frame else [line]
        return made

    def _without_elements(self, text: str) -> str:
        """The text with a code for each whole element, in the empty lines that the engine puts round it."""
        made, place, looked = [], 0, 0
        ends: dict[str, dict[int, int]] = {}
        while found := _ELEMENT.search(text, looked):
            if found[1] not in ends:
                ends[found[1]] = _ends(text, found[1])
            start, end = found.start(), ends[found[1]].get(found.start(), 0)
            frames = _MARK.search(text, start, end)
            looked = found.end() if frames else max(end, found.end())
            alone = end and text[end : end + 1] in {"", "\n"}
            if alone and not frames and self.md.is_block_level(found[1]):
                line = "\n" if _EMPTY_LINE.match(text, end) else ""
                made += [text[place:start], "\n", self.md.htmlStash.store(text[start:end] + line), "\n\n"]
                place = end
        return "".join([*made, text[place:]])


@cache
def _tags(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){name}\b[^>]*>")


def _ends(text: str, name: str) -> dict[int, int]:
    """Where each element of a name ends, by where it begins; those that never end are left out."""
    opened: list[int] = []
    ends = {}
    for tag in _tags(name).finditer(text):
        if not tag[1]:
            opened.append(tag.start())
        elif opened:
            ends[opened.pop()] = tag.end()
    return ends
