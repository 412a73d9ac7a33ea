"""Every page of guidance is in the menu, or among those that are meant to stand outside it."""

from collections.abc import Iterable, Iterator
from fnmatch import fnmatch

import yaml

from macros.checks.material import Material
from macros.places import MARK
from macros.problems.problem import Problem

RULE = "meny"


def check(material: Material) -> Iterable[Problem]:
    """Pages that the build would refuse since the menu lacks them, and entries of the menu without a page."""
    path = material.root / MARK
    if not path.is_file():
        return
    text = path.read_text("utf-8")
    # The settings are the project's own file; only plain values are asked for.
    settings = yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506
    listed = tuple(_pages(settings.get("nav", ())))
    if not listed:
        # Without a menu of its own a site shows every page.
        return
    outside = tuple(line.strip().lstrip("/") for line in str(settings.get("not_in_nav", "")).splitlines())
    for guide in material.guides:
        if guide.src not in listed and not any(pattern and fnmatch(guide.src, pattern) for pattern in outside):
            near = [page for page in listed if page.rsplit("/", 1)[0] == guide.src.rsplit("/", 1)[0]]
            after = f" efter raden ”- {near[-1]}”" if near else " på den plats där sidan ska synas"
            hint = f"Lägg raden ”- {guide.src}” under ”nav” i {MARK},{after}, med samma indrag."
            yield Problem(guide.shown, 1, 1, "Sidan saknas i menyn.", hint, rule=RULE)
    lines = text.splitlines()
    for page in listed:
        if page not in material.pages:
            number = next((number for number, line in enumerate(lines, 1) if line.endswith(f" {page}")), 1)
            message = f"Menyn leder till docs/{page}, som inte finns."
            yield Problem(MARK, number, 1, message, "Ta bort raden, eller lägg tillbaka sidan.", rule=RULE)


def _pages(entry: object) -> Iterator[str]:
    """The pages of a menu, however deep."""
    if isinstance(entry, str):
        yield entry
    elif isinstance(entry, dict):
        for below in entry.values():
            yield from _pages(below)
    elif isinstance(entry, list):
        for below in entry:
            yield from _pages(below)
