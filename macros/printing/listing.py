"""The list of printed products on `/skriv-ut/` and its English twin: what each is, its pages, size and date.

The pages are built before the products are made, so they have a place for the list, which is filled here.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from macros.drawing import draw
from macros.language.speaking import ENGLISH, SWEDISH, spoken
from macros.language.swedish import NBSP, long_date, number
from macros.ord import words
from macros.pages.print_list import PLACE
from macros.pages.print_products import FOLDER, Product
from macros.site.pages import BuiltSite

# The pages that have a list, by language.
LISTS = {SWEDISH: "skriv-ut", ENGLISH: "en/print"}
# The list in a finished page: from its first heading to the end of its last table.
_LIST = re.compile(r'<h3 id="utskrift-.*class="utskrifter".*?</table>\n</div>', re.DOTALL)
_KILO, _MEGA = 1000, 1_000_000


@dataclass(frozen=True)
class Printed:
    """A finished file; Word documents have no fixed number of pages."""

    file: str
    content: bytes
    pages: int | None
    day: date


def write_list(site: BuiltSite, listed: Mapping[Product, Printed]) -> None:
    """Fills the list's place on the page of the language of now, when the site has the page."""
    if site.has(LISTS[spoken()]):
        page = site.page(LISTS[spoken()])
        site.replace(page, page.html.replace(PLACE, list_html(listed)))


def lend_list(site: BuiltSite, shown: Path) -> None:
    """Puts the lists of a site that was built before into the pages of a new one."""
    for name in LISTS.values():
        old = shown / name / "index.html"
        if site.has(name) and old.is_file():
            page, found = site.page(name), _LIST.search(old.read_text("utf-8"))
            site.replace(page, page.html.replace(PLACE, found[0] if found else ""))


def list_html(listed: Mapping[Product, Printed]) -> str:
    """The list as tables, one a group, in the order of the words' area `utskrift.grupper`."""
    groups = words()["utskrift"]["grupper"]
    tables = [
        (key, title, [_row(product, listed[product]) for product in listed if product.group == key])
        for key, title in groups.items()
    ]
    shown = [table for table in tables if table[2]]
    return draw("sidor/utskrifter.html", grupper=shown, ord=words()).strip()


def _row(product: Product, printed: Printed) -> dict[str, object]:
    return {
        "titel": product.title,
        "adress": f"{'../' * len(LISTS[spoken()].split('/'))}{FOLDER}/{product.file}",
        "typ": product.file.rpartition(".")[2].upper(),
        "sidor": "–" if printed.pages is None else str(printed.pages),
        "storlek": size_text(len(printed.content)),
        "datum": long_date(printed.day),
    }


def size_text(size: int) -> str:
    """A file's size in words: ”84 kB”, ”1,2 MB”."""
    if size < _MEGA:
        return f"{number(max(round(size / _KILO), 1))}{NBSP}kB"
    return f"{number(round(size / _MEGA, 1))}{NBSP}MB"
