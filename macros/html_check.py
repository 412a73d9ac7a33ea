"""Checks the built pages: every internal link and anchor leads somewhere, nothing foreign is loaded."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

from macros.built.pages import BuiltSite
from macros.built.tree import Node
from macros.kunskapsbank import Kunskapsbank

_HOST = "http://webbplats.invalid"
# What a browser fetches by itself when it shows a page; a link that the reader follows may lead anywhere.
_LOADED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src")}
_LINK_RELATIONS_LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


class BrokenSiteError(Exception):
    """Pages have links that lead nowhere, or load what is not ours; the message is one line for each."""


@dataclass(frozen=True)
class PageLinks:
    """What the check knows of a page: its identifiers, those that are repeated, and what it loads from elsewhere.

    `links` are the addresses of this site that it leads to or loads: as written, the file, and the anchor.
    """

    identifiers: list[str]
    repeated: list[str]
    foreign: list[str]
    links: list[tuple[str, str, str]]


def check_links(site: BuiltSite, _bank: Kunskapsbank) -> None:
    """The step that stops a build with faults. Raises BrokenSiteError."""
    faults = link_faults(site)
    if faults:
        raise BrokenSiteError("\n".join(faults))


def link_faults(site: BuiltSite) -> list[str]:
    """Every fault in the pages of a built site, one sentence each, in Swedish."""
    read = {name: PageLinks(*page.get("lankar", partial(_read, name))) for name, page in site.pages.items()}
    anchors = {name: frozenset(page.identifiers) for name, page in read.items()}
    there = site.renamed.keys() | {
        path.relative_to(site.folder).as_posix() for path in site.folder.rglob("*") if path.is_file()
    }
    return [fault for name, page in read.items() for fault in _faults(name, page, anchors, there)]


def _read(name: str, tree: Node) -> list[Any]:
    """The parts of a `PageLinks` as plain data; each link once."""
    found = Counter(element.get("id") for element in tree.iter("*") if element.get("id"))
    loaded = list(_loaded(tree))
    foreign = [each for each in loaded if urlsplit(each).scheme in {"http", "https"} or each.startswith("//")]
    targets = [_target(name, each) for each in dict.fromkeys([*_links(tree), *loaded])]
    return [sorted(found), [each for each in found if found[each] > 1], foreign, [each for each in targets if each]]


def _target(name: str, address: str) -> tuple[str, str, str] | None:
    """The file and anchor that a link of a page leads to; None when it leads out of the site."""
    target = urlsplit(urljoin(f"{_HOST}/{name}", address))
    if f"{target.scheme}://{target.netloc}" != _HOST:
        return None
    file = unquote(target.path).lstrip("/")
    whole = f"{file}index.html" if target.path.endswith("/") else file
    return address, whole, unquote(target.fragment)


def _links(tree: Node) -> Iterator[str]:
    """Addresses that a reader can follow."""
    for element in tree.iter("*"):
        reference = element.get("href")
        if reference is not None and not _is_loaded(element):
            yield reference


def _loaded(tree: Node) -> Iterator[str]:
    """Addresses that a browser follows by itself."""
    for element in tree.iter("*"):
        yield from (value for name, value in element.items() if value and (element.tag, name) in _LOADED)
        if _is_loaded(element):
            yield element.get("href", "")


def _is_loaded(element: Node) -> bool:
    return element.tag == "link" and bool(_LINK_RELATIONS_LOADED & set((element.get("rel") or "").split()))


def _faults(name: str, page: PageLinks, anchors: Mapping[str, frozenset[str]], there: Collection[str]) -> Iterator[str]:
    for identifier in page.repeated:
        yield f"{name}: fel: Ankaret ”{identifier}” finns två gånger på sidan."
    for address in page.foreign:
        yield f"{name}: fel: Sidan hämtar {address} från en annan webbplats."
    if name == "404.html":
        return
    for address, file, anchor in page.links:
        if file not in there:
            yield f"{name}: fel: Länken {address} leder ingenstans."
        elif anchor and file in anchors and anchor not in anchors[file]:
            yield f"{name}: fel: Länken {address} leder till ett ankare som inte finns."
