"""What is made from the records is kept between builds: generated pages, and pages of guidance with their macros run.

Both are kept under a mark of everything that they may be made from, so that a change of any record, template or
setting makes them all anew, and a change in guidance makes what reads guidance.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from macros.checks.allowed_macros import READS_GUIDANCE
from macros.drawing import TEMPLATES
from macros.guidance.pages import GuidancePage
from macros.kept import Kept, digest, files_mark
from macros.language.speaking import spoken
from macros.pages.page import Page
from macros.site.colours import COLOURS

# What the environment says of the site.
_ENVIRONMENT = "KUNSKAPSBANK_"
# What generated pages and macros draw with. The page around them, its styles and scripts are no part of what they make,
# but the colours are, which the statement on accessibility tells of.
DRAWN_WITH = (*(TEMPLATES / name for name in ("sidor", "figurer", "verktyg", "snuttar")), COLOURS)
_FENCE = "---\n"
# What a template does more with than to write it.
_SIGNS = re.compile(r"\{[{%#]")


def records_mark(data: Path, settings: str) -> str:
    """A mark of what records and templates make: the records with their history, the templates and the settings."""
    told = (f"{name}={value}" for name, value in sorted(os.environ.items()) if name.startswith(_ENVIRONMENT))
    return digest(files_mark(path for path in (data, *DRAWN_WITH) if path.exists()), settings, *told)


@dataclass(frozen=True)
class Inputs:
    """The mark of what records and templates make, taken before any of it is read.

    What somebody changes while a build goes on is read by a part of the build alone: such a build keeps nothing.
    """

    data: Path
    settings: str
    mark: str

    def are_the_same(self) -> bool:
        """Whether nothing has changed since the mark was taken."""
        return records_mark(self.data, self.settings) == self.mark


def inputs_now(data: Path, settings: str) -> Inputs:
    """What a build that begins now is made from, beside guidance."""
    return Inputs(data, settings, records_mark(data, settings))


class MadePages:
    """The generated pages that are made from records alone, in each language."""

    def __init__(self, kept: Kept, mark: str) -> None:
        self._kept = kept
        self._mark = mark

    def __call__(self, made: Iterable[Page]) -> list[Page]:
        """The pages in the language of now, as they were kept, otherwise `made`, which makes them when it is asked."""
        rows = self._kept.get(lambda: [dict(vars(page)) for page in made], spoken(), self._mark)
        return [Page(**row) for row in rows]

    def save(self) -> None:
        """Writes what this build used."""
        self._kept.save()


class RunMacros:
    """Pages of guidance with their macros run. `guidance` is a mark of all guidance, for the macros that read it."""

    def __init__(self, kept: Kept, mark: str, guidance: str) -> None:
        self._kept = kept
        self._mark = mark
        self._guidance = guidance
        self._asked: dict[str, str] = {}

    def source(self, source: str, text: str) -> str:
        """The source that the engine is to read: the page as it was run, otherwise as it is written."""
        self._asked.pop(source, None)
        head, fence, body = text.removeprefix(_FENCE).partition(f"\n{_FENCE}")
        if not fence or not text.startswith(_FENCE):
            return text
        found = self._kept.find(*self._decided_by(source, text)) if _SIGNS.search(text) else body
        if found is None:
            self._asked[source] = text
            return text
        # What stands in the page now is text, not a call.
        return f"{_FENCE}{head}\nrender_macros: false\n{_FENCE}{found}"

    def keep(self, source: str, markdown: str) -> None:
        """Keeps a page that the engine has run, when it was asked for."""
        # The engine takes empty lines at the start of a page away.
        if source in self._asked and not markdown.startswith("\n"):
            self._kept.put(markdown, *self._decided_by(source, self._asked.pop(source)))

    def save(self) -> None:
        """Writes what this build used."""
        self._kept.save()

    def _decided_by(self, source: str, text: str) -> tuple[str, ...]:
        reads_more = any(call in text for call in READS_GUIDANCE)
        return source, text, self._mark, self._guidance if reads_more else ""


def guidance_mark(pages: Iterable[GuidancePage]) -> str:
    """A mark of all pages of guidance."""
    return digest(*(part for page in pages for part in (page.source, repr(page.meta), page.body)))
