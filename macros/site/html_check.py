"""Checks the built pages: every internal link and anchor leads somewhere, nothing foreign is loaded."""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from urllib.parse import unquote, urljoin, urlsplit

from macros.site.pages import BuiltSite, Page
from macros.site.tree import Node

_HOST = "http://webbplats.invalid"
# What a browser fetches by itself when it shows a page; a link that the reader follows may lead anywhere.
_LOADED = {("script", "src"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("video", "src"), ("audio", "src")}
_LINK_RELATIONS_LOADED = {"stylesheet", "icon", "preload", "modulepreload", "manifest"}


class BrokenSiteError(Exception):
    """Pages have links that lead nowhere, or load what is not ours; the message is one line for each."""


@dataclass(frozen=True)
class PageLinks:
    """What the check knows of a page: its identifiers, those that are repeated, and what it loads from elsewhere.

    `targets` are the places in this site that it leads to or loads: the file, and after a sign the anchor.
    """

    identifiers: list[str]
    repeated: list[str]
    foreign: list[str]
    targets: list[str]


def check_links(site: BuiltSite) -> None:
    """The step that stops a build with faults. Raises BrokenSiteError."""
    faults = link_faults(site)
    if faults:
        raise BrokenSiteError("\n".join(faults))


def link_faults(site: BuiltSite) -> list[str]:
    """Every fault in the pages of a built site, one sentence each, in Swedish."""
    read = {page: links_of(page) for page in site.pages.values()}
    files = {*site.renamed, *site.files()}
    places = files | {f"{page.name}#{identifier}" for page, found in read.items() for identifier in found.identifiers}
    return [fault for page, found in read.items() for fault in _faults(page, found, files, places, site)]


def links_of(page: Page) -> PageLinks:
    """What the check knows of a page."""
    return PageLinks(*page.get("lankar", partial(_read, page.name)))


def _read(name: str, tree: Node) -> list[list[str]]:
    """The parts of a `PageLinks` as plain data."""
    found = Counter(element.get("id") for element in tree.iter("*") if element.get("id"))
    foreign = [each for each in _loaded(tree) if urlsplit(each).scheme in {"http", "https"} or each.startswith("//")]
    targets = {_target(name, each) for each in (*_links(tree), *_loaded(tree))}
    return [sorted(found), [each for each in found if found[each] > 1], foreign, sorted(targets - {""})]


def _target(name: str, address: str) -> str:
    """The place that a link of a page leads to; empty when it leads out of the site."""
    target = urlsplit(urljoin(f"{_HOST}/{name}", address))
    if f"{target.scheme}://{target.netloc}" != _HOST:
        return ""
    file = unquote(target.path).lstrip("/") + ("index.html" if target.path.endswith("/") else "")
    return f"{file}#{unquote(target.fragment)}" if target.fragment else file


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


def _faults(
    page: Page, found: PageLinks, files: Collection[str], places: Collection[str], site: BuiltSite
) -> Iterator[str]:
    for identifier in found.repeated:
        yield f"{page.name}: fel: Ankaret ”{identifier}” finns två gånger på sidan."
    for address in found.foreign:
        yield f"{page.name}: fel: Sidan hämtar {address} från en annan webbplats."
    for target in found.targets if page.name != "404.html" else ():
        file, _, anchor = target.partition("#")
        if file not in files:
            yield f"{page.name}: fel: Länken {_as_written(page, target)} leder ingenstans."
        elif anchor and file in site.pages and target not in places:
            yield f"{page.name}: fel: Länken {_as_written(page, target)} leder till ett ankare som inte finns."


def _as_written(page: Page, target: str) -> str:
    tree = page.tree()
    return next(each for each in (*_links(tree), *_loaded(tree)) if _target(page.name, each) == target)
