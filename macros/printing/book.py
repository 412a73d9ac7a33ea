"""Values for the whole guide and the section guides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from macros.kunskapsbank import Kunskapsbank
from macros.language.signs import SWEDISH_FROM
from macros.language.speaking import ENGLISH, SWEDISH, spoken
from macros.language.swedish import capital, initial, sort_key
from macros.model import KINDS
from macros.ord import words
from macros.printing.edition import Edition, meta
from macros.printing.layout import outside, prepared, split
from macros.printing.shapes import Block, Values
from macros.printing.site_pages import Chapter, values
from macros.translation.html import without_signs

# Columns beside the first that fit across a landscape A4 and a landscape A3.
ACROSS_A4, ACROSS_A3 = 5, 8
# Notes of these kinds of pages stand at the foot of the paper page; others have too many, and get a list.
_FOOTNOTED = frozenset({"vagledning", *(kind.name for kind in KINDS.values() if kind.has_footnotes)})
GLOSSARY = {SWEDISH: "/ordlista/", ENGLISH: "/en/glossary/"}


@dataclass(frozen=True)
class Section:
    """A part of a guide: its title, the address it stands for, and its chapters."""

    title: str
    address: str
    chapters: Sequence[Chapter]


def whole_guide(sections: Sequence[Section], edition: Edition, bank: Kunskapsbank) -> Values:
    """The values of the whole guide: parts, chapters and an index."""
    texts = words()["utskrift"]
    made = _guide(sections, texts["hela_titel"], texts["hela_text"], edition)
    return {**made, "top": 2, "words": _words(edition, texts["anvand"]), "index": _index(sections, bank)}


def short_guide(sections: Sequence[Section], edition: Edition, bank: Kunskapsbank) -> Values:
    """The values of the short guide, made as the whole one but with its own opening words."""
    texts = words()["utskrift"]
    made = _guide(sections, texts["hela_titel"], texts["kort_text"], edition)
    return {**made, "top": 2, "words": _words(edition, texts["anvand_kort"]), "index": _index(sections, bank)}


def section_guide(section: Section, edition: Edition) -> Values:
    """The values of the guide to one section, which opens with the summary of the section's first page."""
    summary = section.chapters[0].summary
    use = words()["utskrift"]["anvand_avsnitt"]
    made = _guide([section], section.title, summary, edition)
    return {**made, "top": 1, "words": _words(edition, use), "index": []}


def _guide(sections: Sequence[Section], title: str, summary: str, edition: Edition) -> Values:
    known = known_places(chapter for section in sections for chapter in section.chapters)
    return {
        "meta": meta(title, summary, edition, spoken()),
        "cover": {"title": title, "text": summary},
        "parts": [
            {
                "title": section.title,
                "address": section.address,
                "list": [{"title": chapter.title, "address": chapter.address} for chapter in section.chapters],
                "chapters": [chapter_values(chapter, known, edition) for chapter in section.chapters],
            }
            for section in sections
        ],
    }


def known_places(chapters: Iterable[Chapter]) -> frozenset[str]:
    """Every place in some chapters that a link can lead to."""
    return frozenset().union(*(chapter.places for chapter in chapters))


def chapter_values(chapter: Chapter, known: frozenset[str], edition: Edition, across: int = ACROSS_A4) -> Values:
    """A chapter as its template reads it; comparisons lie down, with their tables in parts of `across` columns."""
    landscape = chapter.address.startswith("/jamfor/") and chapter.address != "/jamfor/"
    blocks = list(chapter.blocks)
    if landscape:
        blocks = [part for block in blocks for part in _parts(block, across)]
    ready = prepared(blocks, known, chapter.address, edition.public)
    # The register of sources prints each address beside its source.
    beside = {item["url"] for block in blocks if block["k"] == "sources" for item in block["items"]}
    return {
        **values(chapter),
        "blocks": ready,
        "notes": prepared(chapter.notes, known, chapter.address, edition.public),
        "outside": [[text, address] for address, text in sorted(outside(ready).items()) if address not in beside],
        "foot": chapter.kind in _FOOTNOTED,
        "landscape": landscape,
    }


def _parts(block: Block, across: int) -> list[Block]:
    return split(block, across) if block["k"] == "table" else [block]


def _words(edition: Edition, use: Sequence[str]) -> Values:
    texts = words()["utskrift"]
    return {
        "site": texts["webbplats"],
        "site-long": texts["webbplats_lang"],
        "edition": edition.text,
        "use-title": texts["anvand_rubrik"],
        "use": [line.format(adress=edition.public or texts["utan_adress"]) for line in use],
        "contents": texts["innehall"],
        "sources": words()["sida"]["kallor"],
        "index": texts["register"],
        "index-text": texts["register_text"],
        "see": words()["sida"]["se"],
        "page-sign": texts["sidtecken"],
        "addresses": texts["adresser"],
        "colophon": [line.format(utgava=edition.text) for line in texts["kolofon"]],
    }


def _index(sections: Sequence[Section], bank: Kunskapsbank) -> list[dict[str, object]]:
    """The index: every chapter and every term, with synonyms that lead to the term."""
    entries = [_entry(chapter.title, chapter.address) for section in sections for chapter in section.chapters]
    for identifier, term in bank.begrepp.items():
        entries.append(_entry(term.namn, f"{GLOSSARY[spoken()]}#{identifier}", identifier))
        others = (*term.synonymer, *((term.forkortning,) if term.forkortning else ()))
        entries += [
            {**_entry(other, ""), "see": without_signs(term.namn)}
            for other in others
            if other.lower() != term.namn.lower()
        ]
    entries.sort(key=lambda entry: (sort_key(entry["name"]), entry["label"]))
    return [
        {"letter": letter, "entries": list(found)}
        for letter, found in groupby(entries, key=lambda entry: initial(entry["name"]))
    ]


def _entry(name: str, label: str, term: str = "") -> dict[str, str]:
    # A term that has no name in the language of the book stands under its Swedish one.
    language = SWEDISH if SWEDISH_FROM in name else spoken()
    return {"name": capital(without_signs(name)), "label": label, "term": term, "see": "", "lang": language}
