"""A page's Markdown to HTML as the engine makes it, with one converter for all pages of a build.

The engine makes a new converter for every page, which takes longer than many pages. Its own rules, which belong to one
page, are put in for that page.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from html import unescape
from typing import Any

from markdown import Markdown

# Identifiers of HTML in Markdown; one that only looks so does no harm, since the check of the built site reads tags.
_IDENTIFIERS = re.compile(r"""\s(?:id|name)=["']?([^"'>]+)""")


class Converter:
    """Makes pages; `extensions` and `settings` are those of the engine's configuration."""

    def __init__(self, extensions: Sequence[str], settings: Mapping[str, Any]) -> None:
        self._markdown = Markdown(extensions=list(extensions), extension_configs=dict(settings))

    def render(self, page: Any, config: Any, files: Any) -> None:
        """Gives a page what the engine's own `render` gives it."""
        engine = vars(sys.modules[type(page).__module__])
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
