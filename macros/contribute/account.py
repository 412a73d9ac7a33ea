"""What a reviewer is told of a change, in order: what matters first. Drawn as Markdown and as a page from the same.

Every piece says whether it is ours or a contributor's, so that whoever draws it can keep the latter dead.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from macros.checks.readability import LIMIT
from macros.contribute.difference import Difference, Text
from macros.contribute.difference_pages import Guidance
from macros.contribute.difference_records import Record, Value
from macros.contribute.page_weight import Weights
from macros.contribute.touched import NO_OWNER, beside_content
from macros.contribute.wording import Part, apart
from macros.language.swedish import listing
from macros.ord import words

# Values longer than this are told word for word, shorter ones as the old and the new.
_SHORT = 60
# Files of a kind that are named.
_MOST_FILES = 100
# Words of ours; text of a contributor, unchanged, gone or new; the address of a page.
Sort = Literal["ord", "text", "bort", "nytt", "sida"]


@dataclass(frozen=True)
class Bit:
    """A piece of a row."""

    text: str
    sort: Sort = "ord"


Row = tuple[Bit, ...]


@dataclass(frozen=True)
class Section:
    """A heading, what stands under it, and rows; rows of guidance stand under their page's headings."""

    heading: Row
    intro: Row = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True)
class Account:
    """The whole: rows that come first of all, a summary, and sections."""

    first: tuple[Row, ...]
    summary: Row
    sections: tuple[Section, ...]


def account(
    found: Difference, seen: Collection[str] = (), weights: Weights | None = None, *, estimated: bool = False
) -> Account:
    """All that is told. `seen` are the addresses of built pages that change, `weights` bytes before and after."""
    text = words()["skillnad"]
    items: tuple[Record | Guidance, ...] = (*found.records, *found.pages)
    told = {item.address for item in items if item.change != "följer"}
    sections = (
        _list(text["adresser_borta"], map(_lost, found.addresses_lost), text["gor_omdirigering"]),
        _list(text["omdirigeras"], (_quoted(old, " → ", new) for old, new in found.redirects)),
        _list(text["adresser_nya"], ((Bit(address, "sida"),) for address in found.addresses_added)),
        *(_guidance(page) for page in found.pages if page.change not in {"ny", "följer"}),
        *(_record(record) for record in found.records if record.change not in {"ny", "följer"}),
        _list(text["foljer"], map(_quoted, (item.path for item in items if item.change == "följer"))),
        *(_record(record) for record in found.records if record.change == "ny"),
        *(_guidance(page) for page in found.pages if page.change == "ny"),
        _list(text["sidor"], ((Bit(address, "sida"),) for address in sorted(set(seen) - told))),
        _list(text["lasbarhet"], filter(None, map(_readability, found.texts))),
        _list(text["nya_ord"], map(_quoted, found.new_words), text["nya_ord_om"]),
        _weights(weights or {}, text["vikt_uppskattad" if estimated else "vikt"]),
    )
    return Account(tuple(_first(found)), (Bit(_summary(found)),), tuple(filter(None, sections)))


def _first(found: Difference) -> Iterator[Row]:
    """What an owner or an editor must not miss."""
    text = words()["skillnad"]
    touched = beside_content(found.touched)
    if touched:
        named = listing([text["filer"][name] for name in touched])
        owner = text["titta" if set(touched) <= NO_OWNER else "agare"]
        yield (Bit(f"{text['ror_ocksa'].format(vad=named)} {owner}"),)
    for name, files in touched.items():
        row = [Bit(text["fil"].format(slag=text["filer"][name].capitalize()))]
        for place, file in enumerate(files[:_MOST_FILES]):
            row += (Bit(", " if place else " "), Bit(file.path, "text"), Bit(f" ({text['hur'][file.how]})"))
        if len(files) > _MOST_FILES:
            row.append(Bit(f" {text['fler'].format(antal=len(files) - _MOST_FILES)}"))
        yield tuple(row)
    moved = [(record.path, value) for record in found.records for value in record.values if value.hosts]
    for path, value in moved:
        old, new = value.hosts or ("", "")
        yield (Bit(f"{text['annan_webbplats']} "), *_quoted(path), Bit(": "), *_quoted(old, " → ", new))
    stale = [record.path for record in found.records if record.stale]
    stale += [page.path for page in found.pages if page.stale]
    if stale:
        yield (Bit(f"{text['andrad']} "), *_commas(stale))


def _summary(found: Difference) -> str:
    text = words()["skillnad"]
    touched = set(beside_content(found.touched))
    if found.addresses_lost:
        opening = text["fel_adresser"].format(antal=len(found.addresses_lost))
    elif not (found.records or found.pages or found.addresses_added or found.redirects):
        return str(text["bara_andra_filer" if touched else "inget"])
    else:
        opening = text["inga_fel"]
    counts = text["antal"].format(
        poster=sum(record.change != "följer" for record in found.records),
        sidor=sum(page.change != "följer" for page in found.pages),
        andrade=found.facts.changed,
        nya=found.facts.new,
        borta=found.facts.lost,
        kallor=found.sources_added,
    )
    return f"{opening} {counts}"


def _list(heading: str, rows: Iterable[Row], intro: str = "") -> Section | None:
    listed = tuple(rows)
    return Section((Bit(heading),), (Bit(intro),) if intro else (), listed) if listed else None


def _quoted(text: str, sign: str = "", other: str = "") -> Row:
    return (Bit(text, "text"), Bit(sign), Bit(other, "text")) if sign else (Bit(text, "text"),)


def _commas(texts: Iterable[str]) -> Iterator[Bit]:
    for place, text in enumerate(texts):
        yield from (Bit(", " if place else ""), Bit(text, "text"))


def _lost(address: str) -> Row:
    return (*_quoted(address), Bit(f" {words()['skillnad']['utan_omdirigering']}"))


def _heading(kind: str, item: Record | Guidance) -> Row:
    """What happened to a record or page. One that only moved is told here, on one line."""
    text = words()["skillnad"]
    opening = Bit(f"{text[kind][item.change]}: ")
    if item.change != "flyttad":
        return (opening, Bit(item.path, "text"))
    unchanged = not item.values and not (isinstance(item, Guidance) and item.sentences)
    return (opening, *_quoted(item.earlier, " → ", item.path), Bit(f" – {text['oforandrad' if unchanged else 'med']}"))


def _where(item: Record | Guidance) -> Row:
    gone = item.change in {"borttagen", "flyttad"} or not item.address
    return () if gone else (Bit(f"{words()['skillnad']['sidan']} "), Bit(item.address, "sida"))


def _record(record: Record) -> Section:
    return Section(_heading("slag", record), _where(record), tuple(map(_value, record.values)))


def _guidance(page: Guidance) -> Section:
    text = words()["skillnad"]
    rows = list(map(_value, page.values))
    for sentence in page.sentences:
        # A new page shows its headings among its lines.
        placed = sentence.under and page.change != "ny"
        under = (Bit(f"{text['under']} "), *_quoted(sentence.under), Bit(": ")) if placed else ()
        spaces = (Bit(f" ({text['blanksteg']})"),) if sentence.spaces else ()
        rows.append((*under, *_words(sentence.parts), *spaces))
    return Section(_heading("slag_sida", page), _where(page), tuple(rows))


def _value(value: Value) -> Row:
    text = words()["skillnad"]
    field = (*_quoted(value.field), Bit(": "))
    if not value.before:
        return (*field, Bit(f"{text['tillagt']} "), Bit(value.after, "nytt"))
    if not value.after:
        return (*field, Bit(f"{text['borttaget']} "), Bit(value.before, "bort"))
    if value.hosts:
        return (*field, *_quoted(value.before, " → ", value.after), Bit(f" – {text['ny_vard']}"))
    if max(len(value.before), len(value.after)) <= _SHORT:
        return (*field, *_quoted(value.before, " → ", value.after))
    return (*field, *_words(apart(value.before, value.after)))


def _words(parts: Iterable[Part]) -> Iterator[Bit]:
    for place, part in enumerate(parts):
        if place:
            yield Bit(" ")
        yield Bit(part.text, "text" if part.how == "kvar" else part.how)


def _readability(text: Text) -> Row:
    told = words()["skillnad"]
    if text.after is None:
        return ()
    before = f"{text.before} → " if text.before is not None and text.before != text.after else ""
    warning = f" – {told['svar_text']}" if text.after > LIMIT else ""
    return (*_quoted(text.path), Bit(f": LIX {before}{text.after}{warning}"))


def _weights(weights: Weights, heading: str) -> Section | None:
    return _list(
        heading,
        (
            (*_quoted(page), Bit(f": {_kilobytes(old)} → {_kilobytes(new)} kB"))
            for page, (old, new) in sorted(weights.items())
        ),
    )


def _kilobytes(size: int) -> str:
    return f"{size / 1000:.1f}".replace(".", ",") if size else "–"


def errors(found: Difference) -> Iterator[str]:
    """What must stop a change: addresses that readers may have saved and that lead nowhere."""
    for address in found.addresses_lost:
        yield f"{address}: {words()['skillnad']['utan_omdirigering']}"
