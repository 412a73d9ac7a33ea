"""A page's Markdown made into HTML is kept, with its headings and its links to other pages' anchors.

The engine hands over a page before and after it makes HTML. When the HTML is kept already, the engine is
given nothing to do in between. A page that the engine warned about is not kept, so that it warns again.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from macros.engine.of_others import OfOthers
from macros.kept import Kept


@dataclass(frozen=True)
class Rendered:
    """What the engine makes of a page's Markdown, as plain data: links are by the other page's file."""

    html: str
    headings: list[Any]
    anchors: list[str]
    links: dict[str, dict[str, str]] | None


def rendered_of(page: Any, html: str) -> Rendered:
    """What the engine has made of a page, whose HTML is as it was before anything of ours changed it."""
    links = page.links_to_anchors
    return Rendered(
        html,
        [_heading(item) for item in page.toc],
        sorted(page.present_anchor_ids or ()),
        None if links is None else {file.src_uri: dict(targets) for file, targets in links.items()},
    )


def _heading(item: Any) -> dict[str, Any]:
    inner = [_heading(child) for child in item.children]
    return {"level": item.level, "id": item.id, "name": item.title, "children": inner}


class WarningCount(logging.Handler):
    """Counts the warnings of the engine's log, which has one of some names."""

    def __init__(self, *logs: str) -> None:
        super().__init__(logging.WARNING)
        self.count = 0
        for log in logs:
            logging.getLogger(log).addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Counts one more."""
        del record
        self.count += 1


class RenderedPages:
    """The kept pages of one build; `others` tells what a page depends on beside its own text."""

    def __init__(self, kept: Kept, others: OfOthers, warnings: WarningCount) -> None:
        self._kept = kept
        self._others = others
        self._warnings = warnings
        self._before = 0
        self._asked = ""

    def find(self, source: str, markdown: str) -> Rendered | None:
        """The page as it was kept. When it is not, the engine makes it now, and `keep` takes it."""
        self._before = self._warnings.count
        found = self._kept.find(*self._decided_by(source, markdown))
        self._asked = source if found is None else ""
        return Rendered(**found) if found is not None else None

    def keep(self, source: str, markdown: str, made: Callable[[], Rendered]) -> None:
        """Keeps a page that the engine has made when it was asked for, unless it warned."""
        if source == self._asked and self._warnings.count == self._before:
            self._kept.put(vars(made()), *self._decided_by(source, markdown))

    def _decided_by(self, source: str, markdown: str) -> tuple[str, str, str]:
        """What decides a page; what it shows of others is looked for only when anything has changed."""
        mark = partial(self._others.mark, source, markdown)
        return source, markdown, self._kept.get(mark, "av andra", source, markdown, self._others.everything)

    def save(self) -> None:
        """Writes what this build used."""
        self._kept.save()
