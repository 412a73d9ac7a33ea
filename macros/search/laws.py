"""Sections of laws that pages cite, so that ”4 kap. 8 § LOU” leads to its place or is said not to be cited.

The laws are the sources of that kind; their names are those of the source, of the glossary's term and of the key.
A section belongs to the law that is named nearest after it, otherwise nearest before it, in the same part of a page.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from macros.kunskapsbank import Kunskapsbank
from macros.search.analysis import section_word, stems
from macros.search.documents import Document

KIND = "lag"
LONGEST_KEY = 4
FAR_AFTER = 60
_NUMBER = re.compile(r"\((\d{4}:\d+)\)")
_ONE = r"\d+(?: [a-z](?![a-zåäö]))?"
_CITED = re.compile(rf"(?:({_ONE}) kap\. )?({_ONE}(?:(?:, | och |[–-]){_ONE})*) §")
_SPAN = re.compile(r"(\d+)[–-](\d+)")
# A law that may not be among the sources.
_ANY_LAW = re.compile(r"\w+(?:lagen|förordningen|balken)\b")
_END = re.compile(r"[.?!] (?=[A-ZÅÄÖ])")


@dataclass(frozen=True)
class Law:
    """A law that the pages have as a source: its key, its title and what it is called."""

    key: str
    title: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Citation:
    """A section that a page cites: the law's place in the list or None when another law may be meant."""

    law: int | None
    word: str
    address: str
    anchor: str
    heading: str


def laws(bank: Kunskapsbank) -> list[Law]:
    """The laws among the sources."""
    return [
        Law(key, source.titel, _names(key, source.titel, bank))
        for key, source in bank.kalla.items()
        if source.slag == KIND and _NUMBER.search(source.titel)
    ]


def _names(key: str, title: str, bank: Kunskapsbank) -> tuple[str, ...]:
    number = _NUMBER.search(title)
    plain = re.sub(r"\s+", " ", _NUMBER.sub("", title)).partition(",")[0].strip()
    found = [plain, *([number[1]] if number else [])]
    for term in bank.begrepp.values():
        forms = (term.namn, *term.synonymer)
        if any(stems(form) == stems(plain) for form in forms):
            found += [*forms, *([term.forkortning] if term.forkortning else [])]
    if len(key) <= LONGEST_KEY and key.isalpha():
        found.append(key)
    return tuple(dict.fromkeys(found))


def citations(documents: Sequence[Document], known: Sequence[Law]) -> Iterator[Citation]:
    """Every section of a law that the pages cite, each once a part of a page."""
    names = _patterns(known)
    for page in documents:
        for part in page.sections:
            seen = set()
            chapters: dict[int | None, str] = {}
            for found in _CITED.finditer(part.text):
                law = _law(part.text, found, names)
                # ”7 kap. 14 § … De ska avtala om ansvar (18–20 §§)”: the chapter is that of the section before.
                chapter = chapters[law] = found[1] or chapters.get(law, "")
                for word in _sections(chapter, found[2]):
                    if (law, word) not in seen:
                        seen.add((law, word))
                        yield Citation(law, word, page.address, part.anchor, part.heading)


def _patterns(known: Sequence[Law]) -> Mapping[int, re.Pattern[str]]:
    """How each law is named in running text: ”förvaltningslagen”, ”LOU”."""
    found = {}
    for at, law in enumerate(known):
        ways = [_way(name) for name in law.names if len(name) > LONGEST_KEY or name.isupper()]
        ways += [re.escape(name.upper()) for name in law.names if len(name) <= LONGEST_KEY]
        found[at] = re.compile(rf"(?<!\w)(?:{'|'.join(ways)})(?!\w)")
    return found


def _way(name: str) -> str:
    """A name with its first word in any form: ”lagen om offentlig upphandling”."""
    first, _, rest = name.partition(" ")
    start = f"[{first[0].upper()}{first[0].lower()}]{re.escape(first[1:])}(?:en)?s?" if first[0].isalpha() else first
    return start + (rf"(?: \(\d+:\d+\))? {re.escape(rest)}" if rest else "")


def _law(text: str, found: re.Match[str], names: Mapping[int, re.Pattern[str]]) -> int | None:
    """The law named soonest after a section in its sentence, otherwise last before it."""
    end = _END.search(text, found.end())
    after = text[found.end() : min(end.start() if end else len(text), found.end() + FAR_AFTER)]
    near = [(match.start(), law) for law, name in names.items() if (match := name.search(after))]
    other = _ANY_LAW.search(after)
    if near and (not other or min(near)[0] <= other.end()):
        return min(near)[1]
    if other:
        return None
    before = text[: found.start()]
    last = [(match.start(), law) for law, name in names.items() for match in name.finditer(before)]
    return max(last)[1] if last else None


def _sections(chapter: str, listed: str) -> Iterator[str]:
    """The word of each section in a list such as ”14 och 17–23”."""
    for one in re.split(r", | och ", listed):
        span = _SPAN.fullmatch(one)
        numbers = range(int(span[1]), int(span[2]) + 1) if span else (one,)
        yield from (section_word(chapter, str(number)) for number in numbers)
