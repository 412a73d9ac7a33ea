"""Contact addresses and links to the repository, from the one place where they stand: `mkdocs.yml`.

A site that nobody can be reached through says so when it is built, and draws no way that leads nowhere.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from macros.drawing import draw
from macros.ord import words

# The page of contacts, as guidance links to it.
CONTACT_PAGE = "/om/kontakt.md"
CONTACT_ADDRESS = "/om/kontakt/"
_ITEM = re.compile(r"( *)(?:[-*]|\d+[.)]) ")


def _set(extra: Mapping[str, object]) -> dict[str, str]:
    """The addresses as they are set; an empty text for one that is named without a value."""
    settings = extra.get("adresser")
    return {name: str(value or "") for name, value in settings.items()} if isinstance(settings, Mapping) else {}


def addresses(extra: Mapping[str, object], repository: str = "") -> dict[str, str]:
    """The addresses of the site; the repository's own page of issues stands in where none is set.

    `repository` is the engine's own setting for the repository, for sites that have set no `kod`.
    """
    found = _set(extra)
    code = found.get("kod") or repository
    if code and not found.get("arenden"):
        # GitLab keeps what belongs to a project below a dash; other hosts do not.
        found["arenden"] = code.rstrip("/") + ("/-/issues" if "gitlab" in code else "/issues")
    return {**found, "kod": code}


def is_reachable(extra: Mapping[str, object]) -> bool:
    """Whether readers have a way to report an error."""
    settings = _set(extra)
    return bool(settings.get("epost") or settings.get("arenden"))


def unreachable_warning() -> str:
    """What a build says when readers have no way to report an error; each line begins with the same word."""
    return "".join(f"{words()['kontakt']['varning']} {line}\n" for line in words()["kontakt"]["ingen_vag"])


def without_ways(markdown: str, places: Iterable[str] = ()) -> str:
    """A page without the sentences and points that lead to the page of contacts: each has a line of its own.

    `places` are the addresses of that page, as lists that are made link to it.
    """
    ways = (f"]({CONTACT_PAGE}", *(f'href="{place}"' for place in places))
    if not any(way in markdown for way in ways):
        return markdown
    kept: list[str] = []
    inside = -1
    for line in markdown.split("\n"):
        depth = len(line) - len(line.lstrip())
        if inside >= 0 and line.strip() and depth > inside:
            continue
        inside = -1
        if not any(way in line for way in ways):
            kept.append(line)
        elif item := _ITEM.match(line):
            inside = len(item[1])
    return "\n".join(kept)


def contact(extra: Mapping[str, object]) -> str:
    """The contact addresses that are set, as Markdown; a sentence that says so when none is."""
    return draw("sidor/kontakt.md", kontakt=_set(extra))


def report_link(extra: Mapping[str, object], title: str, address: str, template: str) -> str:
    """A link for reporting an error on a page, filled in with its title and address; empty if none is set.

    `template` is the text of the report, with {titel} and {adress}.
    """
    settings = _set(extra)
    text = template.format(titel=title, adress=address)
    if settings.get("arenden"):
        return f"{settings['arenden'].rstrip('/')}/new?title={quote(title)}&body={quote(text)}"
    if settings.get("epost"):
        return f"mailto:{settings['epost']}?subject={quote(title)}&body={quote(text)}"
    return ""


def edit_link(extra: Mapping[str, object], source: str) -> str:
    """A link that opens a file of the repository in the code host's editor; empty if none is set."""
    settings = _set(extra)
    return f"{settings['redigera'].rstrip('/')}/{source}" if settings.get("redigera") else ""
