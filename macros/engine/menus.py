"""The engine's navigation as plain values, for our templates."""

from typing import Any

from macros.addresses import address_of
from macros.model.plain import Meta
from macros.pages.contact import CONTACT_PAGE, is_reachable
from macros.pages.navigation import Menu


def plain_menus(nav: Any, extra: Meta) -> list[Menu]:
    """The items of the navigation, without the page of contacts when the settings have nothing to write there."""
    left_out = "" if is_reachable(extra) else CONTACT_PAGE.strip("/")

    def is_shown(item: Any) -> bool:
        return not (item.is_page and item.file.src_uri == left_out)

    def plain(item: Any) -> Menu:
        children = tuple(plain(child) for child in item.children or () if is_shown(child))
        address = address_of(item.file.src_uri) if item.is_page else ""
        return Menu(item.title or "", address or next((child.address for child in children), ""), children)

    return [plain(item) for item in nav.items]
