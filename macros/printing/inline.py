"""Running text of a page as plain values: texts, and mappings for what is marked in them.

Links are written with the target's address from the root of the site, so that every product can tell
whether the target is inside it.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from macros.printing.errors import PrintError
from macros.printing.shapes import Block, Inline
from macros.site.html_tree import Element

_HOST = "http://webbplats.invalid"
_SPACES = re.compile(r"[ \t\n\r\f]+")
# Raised and lowered signs that few typefaces have are set as raised and lowered ordinary signs.
_RAISED = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿᵗ", "0123456789+−()nt", strict=True))
_LOWERED = dict(zip("₀₁₂₃₄₅₆₇₈₉ₙₜ", "0123456789nt", strict=True))
# Names such as BeBo, LÅGAN and LOU are never divided at the end of a line.
_SPECIAL = re.compile(f"([{''.join(_RAISED)}]+)|([{''.join(_LOWERED)}]+)|((?<!\\w)\\w*[A-ZÅÄÖ]\\w*[A-ZÅÄÖ]\\w*)")
# What print draws in a way of its own; other spans are only text.
# Links whose address is not written out on paper: explanations of terms, and paragraphs of laws that are cited anyway.
_QUIET = frozenset({"begrepp", "paragraf"})
_MARKS = frozenset({"ar", "kommentar", "forklaring", "kalltitel", "register-slag", "se", "svar", "marke"})

# Signs of Markdown, which a reader of the page does not see, and how many words a line is known by.
_SIGNS = re.compile(r"[*_`\[\]!>#|]+|\]\([^)]*\)")
_KNOWN_BY = 4


class UnknownElementError(PrintError):
    """A page holds something that print has no form for."""


@dataclass(frozen=True)
class Source:
    """The file that a page is written in, as contributors see it: its path and text."""

    path: str
    text: str

    def line_of(self, words: str) -> int:
        """The line that holds the first of some words, as they are shown; 1 when no line does."""
        sought = _SIGNS.sub("", words).split()[:_KNOWN_BY]
        for number, line in enumerate(self.text.splitlines(), 1):
            if sought and " ".join(sought) in " ".join(_SIGNS.sub("", line).split()):
                return number
        return 1


@dataclass
class Place:
    """The page being converted: its address, built file and source, and the notes already met on it.

    `read` gives the bytes of a file of the site by its address.
    """

    address: str
    file: str
    source: Source | None = None
    read: Callable[[str], bytes] | None = None
    notes: set[int] = field(default_factory=set)

    def target(self, href: str) -> str:
        """A link's target: an address from the root of the site, or a whole address elsewhere."""
        whole = urlsplit(urljoin(f"{_HOST}{self.address}", href))
        if f"{whole.scheme}://{whole.netloc}" != _HOST:
            return href
        return whole.path + (f"#{whole.fragment}" if whole.fragment else "")

    def anchor(self, identifier: str) -> str:
        """The address of a place on this page; empty when the place has no identifier."""
        return f"{self.address}#{identifier}" if identifier else ""


def unknown(element: Element, place: Place) -> UnknownElementError:
    """The error for an element that has no form in print, naming where it stands."""
    if place.source:
        words = element.text().strip() or element.attributes.get("alt", "") or element.attributes.get("src", "")
        where = f"{place.source.path}:{place.source.line_of(words)}"
    else:
        where = f"{place.file}:{element.line}"
    shown = f"<{element.tag}" + (f' class="{element.attributes["class"]}"' if element.classes else "") + ">"
    beginning = " ".join(element.text().split())[:60]
    return UnknownElementError(
        f"{where}: fel: Utskriften har ingen form för {shown} (”{beginning}”). "
        "Använd ett element som macros/printing/convert.py känner till, eller lägg till det där."
    )


def inline(children: Sequence[Element | str], place: Place) -> list[Inline]:
    """Running text as values. Raises UnknownElementError for an element that is not known in running text."""
    made: list[Inline] = []
    for child in children:
        if isinstance(child, str):
            made += _text(child)
        elif child.tag in INLINE:
            made += _in_its_language(child, INLINE[child.tag](child, place))
        else:
            raise unknown(child, place)
    return made


def _in_its_language(element: Element, made: list[Inline]) -> list[Inline]:
    """Running text that says which language it is in keeps that, for those who listen and for hyphens."""
    language = element.attributes.get("lang")
    return [{"k": "sprak", "lang": language, "i": made}] if language and made else made


def tidy(content: list[Inline]) -> list[Inline]:
    """The text without spaces at its ends; empty when there is only space."""
    while content and isinstance(content[0], str) and not content[0].strip(" "):
        content = content[1:]
    while content and isinstance(content[-1], str) and not content[-1].strip(" "):
        content = content[:-1]
    if content and isinstance(content[0], str):
        content[0] = content[0].lstrip(" ")
    if content and isinstance(content[-1], str):
        content[-1] = content[-1].rstrip(" ")
    return content


def plain(content: Sequence[Inline]) -> str:
    """The words of running text, without marks and notes."""
    return "".join(part if isinstance(part, str) else plain(part.get("i", ())) for part in content)


def _text(text: str) -> list[Inline]:
    text = _SPACES.sub(" ", text)
    made: list[Inline] = []
    start = 0
    for found in _SPECIAL.finditer(text):
        made += [text[start : found.start()], _special(found)]
        start = found.end()
    return [part for part in (*made, text[start:]) if part]


def _special(found: re.Match[str]) -> Inline:
    """Raised and lowered signs, and names that keep together."""
    if found[3]:
        return {"k": "namn", "i": [found[0]]}
    signs, kind = (_RAISED, "sup") if found[1] else (_LOWERED, "sub")
    return {"k": kind, "i": ["".join(signs[sign] for sign in found[0])]}


def _marked(kind: str) -> Callable[[Element, Place], list[Inline]]:
    return lambda element, place: [{"k": kind, "i": inline(element.children, place)}]


def _code(element: Element, _place: Place) -> list[Inline]:
    """Code is shown sign for sign: no names kept together, nothing raised."""
    return [{"k": "code", "i": [_SPACES.sub(" ", element.text())]}]


def _passed(element: Element, place: Place) -> list[Inline]:
    return inline(element.children, place)


def _link(element: Element, place: Place) -> list[Inline]:
    content = inline(element.children, place)
    href = element.attributes.get("href", "")
    if not href:
        return content
    return [{"k": "a", "to": place.target(href), "term": bool(element.classes & _QUIET), "i": content}]


def _span(element: Element, place: Place) -> list[Inline]:
    kind = next(iter(sorted(element.classes & _MARKS)), None)
    if kind is None:
        return inline(element.children, place)
    which = next((name.removeprefix("svar-") for name in sorted(element.classes) if name.startswith("svar-")), "")
    return [{"k": kind, "w": which, "i": inline(element.children, place)}]


def _raised(element: Element, place: Place) -> list[Inline]:
    """Raised text; a source note becomes its numbers, and says which of them are new on the page."""
    if "kallnot" not in element.classes:
        return [{"k": "sup", "i": inline(element.children, place)}]
    notes: list[Inline] = []
    for child in element.children:
        if isinstance(child, str):
            continue
        if "plats" in child.classes:
            notes[-1] = {**_as_note(notes[-1]), "place": child.text().strip(": \u00a0")}
            continue
        number = int(child.attributes["href"].rpartition("-")[2])
        notes.append({"k": "note", "n": number, "first": number not in place.notes})
        place.notes.add(number)
    return [{"k": "noter", "i": notes}]


def _as_note(value: Inline) -> Block:
    """The note that a place belongs to."""
    return value if isinstance(value, dict) else {}


def _nothing(element: Element, place: Place) -> list[Inline]:
    del element, place
    return []


def _break(element: Element, place: Place) -> list[Inline]:
    del element, place
    return [{"k": "br"}]


INLINE: Mapping[str, Callable[[Element, Place], list[Inline]]] = {
    "a": _link,
    "span": _span,
    "sup": _raised,
    "sub": _marked("sub"),
    "strong": _marked("strong"),
    "em": _marked("em"),
    "code": _code,
    "kbd": _code,
    "abbr": _passed,
    "time": _passed,
    # A box to tick is drawn by the list it stands in.
    "label": _passed,
    "input": _nothing,
    "br": _break,
}
