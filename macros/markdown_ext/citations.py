"""Source notes: `[@key; @other]` becomes numbers that lead to the list of sources at the page's foot.

A place in the source (`[@key, s. 12]`) stands beside the number. Paragraphs of laws become links (`law`). Works on
the finished HTML, so that notes in running text and in tables share one numbering.
"""

import re
from collections.abc import Callable

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from macros.drawing import draw
from macros.kunskapsbank import Kunskapsbank
from macros.markdown_ext.law import paragraph_address, with_law_links
from macros.model.text_rules import CITATION, cited

# Code is shown as it is written; everything between these is left alone.
_CODE = re.compile(r"(<(?:pre|code)\b.*?</(?:pre|code)>)", re.DOTALL)
# What a reader has to open is numbered after what is read straight away.
_FOLDED = re.compile(r"<details\b.*?</details>", re.DOTALL)
_SPACE_BEFORE = re.compile(rf"\s*{CITATION.pattern}")


class CitationProcessor(Postprocessor):
    """Numbers the sources of one page in order of first use."""

    def __init__(self, md: Markdown, bank: Callable[[], Kunskapsbank]) -> None:
        super().__init__(md)
        self._bank = bank

    @property
    def bank(self) -> Kunskapsbank:
        """The records, asked for when a page is made: an engine sets its rules up before the records are checked."""
        return self._bank()

    def run(self, text: str) -> str:
        """The page with notes and, when it has any, its list of sources."""
        numbers: dict[str, int] = {}
        uses: dict[str, int] = {}

        def note(inside: str) -> str:
            notes = []
            for key, place in cited(inside):
                source = self.bank.kalla[key]
                numbers.setdefault(key, len(numbers) + 1)
                uses[key] = uses.get(key, 0) + 1
                address = paragraph_address(source, place)
                notes.append(
                    {"nr": numbers[key], "bruk": uses[key], "kalla": source, "plats": place, "lagrum": address}
                )
            return draw("sidor/kallnot.html", noter=notes).strip()

        def noted(part: str) -> str:
            """The part with notes in place of citations, and with links from paragraphs of the cited laws."""
            pieces = _SPACE_BEFORE.split(part)
            made = []
            for before, inside in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
                keys = [key for key, _ in cited(inside)] if inside else []
                made += [with_law_links(before, keys, self.bank.kalla), note(inside) if inside else ""]
            return "".join(made)

        # Sources are numbered in the order of reading; what is folded away is read last.
        for found in CITATION.finditer(_FOLDED.sub("", _CODE.sub("", text))):
            for key, _ in cited(found[1]):
                numbers.setdefault(key, len(numbers) + 1)
        parts = _CODE.split(text)
        parts[::2] = [noted(part) for part in parts[::2]]
        if not numbers:
            return text
        listed = [{"nr": number, "nyckel": key, "kalla": self.bank.kalla[key]} for key, number in numbers.items()]
        return "".join(parts) + draw("sidor/kallista.html", kallor=listed, bruk=uses)
