"""Source notes: `[@key; @other]` becomes numbers that lead to the list of sources at the page's foot.

A place in the source (`[@key, s. 12]`) stands beside the number. Paragraphs of laws become links (`law`). Works on
the finished HTML, so that notes in running text and in tables share one numbering.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping

from markdown import Markdown
from markdown.postprocessors import Postprocessor

from macros.drawing import draw
from macros.kunskapsbank import Kunskapsbank
from macros.markdown_ext.law import paragraph_address, with_law_links
from macros.model import Kalla
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
        if not CITATION.search(text):
            return text
        page = _Cited(self.bank.kalla, text)
        parts = _CODE.split(text)
        for prose, code in zip(parts[::2], [*parts[1::2], ""], strict=True):
            page.read(prose)
            page.made.append(code)
        return page.drawn() if page.numbers else text


class _Cited:
    """A page with its citations: each source's number and how many times it is cited, and the parts of the page."""

    def __init__(self, sources: Mapping[str, Kalla], text: str) -> None:
        self._sources = sources
        self._uses: Counter[str] = Counter()
        self._notes: list[list[dict[str, object]]] = []
        # None where a note is to stand.
        self.made: list[str | None] = []
        # Sources are numbered in the order of reading; what is folded away is read last.
        first = CITATION.finditer(_FOLDED.sub("", _CODE.sub("", text)))
        self.numbers: dict[str, int] = {}
        for key in (key for found in first for key, _ in cited(found[1])):
            self.numbers.setdefault(key, len(self.numbers) + 1)

    def read(self, prose: str) -> None:
        """Adds a part, with links from paragraphs of the cited laws, and room for each of its notes."""
        pieces = _SPACE_BEFORE.split(prose)
        for before, inside in zip(pieces[::2], [*pieces[1::2], ""], strict=True):
            named = cited(inside) if inside else ()
            self.made.append(with_law_links(before, [key for key, _ in named], self._sources))
            if named:
                self._notes.append([self._note(key, place) for key, place in named])
                self.made.append(None)

    def _note(self, key: str, place: str) -> dict[str, object]:
        source, number = self._sources[key], self.numbers.setdefault(key, len(self.numbers) + 1)
        self._uses[key] += 1
        address = paragraph_address(source, place)
        return {"nr": number, "bruk": self._uses[key], "kalla": source, "plats": place, "lagrum": address}

    def drawn(self) -> str:
        """The page with notes and its list of sources. All notes are drawn at once, a line each, which is faster."""
        notes = iter(draw("sidor/kallnoter.html", grupper=self._notes).split("\n"))
        listed = [{"nr": number, "nyckel": key, "kalla": self._sources[key]} for key, number in self.numbers.items()]
        text = "".join(next(notes) if part is None else part for part in self.made)
        return text + draw("sidor/kallista.html", kallor=listed)
