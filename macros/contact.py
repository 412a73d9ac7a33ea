"""Contact addresses and links to the repository, from the one place where they stand: `mkdocs.yml`."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from macros.pages.page import draw


def contact(extra: Mapping[str, Any]) -> str:
    """The contact addresses that are set, as Markdown; a sentence that says so when none is."""
    return draw("sidor/kontakt.md", kontakt=extra.get("adresser") or {})


def report_link(extra: Mapping[str, Any], title: str, address: str, template: str) -> str:
    """A link for reporting an error on a page, filled in with its title and address; empty if none is set.

    `template` is the text of the report, with {titel} and {adress}.
    """
    settings = extra.get("adresser") or {}
    text = template.format(titel=title, adress=address)
    if settings.get("arenden"):
        return f"{settings['arenden'].rstrip('/')}/new?title={quote(title)}&body={quote(text)}"
    if settings.get("epost"):
        return f"mailto:{settings['epost']}?subject={quote(title)}&body={quote(text)}"
    return ""


def edit_link(extra: Mapping[str, Any], source: str) -> str:
    """A link that opens a file of the repository in the code host's editor; empty if none is set."""
    settings = extra.get("adresser") or {}
    return f"{settings['redigera'].rstrip('/')}/{source}" if settings.get("redigera") else ""
