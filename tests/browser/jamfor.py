"""What the tests of choosing and comparing share: the words, the records chosen and the way to a table."""

from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from macros.model import KINDS
from macros.ord import words

TEXTS = words()["jamfor"]
OWN = TEXTS["skript"]
# The tables as they are read: that of the Swedish groups is divided, and one of its parts stands for it.
WHOLE_TABLES = tuple("grupper/energi" if name == "grupper" else name for name in TEXTS["slag"])
INDEX_PAGES = tuple(kind.index_of(each).removesuffix("index.md") for kind in KINDS.values() for each in kind.lists)
CHOSEN = {
    "grupp": ("bebo", "belok"),
    "norm": ("totalmetodiken", "totalverktyget"),
    "projekt": ("tvattstugor", "getholmen"),
    "samverkansform": ("ramavtal", "bestallargrupp"),
    "framgangsfaktor": ("finansieringsmodell", "aktivt-deltagande"),
}


def chosen(page: Page) -> list[str]:
    """The identifiers that the address holds."""
    return [part for value in parse_qs(urlsplit(page.url).query).get("valda", []) for part in value.split(",")]


def compare(page: Page, *identifiers: str, more: str = "") -> Locator:
    """Opens the comparison of some records and waits for its table."""
    page.goto(f"/jamfor/?valda={','.join(identifiers)}{more}")
    table = page.locator(".jamfor-ut table")
    expect(table).to_be_visible()
    return table


def open_tools(page: Page) -> None:
    page.locator(".jamfor-verktyg > summary").first.click()


def left_out(page: Page) -> str:
    return page.locator(".jamfor-utelamnat").inner_text()
