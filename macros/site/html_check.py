"""Checks the built pages: every internal link and anchor leads somewhere, nothing foreign is loaded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from macros.kept import FOLDER, Kept

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


@dataclass(frozen=True)
class PageLinks:
    """What the check knows of a page: its identifiers, those that are repeated, links, and what it loads."""

    identifiers: frozenset[str]
    repeated: tuple[str, ...]
    links: tuple[str, ...]
    loaded: tuple[str, ...]


def read_page(path: Path, kept: Kept) -> PageLinks:
    """What a built page holds."""
    text = path.read_text("utf-8")
    return PageLinks(*(kind(found) for kind, found in zip(_KINDS, kept.get(lambda: _read(text), text), strict=True)))


_KINDS = (frozenset, tuple, tuple, tuple)


def _read(text: str) -> list[list[str]]:
    """The parts of a `PageLinks` as plain data; each link once."""
    reader = Reader()
    reader.feed(text)
    return [sorted(reader.identifiers), reader.repeated, list(dict.fromkeys(reader.links)), reader.loaded]


def check_site(site: Path, cache: Path = FOLDER) -> list[str]:
    """Every fault in the pages of a built site, one sentence each, in Swedish."""
    kept = Kept("lankar", cache)
    pages = {path: read_page(path, kept) for path in sorted(site.rglob("*.html"))}
    kept.save()
    place = _Places(site)
    return [fault for path, page in pages.items() for fault in _faults(path, page, pages, place)]


class _Places:
    """Which file a link leads to: each pair of folder and address is looked up once."""

    def __init__(self, site: Path) -> None:
        self.site = site
        self._files: dict[tuple[str, str], Path | None] = {}
        self._there = {path for path in site.rglob("*") if path.is_file()}

    def file(self, shown: str, address: str) -> Path | None:
        """The file of this site that an address without anchor leads to from a page; None when it leads out of it."""
        folder = shown.rpartition("/")[0]
        if (folder, address) not in self._files:
            self._files[folder, address] = self._find(folder, address)
        return self._files[folder, address]

    def exists(self, file: Path) -> bool:
        """Whether the site has a file."""
        return file in self._there

    def _find(self, folder: str, address: str) -> Path | None:
        target = urlsplit(urljoin(f"{_HOST}/{folder}/" if folder else f"{_HOST}/", address))
        if f"{target.scheme}://{target.netloc}" != _HOST:
            return None
        file = self.site / unquote(target.path).lstrip("/")
        return file / "index.html" if target.path.endswith("/") else file


def _faults(path: Path, page: PageLinks, pages: Mapping[Path, PageLinks], place: _Places) -> Iterator[str]:
    shown = path.relative_to(place.site).as_posix()
    for identifier in page.repeated:
        yield f"{shown}: fel: Ankaret ”{identifier}” finns två gånger på sidan."
    for address in page.loaded:
        if urlsplit(address).scheme in {"http", "https"} or address.startswith("//"):
            yield f"{shown}: fel: Sidan hämtar {address} från en annan webbplats."
    if shown == "404.html":
        return
    for address in (*page.links, *page.loaded):
        plain, _, anchor = address.partition("#")
        file = place.file(shown, plain) if plain else path
        if file is None:
            continue
        if not place.exists(file):
            yield f"{shown}: fel: Länken {address} leder ingenstans."
        elif anchor and file in pages and unquote(anchor) not in pages[file].identifiers:
            yield f"{shown}: fel: Länken {address} leder till ett ankare som inte finns."
