"""Feeds of what changed: Atom (RFC 4287) and JSON Feed 1.1, for the whole, each collection and each record with a page.

The identifier of an entry is made of the record and the day alone, so that it stays when the site moves. Links are
whole when the site has a public address, otherwise counted from the feed.
"""

import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from macros.history.entries import Entry, as_row
from macros.history.in_words import Sentence, Told, told
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.plain import Json
from macros.open_data.publication import Publication
from macros.open_data.published import FOLDER, LICENCE
from macros.open_data.versions import current_version, versions
from macros.ord import words

ATOM = "http://www.w3.org/2005/Atom"
NAME = f"{FOLDER}/andringar"
# Feed readers ask often; the whole history is in its own file.
MOST = 100
_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "kunskapsbank:bestallargrupper")
Files = Iterator[tuple[str, Json | str]]


@dataclass(frozen=True)
class Feed:
    """A feed: its address without ending, title, the page that it is about, and its entries, newest first."""

    address: str
    title: str
    page: str
    entries: Sequence[Told]


def feed_files(bank: Kunskapsbank, site: Publication, history: Sequence[Entry]) -> Files:
    """The feeds, and the whole history as a file."""
    for feed in feeds(bank, site, history):
        yield f"{feed.address}.atom", atom(feed, site)
        yield f"{feed.address}.feed.json", json_feed(feed, site)
    rows = [{"datum": entry.day, **as_row(entry)} for entry in history]
    yield (
        f"{NAME}.json",
        {
            "$schema": "andringar.schema.json",
            "schema_version": current_version(),
            "licens": LICENCE,
            "antal": len(rows),
            "andringar": rows,
        },
    )


def feeds(bank: Kunskapsbank, site: Publication, history: Sequence[Entry]) -> Iterator[Feed]:
    """Every feed. What changed in the form of the data itself is in the one for the whole."""
    title = words()["andringar"]["titel"]
    everything = list(told(bank, history))
    form = list(_versions())
    newest = sorted([*everything[:MOST], *form], key=lambda entry: entry.day, reverse=True)
    yield Feed(NAME, f"{site.name}: {title}", "/andringar/", newest)
    for kind in KINDS.values():
        mine = [entry for entry in everything if entry.kind == kind.name]
        shown = words()["oppna_data"]["samlingar"].get(kind.folder, {}).get("namn", kind.folder)
        yield Feed(f"{FOLDER}/{kind.folder}", f"{site.name}: {shown}", "/andringar/", mine[:MOST])
        for identifier, record in bank.records(kind.name).items() if kind.page_folder else ():
            own = [entry for entry in mine if entry.identifier == identifier]
            page = f"/{kind.page_folder}/{identifier}/"
            yield Feed(f"{FOLDER}/{kind.folder}/{identifier}", f"{site.name}: {record.namn}", page, own)  # type: ignore[attr-defined]


def _versions() -> Iterator[Told]:
    """Each version of the form of the data, with the fields that are to go."""
    texts = words()["andringar"]["mening"]
    for each in versions():
        sentences = [Sentence(texts["version"].format(version=each.number, text=each.text))]
        sentences += [
            Sentence(texts["utgar"].format(falt=field.field, samling=field.collection, i_stallet=field.instead))
            for field in each.leaving
        ]
        name = words()["oppna_data"]["katalog"]["api"]
        yield Told(each.day, "version", each.number, name, "/om/oppna-data/", tuple(sentences))


def identifier(*parts: str) -> str:
    """An identifier that is the same wherever the site is."""
    return f"urn:uuid:{uuid.uuid5(_SPACE, '/'.join(parts))}"


def _link(path: str, feed: Feed, site: Publication) -> str:
    """A whole address, or one counted from the feed."""
    if site.address:
        return site.absolute(path)
    return "../" * feed.address.strip("/").count("/") + path.lstrip("/")


def _updated(entries: Sequence[Told]) -> str:
    day = max((entry.day for entry in entries), default=versions()[-1].day)
    return f"{day}T00:00:00Z"


def atom(feed: Feed, site: Publication) -> str:
    """A feed in Atom."""
    ET.register_namespace("", ATOM)
    top = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "sv"})
    _add(top, "id", identifier(feed.address))
    _add(top, "title", feed.title)
    _add(top, "updated", _updated(feed.entries))
    _add(top, "rights", LICENCE)
    _add(_add(top, "author"), "name", site.publisher.get("namn") or site.name)
    _add(top, "link", rel="self", type="application/atom+xml", href=_link(f"{feed.address}.atom", feed, site))
    _add(top, "link", rel="alternate", type="text/html", href=_link(feed.page, feed, site))
    for told_entry in feed.entries:
        entry = _add(top, "entry")
        _add(entry, "id", identifier(told_entry.kind, told_entry.identifier, told_entry.day))
        _add(entry, "title", told_entry.name)
        _add(entry, "updated", f"{told_entry.day}T00:00:00Z")
        address = told_entry.address or "/andringar/"
        _add(entry, "link", rel="alternate", type="text/html", href=_link(address, feed, site))
        _add(entry, "summary", told_entry.text)
    ET.indent(top, " ")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(top, encoding="unicode") + "\n"


def _add(parent: ET.Element, name: str, text: str = "", **attributes: str) -> ET.Element:
    made = ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)
    made.text = text or None
    return made


def json_feed(feed: Feed, site: Publication) -> Json:
    """A feed in JSON Feed; addresses are left out while the site has no public one, since they must be whole."""
    whole = {"home_page_url": feed.page, "feed_url": f"{feed.address}.feed.json"} if site.address else {}
    return {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        **{name: site.absolute(path) for name, path in whole.items()},
        "language": "sv",
        "items": [_item(entry, site) for entry in feed.entries],
    }


def _item(entry: Told, site: Publication) -> Json:
    url = {"url": site.absolute(entry.address or "/andringar/")} if site.address else {}
    return {
        "id": identifier(entry.kind, entry.identifier, entry.day),
        **url,
        "title": entry.name,
        "content_text": entry.text,
        "date_published": f"{entry.day}T00:00:00Z",
    }
