"""Python-Markdown extensions for rules that hold on every page, whatever engine builds the site.

Load as `macros.markdown_ext` in `markdown_extensions`. They read Markdown as its writers' previews
do, and add numbered source notes, links to the glossary, accessible tables and labelled checklists.
"""

from collections.abc import Callable

from markdown import Markdown
from markdown.extensions import Extension

from macros.kunskapsbank import Kunskapsbank
from macros.loading.once import read_once
from macros.markdown_ext import blocks
from macros.markdown_ext.checklists import ChecklistProcessor
from macros.markdown_ext.citations import CitationProcessor
from macros.markdown_ext.frames import FramePreprocessor
from macros.markdown_ext.glossary import GlossaryProcessor
from macros.markdown_ext.headings import HeadingProcessor
from macros.markdown_ext.tables import TableProcessor
from macros.places import data_folder

# The name by which an engine loads them and hands the records over.
RULES = "macros.markdown_ext"
# The templates under `overrides/` by which they draw.
DRAWN_WITH = ("sidor/kallnoter.html", "sidor/kallista.html", "sidor/lagrum.html")


class KunskapsbankExtension(Extension):
    """Registers the rules in the order in which they must run.

    `bank` gives the records in the language of the page that is made; without it the project's own are read.
    """

    def __init__(self, bank: Callable[[], Kunskapsbank] | None = None) -> None:
        super().__init__()
        self._bank = bank or read_once(data_folder())

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Adds the processors to a Markdown converter."""
        blocks.register(md)
        # Before the engine takes HTML out (20).
        md.preprocessors.register(FramePreprocessor(md), "kb-frames", 25)
        md.treeprocessors.register(ChecklistProcessor(md), "kb-checklists", 18)
        md.treeprocessors.register(TableProcessor(md), "kb-tables", 17)
        md.treeprocessors.register(GlossaryProcessor(md, self._bank), "kb-glossary", 16)
        # After attribute lists (8) and before the list of contents (5).
        md.treeprocessors.register(HeadingProcessor(md), "kb-headings", 6)
        # After raw HTML has been put back (30), so that notes are numbered in reading order.
        md.postprocessors.register(CitationProcessor(md, self._bank), "kb-citations", 5)


def makeExtension(bank: Callable[[], Kunskapsbank] | None = None) -> KunskapsbankExtension:  # noqa: N802 - Python-Markdown's name
    """The entry point that Python-Markdown looks for, with what the engine hands over."""
    return KunskapsbankExtension(bank)
