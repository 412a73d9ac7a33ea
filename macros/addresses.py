"""The addresses of pages, counted from the site's start: of a Markdown file, and of a record's easy page."""

from macros.model import KINDS

EASY_START = "/lattlast/"
# Kinds of records that may have an easy text. The folders of their pages are those of the ordinary pages.
EASY_KINDS = tuple(kind.name for kind in KINDS.values() if kind.is_easy)


def address_of(source: str) -> str:
    """The root-relative address of the page whose Markdown file is `source`."""
    stem = source.removesuffix(".md")
    stem = "" if stem == "index" else stem.removesuffix("/index")
    return f"/{stem}/" if stem else "/"


def easy_address(kind: str, identifier: str) -> str:
    """The address of a record's easy page."""
    return f"{EASY_START}{KINDS[kind].page_folder}/{identifier}/"
