"""Printed products on pages: the links at a page's top and foot, and the place of the list on `/skriv-ut/`."""

from macros.pages.navigation import Shown
from macros.pages.print_plan import Plan
from macros.pages.print_products import FOLDER, Product, page_products
from macros.pages.related import Link

# What the macro `utskrifter` leaves in the page; the step that makes the files fills it with their list.
PLACE = "<!-- utskrifter -->"


def print_links(address: str, title: str, shown: Shown, plan: Plan) -> tuple[Link, ...]:
    """Links to the files that hold a page, the closest first; `shown` is its menu, `plan` tells which books exist."""
    return tuple(_link(product) for product in _products(address, title, shown, plan))


def own_links(address: str, title: str, shown: Shown, plan: Plan) -> tuple[Link, ...]:
    """Links to the files that are the page's own, which it offers at its top; a section's page has the section's."""
    return tuple(_link(product) for product in _products(address, title, shown, plan) if product.address == address)


def _products(address: str, title: str, shown: Shown, plan: Plan) -> tuple[Product, ...]:
    section = shown.current
    titles = {address: title}
    if section is not None:
        titles[section.address] = section.title
    return page_products(address, section.address if section else "", titles, plan)


def _link(product: Product) -> Link:
    return Link(f"/{FOLDER}/{product.file}", product.title)
