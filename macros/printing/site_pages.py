"""Reads a built site: its pages in reading order, each as a chapter ready for print.

The order is that of the menus on the pages themselves, so that print follows the navigation whatever
engine built the site. Record pages come after the index page that lists them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from typing import Any

from macros.kept import digest
from macros.pages.contact import CONTACT_ADDRESS
from macros.printing.convert import blocks
from macros.printing.inline import Place, Source
from macros.printing.layout import anchors
from macros.printing.shapes import Block
from macros.site.html_tree import Element, element_of
from macros.site.pages import BuiltSite

_PICTURE = "<img"

_CARDS = frozenset({"kort-rubrik", "register-post"})


@dataclass(frozen=True)
class Chapter:
    """A page's content: where it is, what it is called, and its blocks; notes are its sources in order.

    `mark` is another when anything of it is.
    """

    address: str
    title: str
    summary: str
    facts: Sequence[str]
    changed: str
    language: str
    blocks: Sequence[Block]
    notes: Sequence[Block]
    kind: str = ""
    mark: str = ""

    @cached_property
    def places(self) -> frozenset[str]:
        """Every place in the page that a link can lead to; each guide that holds the page asks for them."""
        return frozenset((self.address, *anchors(self.blocks)))


@dataclass(frozen=True)
class Part:
    """A main section: its title and the addresses of its pages in reading order."""

    title: str
    address: str
    addresses: Sequence[str]


@dataclass
class PrintedPages:
    """The pages of a built site as print reads them. `sources` are the files that they are written in, by address.

    `lists` says which pages list others in running text: the page's address, and how the others' addresses begin.
    """

    site: BuiltSite
    sources: Mapping[str, Source] = field(default_factory=dict)
    lists: Mapping[str, str] = field(default_factory=dict)

    def tree(self, address: str) -> Element:
        """The tree of the page at an address. Raises FileNotFoundError when there is none."""
        return element_of(self.site.page(address).tree())

    def _get(self, what: str, address: str, make: Callable[[], Any]) -> Any:
        """What a page gives, as plain data. A page with a picture is read anew, since the file may have changed."""
        page = self.site.page(address)
        return make() if _PICTURE in page.html else page.get(f"tryck {what}", lambda _: make())

    def _read(self, address: str) -> bytes:
        return (self.site.folder / address.strip("/")).read_bytes()

    def chapter(self, address: str) -> Chapter:
        """The content of a page. Raises UnknownElementError for what print has no form for."""
        page, made = self.site.page(address), self._get("kapitel", address, lambda: vars(self._chapter(address)))
        return Chapter(**{**made, "mark": digest(page.mark, repr(made) if _PICTURE in page.html else "")})

    def _chapter(self, address: str) -> Chapter:
        tree = self.tree(address)
        file = f"{address.strip('/')}/index.html".lstrip("/")
        place = Place(address, file, self.sources.get(address), self._read)
        content = blocks(_required(tree, "div", "text"), place)
        notes = [item for block in content if block["k"] == "notes" for item in block["items"]]
        changed, step = tree.find("time"), tree.find("strong", "stegnummer")
        return Chapter(
            address,
            _words(_required(tree, "h1")),
            _words(_required(tree, "p", "ingress")),
            [_words(item) for item in (*([step] if step else ()), *_children(tree.find("ul", "sidfakta")))],
            changed.attributes.get("datetime", "") if changed else "",
            _required(tree, "html").attributes.get("lang", "sv"),
            [block for block in content if block["k"] != "notes"],
            notes,
            next((meta.attributes["content"] for meta in tree.walk() if meta.attributes.get("name") == "kb:slag"), ""),
        )

    def parts(self, home: str = "/") -> list[Part]:
        """The main sections with their pages, in the order of the menus of a language's start page."""
        made = []
        for title, address in self._menu(home, "huvudmeny"):
            listed = [target for _, target in self._menu(address, "avsnittsmeny")] or [address]
            # Without an address the page of contacts is in no menu, but its advice still holds on paper.
            is_here = address != "/" and CONTACT_ADDRESS.startswith(address) and self.has(CONTACT_ADDRESS)
            if is_here and CONTACT_ADDRESS not in listed:
                listed.insert(1, CONTACT_ADDRESS)
            made.append(Part(title, address, list(self._with_records(listed))))
        return made

    def _with_records(self, addresses: Sequence[str]) -> Iterator[str]:
        """Addresses, each index page followed by the pages that its cards or its text list."""
        for address in addresses:
            yield address
            for target in self._get("kort", address, partial(self._cards, address)):
                if target not in addresses:
                    yield target
            if address in self.lists:
                yield from (target for target in self.linked(address, self.lists[address]) if target not in addresses)

    def _cards(self, address: str) -> list[str]:
        """The addresses that the cards of a page lead to, or the lines of a register of records."""
        place = Place(address, "")
        cards = (card.find("a") for card in self.tree(address).walk() if _CARDS & set(card.classes))
        return [target for link in cards if link and (target := place.target(link.attributes["href"]))]

    def _menu(self, address: str, name: str) -> list[tuple[str, str]]:
        found = self._get(name, address, lambda: list(self._links(self.tree(address), address, name)))
        return [(title, target) for title, target in found]

    def _links(self, tree: Element, address: str, name: str) -> Iterator[tuple[str, str]]:
        menu = tree.find("nav", name)
        place = Place(address, "")
        for link in menu.walk() if menu else ():
            if link.tag == "a":
                yield _words(link), place.target(link.attributes["href"])

    def linked(self, address: str, prefix: str) -> list[str]:
        """Addresses that start with `prefix` among the links of a page, in order; none when there is no such page."""
        if not self.has(address):
            return []
        found = self._get("lankar", address, lambda: self._all_links(address))
        return [target for target in found if target.startswith(prefix)]

    def _all_links(self, address: str) -> list[str]:
        place = Place(address, "")
        found = (place.target(link.attributes.get("href", "")) for link in self.tree(address).walk() if link.tag == "a")
        return list(dict.fromkeys(found))

    def below(self, address: str) -> list[str]:
        """A page and all pages under its address that it leads to, in the order of the links; none without the page."""
        found = [address] if self.has(address) else []
        for each in found:
            targets = (target.partition("#")[0] for target in self.linked(each, address))
            found += [target for target in dict.fromkeys(targets) if target not in found and self.has(target)]
        return found

    def addresses(self) -> list[str]:
        """The address of every page."""
        return [page.address for page in self.site.addressed()]

    def has(self, address: str) -> bool:
        """Whether the site has a page at an address."""
        return self.site.has(address)

    def public_address(self) -> str:
        """The site's public address, from the start page's canonical link; empty while the site has none."""
        return str(self._get("adress", "/", self._canonical)).rstrip("/")

    def _canonical(self) -> str:
        links = (found.attributes for found in self.tree("/").walk() if found.tag == "link")
        return next((link["href"] for link in links if link.get("rel") == "canonical"), "")


def _required(tree: Element, tag: str, name: str = "") -> Element:
    found = tree.find(tag, name)
    if found is None:
        message = f"Den byggda sidan saknar <{tag} class=”{name}”>."
        raise LookupError(message)
    return found


def _children(element: Element | None) -> list[Element]:
    return [child for child in element.children if isinstance(child, Element)] if element else []


def _words(element: Element) -> str:
    return " ".join(element.text().split(" ")).replace("\n", " ").strip()


def values(chapter: Chapter) -> dict[str, object]:
    """A chapter as the Typst templates read it."""
    return {
        "address": chapter.address,
        "title": chapter.title,
        "summary": chapter.summary,
        "facts": list(chapter.facts),
        "lang": chapter.language,
        "kind": chapter.kind,
        "blocks": list(chapter.blocks),
        "notes": list(chapter.notes),
    }
