"""Python-Markdown extensions for rules that hold on every page, whatever engine builds the site.

Load as `macros.markdown_ext` in `markdown_extensions`. They read Markdown as its writers' previews
do, and add numbered source notes, links to the glossary, accessible tables and labelled checklists.
"""

from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from macros.loading.current import current_bank
from macros.markdown_ext import blocks
from macros.markdown_ext.checklists import ChecklistProcessor
from macros.markdown_ext.citations import CitationProcessor
from macros.markdown_ext.frames import FramePreprocessor
from macros.markdown_ext.glossary import GlossaryProcessor
from macros.markdown_ext.headings import HeadingProcessor
from macros.markdown_ext.tables import TableProcessor


class KunskapsbankExtension(Extension):
    """Registers the rules in the order in which they must run."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        """Adds the processors to a Markdown converter."""
        blocks.register(md)
        # Before the engine takes HTML out (20).
        md.preprocessors.register(FramePreprocessor(md), "kb-frames", 25)
        md.treeprocessors.register(ChecklistProcessor(md), "kb-checklists", 18)
        md.treeprocessors.register(TableProcessor(md), "kb-tables", 17)
        md.treeprocessors.register(GlossaryProcessor(md, current_bank), "kb-glossary", 16)
        # After attribute lists (8) and before the list of contents (5).
        md.treeprocessors.register(HeadingProcessor(md), "kb-headings", 6)
        # After raw HTML has been put back (30), so that notes are numbered in reading order.
        md.postprocessors.register(CitationProcessor(md, current_bank), "kb-citations", 5)


def makeExtension(**options: Any) -> KunskapsbankExtension:  # noqa: N802 - Python-Markdown's name
    """The entry point that Python-Markdown looks for."""
    return KunskapsbankExtension(**options)
