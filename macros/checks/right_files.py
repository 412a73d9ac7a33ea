"""Files in which rules that look at one file at a time found nothing, remembered until something changes.

That a file is right is decided by its lines, by the names that it may refer to (records, pages, headings, pictures)
and by the code. Nothing else is remembered: every problem is told by the rule that finds it.
"""

from collections.abc import Iterator
from functools import partial

from macros.checks.file_names import PICTURES
from macros.checks.links import heading_anchors
from macros.checks.material import Material
from macros.guidance.anchors import reserved
from macros.guidance.guides import Guide
from macros.kept import Kept, digest


class RightFiles:
    """The files of some material that are `known` to be right, by the path that problems show."""

    def __init__(self, material: Material, kept: Kept) -> None:
        self._kept = kept
        self._lines = {shown: "\n".join(lines) for shown, lines in material.sources.items()}
        self._names = digest(*self._parts_of_names(material))
        self.known = frozenset(shown for shown in self._lines if kept.find(*self._decided_by(shown)))

    def save(self, wrong: set[str]) -> None:
        """Remembers every file but those where something was found."""
        for shown in self._lines.keys() - self.known - wrong:
            self._kept.put(True, *self._decided_by(shown))  # noqa: FBT003 - a value, not a choice
        self._kept.save()

    def _decided_by(self, shown: str) -> tuple[str, ...]:
        return "fil", shown, self._lines[shown], self._names

    def _parts_of_names(self, material: Material) -> Iterator[str]:
        """Everything that a text may refer to. When any of it changes, all files are read anew."""
        names = material.loaded.names
        yield repr([(kind, sorted(found)) for kind, found in sorted(material.identifiers.items())])
        yield repr(sorted(material.pages))
        yield repr([(page.src, page.parsed.data) for page in material.left])
        yield repr([(kind, sorted(found)) for kind, found in sorted(names.withdrawn.items())])
        yield repr(sorted(path.name for path in (material.root / "docs" / PICTURES).glob("*")))
        taken = repr(sorted(reserved()))
        for guide in material.guides:
            yield repr(self._kept.get(partial(_anchors, guide), "rubriker", self._lines[guide.shown], taken))


def _anchors(guide: Guide) -> list[str]:
    return list(heading_anchors(guide))
