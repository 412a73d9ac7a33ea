"""What the page template shows beside a page's own text: dates, links, related pages, structured data."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from macros.guidance.anchors import heading_anchors
from macros.history.in_words import Told
from macros.language.speaking import spoken
from macros.language.swedish import long_date
from macros.model.plain import Meta
from macros.ord import words
from macros.pages.contact import edit_link, report_link
from macros.pages.lists import IndexEntry
from macros.site.edit import without_root
from macros.translation.guidance import Age

FORM_PAGE = "bidra/redigera.md"
# Sections whose pages a reader of a record may want: not those about the site.
GUIDANCE = ("/om-bestallargrupper/", "/bilda-en-grupp/", "/arbetssatt/")


@dataclass(frozen=True)
class Dated:
    """A date as machines and as people read it."""

    iso: str
    text: str


@dataclass(frozen=True)
class PageContext:
    """Values for the page template."""

    kind: str
    summary: str
    audience: tuple[str, ...] = ()
    changed: Dated | None = None
    reviewed: Dated | None = None
    review_due: Dated | None = None
    edit: str = ""
    form: str = ""
    report: str = ""
    related: Sequence[Mapping[str, object]] = field(default_factory=tuple)
    guidance: Sequence[IndexEntry] = field(default_factory=tuple)
    language: str = "sv"
    history: Sequence[Told] = field(default_factory=tuple)


def dated(iso: str | None) -> Dated | None:
    """A date with its Swedish wording, ”23 november 2026”."""
    if not iso:
        return None
    return Dated(iso, long_date(date.fromisoformat(iso)))


@dataclass(frozen=True)
class Heading:
    """A heading of the page with its anchor; both are empty for what stands before the first one."""

    text: str = ""
    anchor: str = ""


@dataclass(frozen=True)
class Translation:
    """When a page was translated, and what of it is older than the Swedish page: `state` as in `guidance.Age`."""

    state: str
    day: Dated | None
    headings: tuple[Heading, ...] = ()


def translation_of(found: Age, body: str) -> Translation:
    """The age of a translation as the page tells it; `body` is its text."""
    anchors = dict(heading_anchors(body))
    older = (Heading(heading, anchors.get(heading, "")) for _, heading in found.older)
    return Translation(found.state, dated(found.translated), tuple(older) if found.state == "aldre" else ())


def a_year_later(iso: str) -> str:
    """The date a year after, when a page is to be reviewed again; 28 February after a leap day."""
    day = date.fromisoformat(iso)
    try:
        return day.replace(year=day.year + 1).isoformat()
    except ValueError:
        return day.replace(year=day.year + 1, day=28).isoformat()


def page_context(
    meta: Meta,
    address: str,
    edit_source: str,
    extra: Meta,
    linked_from: Sequence[IndexEntry],
) -> PageContext:
    """The values for one page, from its front matter and the site's settings (`extra`)."""
    reviewed = meta.get("granskad")
    related = meta.get("relaterat", ())
    names = words()["malgrupper"]
    shown = {link["adress"] for group in related for link in group["lankar"]}
    return PageContext(
        kind=meta.get("slag", "vagledning"),
        summary=meta.get("sammanfattning", ""),
        audience=tuple(names.get(name, name) for name in meta.get("malgrupp", ())),
        changed=dated(meta.get("andrad")),
        reviewed=dated(reviewed),
        review_due=dated(a_year_later(reviewed)) if reviewed else None,
        edit=edit_link(extra, edit_source) if edit_source else "",
        report=report_link(extra, meta.get("title", ""), address, words()["sida"]["rapport"]),
        related=related,
        guidance=tuple(entry for entry in linked_from if _takes_up(entry.address, meta) and entry.address not in shown),
        language=meta.get("sprak", spoken()),
    )


def form_query(source: str) -> str:
    """What the address of the form ends with, for the record of a file: ”?post=grupper/bebo”."""
    return f"?post={source.removeprefix('data/').removesuffix('.yml')}"


def _takes_up(address: str, meta: Meta) -> bool:
    """Whether a page of guidance that links to a record is worth showing on the record's page."""
    return "post" in meta and address.startswith(GUIDANCE) and address.strip("/").count("/") > 0


def relative_links(html: str, address: str) -> str:
    """The HTML with root-relative links made relative to `address`, so that the site works in any folder."""
    depth = address.strip("/").count("/") + 1 if address.strip("/") else 0
    up = "../" * depth or "./"
    return without_root(html, up)
