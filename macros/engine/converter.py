"""What a page is given in the engine's place: what is known of it already, or its Markdown made into HTML.

One converter makes the HTML of all pages of a build. The engine makes a new one for every page, which takes longer than
many pages. Its own rules, which belong to one page, are put in for that page.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from markdown import Markdown

from macros.engine.rendered import Rendered
from macros.language.speaking import speak
from macros.pages.page import Page
from macros.translation.addresses import language_of

# Identifiers of HTML in Markdown; one that only looks so does no harm, since the check of the built site reads tags.
_IDENTIFIERS = re.compile(r"""\s(?:id|name)=["']?([^"'>]+)""")


class Converter:
    """Makes pages; `extensions` and `settings` are those of the engine's configuration."""

    def __init__(self, extensions: Sequence[str], settings: Mapping[str, Any]) -> None:
        self._markdown = Markdown(extensions=list(extensions), extension_configs=dict(settings))

    def render(self, page: Any, config: Any, files: Any) -> None:
        """Gives a page what the engine's own `render` gives it."""
        engine = _module_of(page)
        anchors = engine["_ExtractAnchorsTreeprocessor"](page.file, files, config)
        links = engine["_RelativePathTreeprocessor"](page.file, files, config)
        title = engine["_ExtractTitleTreeprocessor"]()
        self._markdown.reset()
        for rule in (anchors, links, title):
            rule._register(self._markdown)  # noqa: SLF001 - as the engine does
        page.content = self._markdown.convert(page.markdown)
        page.toc = engine["get_toc"](getattr(self._markdown, "toc_tokens", []))
        page._title_from_render = title.title  # noqa: SLF001 - as the engine does
        written = map(unescape, _IDENTIFIERS.findall(page.markdown))
        page.present_anchor_ids = anchors.present_anchor_ids | set(written)
        page.links_to_anchors = links.links_to_anchors


def read_made(page: Any, made: Page, *_: object) -> None:
    """Gives a page that we have made what the engine would read of it."""
    speak(language_of(made.address))
    page.markdown, page.meta = made.read


def fill(found: Rendered, page: Any, config: Any, files: Any) -> None:
    """Gives a page what it would make of its Markdown, when that is kept since an earlier build."""
    del config
    page.content, page.toc = found.html, _module_of(page)["get_toc"](found.headings)
    page.present_anchor_ids = set(found.anchors)
    if found.links is not None:
        linked = {source: files.get_file_from_path(source) for source in found.links}
        page.links_to_anchors = {file: found.links[source] for source, file in linked.items() if file}


def _module_of(page: Any) -> dict[str, Any]:
    """What the engine's own module for pages knows."""
    return vars(sys.modules[type(page).__module__])
