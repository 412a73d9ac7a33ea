"""The account of a change as a page beside a built preview, with links to each built page."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from macros.contribute.account import Account, Bit, Row
from macros.drawing import TEMPLATES, draw
from macros.problems.report import visible

STYLE = "skillnad.css"


@dataclass(frozen=True)
class Piece:
    """A piece of a row as the template draws it: text that is safe to show, and the file it leads to, if any."""

    sort: str
    text: str
    href: str = ""


def as_page(told: Account, built: Collection[str]) -> str:
    """The page. Addresses of pages that were built become links, which work from a folder too."""
    sections = [
        {
            "heading": _row(section.heading, built),
            "intro": _row(section.intro, built),
            "rows": [_row(row, built) for row in section.rows],
        }
        for section in told.sections
    ]
    first = [_row(row, built) for row in told.first]
    return draw("skillnad.html", first=first, summary=_row(told.summary, built), sections=sections)


def _row(row: Row, built: Collection[str]) -> list[Piece]:
    return [
        # The signs of Markdown that our own words hold are nothing to see on a page.
        Piece("ord", bit.text.replace("`", "").replace("**", ""))
        if bit.sort == "ord"
        else Piece(
            bit.sort, visible(" ".join(bit.text.split())) or "∅", link_to(bit.text) if _leads(bit, built) else ""
        )
        for bit in row
    ]


def _leads(bit: Bit, built: Collection[str]) -> bool:
    return bit.sort == "sida" and bit.text in built


def link_to(address: str) -> str:
    """The file of a page, from the page that tells of the change; never anything but a file below it."""
    place = address.strip("/")
    return f"./{quote(place)}/index.html" if place else "./index.html"


def built_pages(site: Path) -> frozenset[str]:
    """The addresses of the pages in a built site."""
    folders = (path.parent.relative_to(site).as_posix() for path in site.rglob("index.html"))
    return frozenset("/" if folder == "." else f"/{folder}/" for folder in folders)


def write_page(target: Path, told: Account) -> None:
    """Writes the page and its style beside a built site."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(as_page(told, built_pages(target.parent)), "utf-8")
    (target.parent / STYLE).write_bytes((TEMPLATES / STYLE).read_bytes())
