"""Sorts the files of a change that are neither records nor guidance: what a reviewer must see before anything else.

Whatever is not known to be content counts as something that an owner reads.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from macros.model import KINDS

How = Literal["ny", "ändrad", "borttagen"]
_FOLDERS = "|".join(sorted(kind.folder for kind in KINDS.values()))
# Told by what they say: records, and pages of guidance. A name that begins with a point is not read as content.
_CONTENT = re.compile(rf"data/(?:{_FOLDERS})/[^/.][^/]*\.yml|docs/(?:[^/.][^/]*/)*[^/.][^/]*\.md")
# The first that fits a path says what it is.
_KINDS: Mapping[str, re.Pattern[str]] = {
    "ordlista": re.compile(r"macros/language/ordlista\.txt"),
    "skrivet": re.compile(r"data/(?:\.schema|andringar)/[^/]+\.json|data/lankar\.json"),
    "bilder": re.compile(r"docs/(?:[^/.][^/]*/)*[^/.][^/]*\.(?:png|jpe?g|gif|webp|avif)", re.IGNORECASE),
    "programmet": re.compile(r"(?:macros|overrides)/.+"),
    "arbetsfloden": re.compile(r"\.(?:github|gitlab|forgejo|ci)/.+|\.gitlab-ci.*|Makefile"),
    "prov": re.compile(r"(?:tests|bench)/.+"),
    "styrning": re.compile(r"CODEOWNERS|LICENSES/.+|REUSE\.toml|[A-Z_]+\.md|publiccode\.yml"),
    "installningar": re.compile(r"mkdocs\.yml|pyproject\.toml|.+\.lock|hosting/.+|\.vscode/.+|\.git[a-z]+"),
    "andra": re.compile(r".+", re.DOTALL),
}
# Those that an editor may judge alone.
NO_OWNER = frozenset({"ordlista", "bilder"})


@dataclass(frozen=True, order=True)
class Touched:
    """A file that a change adds, alters or removes."""

    path: str
    how: How


def sort_of(path: str) -> str | None:
    """What a file is; None for records and guidance."""
    if _CONTENT.fullmatch(path):
        return None
    return next(name for name, pattern in _KINDS.items() if pattern.fullmatch(path))


def beside_content(files: Iterable[Touched]) -> Mapping[str, tuple[Touched, ...]]:
    """The files that are not content by what they are, the most dangerous kind first."""
    found: dict[str, list[Touched]] = {}
    for file in sorted(files):
        name = sort_of(file.path)
        if name:
            found.setdefault(name, []).append(file)
    order = (
        "programmet",
        "arbetsfloden",
        "installningar",
        "styrning",
        "andra",
        "prov",
        "skrivet",
        "bilder",
        "ordlista",
    )
    return {name: tuple(found[name]) for name in order if name in found}
