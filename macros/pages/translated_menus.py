"""The menus and lists of pages in the language of now: the order is the Swedish, the words are each language's own."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from macros.language.signs import SWEDISH_FROM, SWEDISH_TO
from macros.language.speaking import SWEDISH, spoken
from macros.ord import words, words_in
from macros.pages.lists import IndexEntry
from macros.pages.navigation import Menu
from macros.translation.addresses import Twins, menu_heading


def in_language(sections: Iterable[Menu], twins: Twins) -> list[Menu]:
    """The sections of the menus with the titles of the pages in the language of now; addresses stay Swedish.

    A page without a twin keeps its Swedish title, marked as Swedish.
    """
    sections = list(sections)
    return sections if spoken() == SWEDISH else [_menu(section, twins) for section in sections]


def _menu(entry: Menu, twins: Twins) -> Menu:
    children = tuple(_menu(child, twins) for child in entry.children)
    title = menu_heading(entry.title) if entry.children else twins.titles.get(entry.address)
    if entry.title == words_in(SWEDISH)["steg"]["rubrik"]:
        title = words()["steg"]["rubrik"]
    return Menu(title or f"{SWEDISH_FROM}{entry.title}{SWEDISH_TO}", entry.address, children)


def entries_in_language(entries: Sequence[IndexEntry], twins: Twins) -> tuple[IndexEntry, ...]:
    """Links to pages of guidance; in another language than Swedish those alone that have a twin, under its title."""
    if spoken() == SWEDISH:
        return tuple(entries)
    return tuple(replace(entry, name=twins.titles[entry.address]) for entry in entries if entry.address in twins.titles)
