"""The list of steps on the page that leads through them: the order is the menu's, the words are the pages' own."""

from collections.abc import Iterable
from pathlib import Path

from macros.drawing import draw
from macros.guidance.pages import guidance_pages
from macros.pages.navigation import step_files


def steps_list(nav: Iterable[object], docs: Path) -> str:
    """The steps of a navigation (`nav` of `mkdocs.yml`) as Markdown: each page's title and what is done in the step.

    Raises KeyError when a step is no page of guidance.
    """
    pages = {page.source: page for page in guidance_pages(docs)}
    steps = [(source, pages[source].meta["title"], pages[source].meta.get("steg", "")) for source in step_files(nav)]
    return draw("sidor/steg.md", steg=steps)
