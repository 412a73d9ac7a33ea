"""The menus: main sections, the pages of the current section, its steps, and the way back to the start page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from macros.language.speaking import SWEDISH
from macros.model import KINDS
from macros.ord import words, words_in


@dataclass(frozen=True)
class Menu:
    """An entry of the navigation: title, root-relative address and the entries below it.

    An entry with entries below it inside a section is a group of pages under a heading of its own.
    """

    title: str
    address: str
    children: tuple["Menu", ...] = ()

    @property
    def pages(self) -> tuple["Menu", ...]:
        """The pages below, in reading order, whatever groups they stand in."""
        return tuple(page for child in self.children for page in (child.pages if child.children else (child,)))

    @property
    def is_steps(self) -> bool:
        """Whether the entry is the group of steps, which are taken in order."""
        return bool(self.children) and self.title == words()["steg"]["rubrik"]


@dataclass(frozen=True)
class Shown:
    """What a page shows: main sections with the current one marked, its pages, and the trail to it.

    A page that is a step has the list of steps and its own number among them, from 1.
    """

    sections: tuple[Menu, ...]
    current: Menu | None
    trail: tuple[Menu, ...]
    previous: Menu | None = None
    following: Menu | None = None
    steps: tuple[Menu, ...] = ()
    step: int = 0


def menu(sections: Iterable[Menu], address: str) -> Shown:
    """The menus for the page at `address`. Pages outside the navigation belong to the section of their path."""
    sections = tuple(sections)
    current = next((section for section in sections if _holds(section, address)), None)
    trail: list[Menu] = []
    if current is not None and current.address not in {address, "/"}:
        trail.append(Menu(current.title, current.address))
    pages = [page for page in (current.pages if current else ()) if page.address]
    place = next((number for number, child in enumerate(pages) if child.address == address), None)
    previous = pages[place - 1] if place else None
    following = pages[place + 1] if place is not None and place + 1 < len(pages) else None
    steps = next((child.children for child in (current.children if current else ()) if child.is_steps), ())
    step = next((number for number, child in enumerate(steps, 1) if child.address == address), 0)
    return Shown(sections, current, tuple(trail), previous, following, steps if step else (), step)


def step_files(nav: Iterable[object]) -> tuple[str, ...]:
    """The files of the steps in a navigation as `mkdocs.yml` writes it, in order; none when it has no steps."""
    for entry in nav:
        for title, inside in entry.items() if isinstance(entry, Mapping) else ():
            if title == words_in(SWEDISH)["steg"]["rubrik"]:
                return tuple(inside)
            found = step_files(inside) if isinstance(inside, list) else ()
            if found:
                return found
    return ()


def with_lists(nav: Sequence[object]) -> list[object]:
    """The navigation as `mkdocs.yml` writes it, with the lists and tables of the kinds that it does not name.

    Tables stand last among the comparisons, lists beside the index A–Ö, until the menu gives them a place of their own.
    """
    lists = [(kind.index_of(each), f"jamfor/{each.name}.md") for kind in KINDS.values() for each in kind.lists]
    made = _with(nav, "a-o.md", [index for index, _ in lists if index not in _named(nav)])
    return _with(made, "jamfor/index.md", [table for _, table in lists if table not in _named(nav)])


def _with(nav: Sequence[object], beside: str, pages: Sequence[str]) -> list[object]:
    """The navigation with pages last in the list that holds the page `beside`."""
    made = [
        {title: _with(inside, beside, pages) if isinstance(inside, list) else inside for title, inside in entry.items()}
        if isinstance(entry, Mapping)
        else entry
        for entry in nav
    ]
    return [*made, *pages] if beside in nav else made


def _named(nav: Sequence[object]) -> frozenset[str]:
    """The pages that a navigation names, however deep."""
    found: set[str] = set()
    for entry in nav:
        for inside in entry.values() if isinstance(entry, Mapping) else (entry,):
            found |= _named(inside) if isinstance(inside, list) else {str(inside)}
    return frozenset(found)


def _holds(section: Menu, address: str) -> bool:
    if any(page.address == address for page in section.pages):
        return True
    if section.address == "/":
        return address == "/"
    return any(address.startswith(entry.address) for entry in (section, *section.pages) if entry.address != "/")
