"""Checks the built pages: every internal link and anchor leads somewhere, nothing foreign is loaded."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_HOST = "http://webbplats.invalid"
# What a browser fetches by itself when it shows a page; a link that the reader follows may lead anywhere.
_LOADED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src")}
_LINK_RELATIONS_LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


class Reader(HTMLParser):
    """Collects identifiers, links and what is loaded from one page."""

    def __init__(self) -> None:
        super().__init__()
        self.identifiers: set[str] = set()
        self.repeated: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Notes what the attributes of an element lead to."""
        values = dict(attrs)
        identifier = values.get("id")
        if identifier:
            if identifier in self.identifiers:
                self.repeated.append(identifier)
            self.identifiers.add(identifier)
        for name, value in values.items():
            if value and (tag, name) in _LOADED:
                self.loaded.append(value)
        reference = values.get("href")
        if reference is not None and tag == "link":
            relations = set((values.get("rel") or "").split())
            (self.loaded if relations & _LINK_RELATIONS_LOADED else self.links).append(reference)
        elif reference is not None:
            self.links.append(reference)


def read_page(path: Path) -> Reader:
    """What a built page holds."""
    reader = Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


def check_site(site: Path) -> list[str]:
    """Every fault in the pages of a built site, one sentence each, in Swedish."""
    pages = {path: read_page(path) for path in sorted(site.rglob("*.html"))}
    return [fault for path, page in pages.items() for fault in _faults(site, path, page, pages)]


def _faults(site: Path, path: Path, page: Reader, pages: dict[Path, Reader]) -> Iterator[str]:
    shown = path.relative_to(site).as_posix()
    for identifier in page.repeated:
        yield f"{shown}: fel: Ankaret ”{identifier}” finns två gånger på sidan."
    for address in page.loaded:
        if urlsplit(address).scheme in {"http", "https"} or address.startswith("//"):
            yield f"{shown}: fel: Sidan hämtar {address} från en annan webbplats."
    if shown == "404.html":
        return
    base = f"{_HOST}/{shown}"
    for address in (*page.links, *page.loaded):
        target = urlsplit(urljoin(base, address))
        if f"{target.scheme}://{target.netloc}" != _HOST:
            continue
        file = site / unquote(target.path).lstrip("/")
        file = file / "index.html" if target.path.endswith("/") else file
        if not file.is_file():
            yield f"{shown}: fel: Länken {address} leder ingenstans."
        elif target.fragment and file in pages and unquote(target.fragment) not in pages[file].identifiers:
            yield f"{shown}: fel: Länken {address} leder till ett ankare som inte finns."
