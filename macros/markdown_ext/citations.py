"""Source notes: `[@key; @other]` becomes numbers that lead to the list of sources at the page's foot.

Works on the finished HTML, so that notes in running text and in tables share one numbering.
"""

import re

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from macros.kunskapsbank import Kunskapsbank
from macros.model.base import CITATION
from macros.pages.page import draw

# Code is shown as it is written; everything between these is left alone.
_CODE = re.compile(r"(<(?:pre|code)\b.*?</(?:pre|code)>)", re.DOTALL)
# What a reader has to open is numbered after what is read straight away.
_FOLDED = re.compile(r"<details\b.*?</details>", re.DOTALL)
_SPACE_BEFORE = re.compile(rf"\s*{CITATION.pattern}")


class CitationProcessor(Postprocessor):
    """Numbers the sources of one page in order of first use."""

    def __init__(self, md: Markdown, bank: Kunskapsbank) -> None:
        super().__init__(md)
        self.bank = bank

    def run(self, text: str) -> str:
        """The page with notes and, when it has any, its list of sources."""
        numbers: dict[str, int] = {}
        uses: dict[str, int] = {}

        def note(found: re.Match[str]) -> str:
            notes = []
            for key in _keys(found):
                numbers.setdefault(key, len(numbers) + 1)
                uses[key] = uses.get(key, 0) + 1
                notes.append({"nr": numbers[key], "bruk": uses[key], "kalla": self.bank.kalla[key]})
            return draw("sidor/kallnot.html", noter=notes).strip()

        for found in CITATION.finditer(_FOLDED.sub("", _CODE.sub("", text))):
            for key in _keys(found):
                numbers.setdefault(key, len(numbers) + 1)
        parts = _CODE.split(text)
        parts[::2] = [_SPACE_BEFORE.sub(note, part) for part in parts[::2]]
        if not numbers:
            return text
        listed = [{"nr": number, "nyckel": key, "kalla": self.bank.kalla[key]} for key, number in numbers.items()]
        return "".join(parts) + draw("sidor/kallista.html", kallor=listed, bruk=uses)


def _keys(found: re.Match[str]) -> list[str]:
    return [part.strip().lstrip("@") for part in found[1].split(";")]
