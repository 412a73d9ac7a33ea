"""HTML that frames Markdown: `<div … markdown="1">` and its end, each alone on a line, as templates write them.

Markdown as previews read it takes everything between two such lines as HTML. So each line is put aside as it stands,
and what is between them is read as Markdown.
"""

import re

from markdown.preprocessors import Preprocessor

_OPENING = re.compile(r"\s*<(div|details|section)\b([^>]*)>\s*")
_CLOSING = re.compile(r"\s*</(div|details|section)>\s*")
_MARK = re.compile(r'\s+markdown="1"')


class FramePreprocessor(Preprocessor):
    """Puts the lines of frames aside before the engine takes HTML out."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines with a code in place of each line of a frame."""
        made: list[str] = []
        framing: list[bool] = []
        for line in lines:
            opening, closing = _OPENING.fullmatch(line), _CLOSING.fullmatch(line)
            if opening:
                framing.append(bool(_MARK.search(opening[2])))
            is_frame = framing[-1] if opening else framing.pop() if closing and framing else False
            made += ["", self.md.htmlStash.store(_MARK.sub("", line.strip())), ""] if is_frame else [line]
        return made
