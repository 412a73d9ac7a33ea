"""The addresses of pages, counted from the site's start: of a Markdown file, of a record, of a record's easy page."""

from collections.abc import Mapping

from macros.model import Kind

# Kinds whose records stand on a page together, each with an anchor of its own.
_COMMON_PAGES = {"kalla": "/kallor/", "begrepp": "/ordlista/"}
EASY_START = "/lattlast/"
# Kind of record -> the folder of its easy pages, below the start's.
EASY_FOLDERS: Mapping[str, str] = {"grupp": "grupper", "projekt": "exempel"}


def address_of(source: str) -> str:
    """The root-relative address of the page whose Markdown file is `source`."""
    stem = source.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"/{stem}/" if stem else "/"


def page_address(kind: Kind, identifier: str) -> str:
    """Where readers meet a record, counted from the site's start; empty when it has no place of its own."""
    if kind.page_folder:
        return f"/{kind.page_folder}/{identifier}/"
    return f"{_COMMON_PAGES[kind.name]}#{identifier}" if kind.name in _COMMON_PAGES else ""


def easy_address(kind: str, identifier: str) -> str:
    """The address of a record's easy page."""
    return f"{EASY_START}{EASY_FOLDERS[kind]}/{identifier}/"
