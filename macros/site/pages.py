"""The pages of a built site while its last steps are taken: each is read once, and written once after the last step.

A step asks a page what it needs of it (`get`), which is read from the page's tree and kept from build to build under
a mark of the page as the engine made it. So a page that is as before is not parsed at all. What a step changes in a
page is a text (`html`), since what is published is to be what the templates drew, sign for sign.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any

from macros.kept import Kept, digest
from macros.site.tree import Node, parse
from macros.site.writing import write_files

_INDEX = "index.html"
# Trees that are kept while other pages are read: the steps read a page after the other, so few are asked for again.
_TREES = 2


class Page:
    """A page: the name of its file in the site, its address, and its HTML, which steps may change."""

    def __init__(self, name: str, html: str, site: "BuiltSite") -> None:
        self.name = name
        self.html = html
        self._read = html
        self._site = site

    @property
    def address(self) -> str:
        """Its address from the root of the site: ”/grupper/bebo/”."""
        return f"/{self.name.removesuffix(_INDEX)}"

    @cached_property
    def mark(self) -> str:
        """A mark of the page as it was read."""
        return digest(self.name, self._read)

    def get(self, what: str, make: Callable[[Node], Any]) -> Any:
        """What the tree of the page gives, as plain data: as it was kept, otherwise made now."""
        return self._site.kept.get(lambda: make(self.tree()), what, self.mark)

    def tree(self) -> Node:
        """The page as it was read."""
        return self._site.tree(self.name, self._read)


class BuiltSite:
    """A built site in a folder: its pages by the names of their files. What is kept of them stands in `kept`.

    Pages that are `drawn` are not in the folder yet; the others are read from there.
    """

    def __init__(self, folder: Path, kept: Kept | None = None, drawn: Mapping[str, str] = MappingProxyType({})) -> None:
        self.folder = folder
        self.kept = kept or Kept("webbplats")
        # Files that have another name than pages had for them when they were read.
        self.renamed: dict[str, str] = {}
        self._trees: dict[str, Node] = {}
        names = (path.relative_to(folder).as_posix() for path in folder.rglob("*.html"))
        self._written = {name: (folder / name).read_text("utf-8") for name in names}
        found = sorted((self._written | dict(drawn)).items())
        self.pages = {name: Page(name, html, self) for name, html in found}

    def page(self, address: str) -> Page:
        """The page at an address from the root of the site. Raises FileNotFoundError when there is none."""
        found = self.pages.get(f"{address.strip('/')}/{_INDEX}".lstrip("/"))
        if found is None:
            raise FileNotFoundError(address)
        return found

    def has(self, address: str) -> bool:
        """Whether there is a page at an address."""
        return f"{address.strip('/')}/{_INDEX}".lstrip("/") in self.pages

    def addressed(self) -> Iterator[Page]:
        """The pages that have an address, in the order of the addresses."""
        return iter(sorted((page for page in self.pages.values() if page.name.endswith(_INDEX)), key=_address))

    def files(self) -> Iterator[str]:
        """The names of all files of the site, folder by folder, also of pages that are not written yet."""
        paths = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())
        return iter(sorted({*paths, *self.pages}, key=lambda name: name.split("/")))

    def replace(self, page: Page, html: str) -> None:
        """Puts other HTML in place of a page, which later steps read."""
        self.pages[page.name] = Page(page.name, html, self)

    def tree(self, name: str, html: str) -> Node:
        """The tree of a page. One that was asked for not long ago is there still."""
        key = digest(name, html)
        if key not in self._trees:
            if len(self._trees) >= _TREES:
                del self._trees[next(iter(self._trees))]
            self._trees[key] = parse(html)
        return self._trees[key]

    def write(self) -> None:
        """Writes the pages that are new or that a step has changed, and what is kept of all of them."""
        changed = ((name, page.html) for name, page in self.pages.items() if page.html != self._written.get(name))
        write_files(self.folder, ((name, html.encode()) for name, html in changed))
        self.kept.save()


def _address(page: Page) -> str:
    return page.address
