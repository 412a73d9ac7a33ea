"""The menus: main sections, the pages of the current section, and the way back to the start page."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Menu:
    """An entry of the navigation: title, root-relative address and the entries below it."""

    title: str
    address: str
    children: tuple["Menu", ...] = ()


@dataclass(frozen=True)
class Shown:
    """What a page shows: main sections with the current one marked, its pages, and the trail to it."""

    sections: tuple[Menu, ...]
    current: Menu | None
    trail: tuple[Menu, ...]
    previous: Menu | None = None
    following: Menu | None = None


def menu(sections: Iterable[Menu], address: str) -> Shown:
    """The menus for the page at `address`. Pages outside the navigation belong to the section of their path."""
    sections = tuple(sections)
    current = next((section for section in sections if _holds(section, address)), None)
    trail: list[Menu] = []
    if current is not None and current.address not in {address, "/"}:
        trail.append(Menu(current.title, current.address))
    pages = [child for child in (current.children if current else ()) if child.address]
    place = next((number for number, child in enumerate(pages) if child.address == address), None)
    previous = pages[place - 1] if place else None
    following = pages[place + 1] if place is not None and place + 1 < len(pages) else None
    return Shown(sections, current, tuple(trail), previous, following)


def _holds(section: Menu, address: str) -> bool:
    if any(child.address == address for child in section.children):
        return True
    if section.address == "/":
        return address == "/"
    return any(address.startswith(entry.address) for entry in (section, *section.children) if entry.address != "/")
