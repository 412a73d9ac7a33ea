"""Printed products on pages: the links at a page's foot, and the place of the list on `/skriv-ut/`."""

from macros.navigation import Shown
from macros.pages.related import Link
from macros.printing.plan import Plan
from macros.printing.products import FOLDER, page_products

# What the macro `utskrifter` leaves in the page; the step that makes the files fills it with their list.
PLACE = "<!-- utskrifter -->"


def print_links(address: str, title: str, shown: Shown, plan: Plan) -> tuple[Link, ...]:
    """Links to the files that hold a page, the closest first; `shown` is its menu, `plan` tells which books exist."""
    section = shown.current
    titles = {address: title}
    if section is not None:
        titles[section.address] = section.title
    found = page_products(address, section.address if section else "", titles, plan)
    return tuple(Link(f"/{FOLDER}/{product.file}", product.title) for product in found)
