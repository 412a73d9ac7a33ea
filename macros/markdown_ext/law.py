"""Links from a paragraph of a law, as text names it, to that paragraph in the consolidated law.

The Riksdag's pages mark paragraphs as `K4P8` (4 kap. 8 §) or `P8` in laws without chapters. Text names the
paragraph first and cites the law after it: ”… får inte gynnas (4 kap. 2 § LOU) [@lou]”. So each reference is
linked to the law whose name follows, otherwise to the law of the next citation when that is one law alone.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import urlsplit

from macros.drawing import draw
from macros.model import Kalla
from macros.model.base import UNKNOWN

# The publisher whose pages have an anchor for each paragraph.
_WITH_ANCHORS = "www.riksdagen.se"
# Spaces are often no-break spaces, so that a reference stays on one line.
_NUMBER = r"\d{1,3}(?:\s[a-z])?"
REFERENCE = re.compile(
    rf"(?<![\w–])(?:(?P<chapter>{_NUMBER})\skap\.\s)?(?P<paragraph>{_NUMBER})(?:(?:–|,\s|\soch\s){_NUMBER})*\s§{{1,2}}"
)
# The word after a reference, which may be the name of its law; names are terms too, and so may be links.
_NAME = re.compile(r"\s(?:<a\b[^>]*>)?([^\s\d()<.,;:]+)")
_WHERE_TEXT_BEGINS = re.compile(r"<(?:p|li|td|th|dd|dt|div|h\d)\b[^>]*>")
# Text that already is a link, and what stands inside tags.
_UNTOUCHED = re.compile(r"<a\b.*?</a>|<[^>]+>", re.DOTALL)


def paragraph_address(law: Kalla, place: str) -> str:
    """The address of a paragraph (”4 kap. 8 §”) in a law; empty when the law has no anchors or the place is no such."""
    found = REFERENCE.match(place)
    if law.slag != "lag" or law.adress == UNKNOWN or urlsplit(law.adress).netloc != _WITH_ANCHORS or not found:
        return ""
    chapter = f"K{_joined(found['chapter'])}" if found["chapter"] else ""
    return f"{law.adress}#{chapter}P{_joined(found['paragraph'])}"


def _joined(number: str) -> str:
    """A number as anchors write it: ”19a” for ”19 a”."""
    return "".join(number.split())


def with_law_links(text: str, keys: Sequence[str], sources: Mapping[str, Kalla]) -> str:
    """The HTML before a citation of `keys`, its references since the last start of a text made into links."""
    cited = [sources[key] for key in keys if sources[key].slag == "lag"]
    if not cited or "§" not in text:
        return text
    named = {name.lower(): law for law in sources.values() for name in law.kallas}
    starts = [found.end() for found in _WHERE_TEXT_BEGINS.finditer(text)]
    start = starts[-1] if starts else 0
    only = cited[0] if len(cited) == 1 else None
    kept = [found.span() for found in _UNTOUCHED.finditer(text, start)]

    def link(found: re.Match[str]) -> str:
        name = _NAME.match(text, found.end())
        law = named.get(name[1].lower() if name else "", only)
        address = paragraph_address(law, found[0]) if law else ""
        if not address or any(first <= found.start() < last for first, last in kept):
            return found[0]
        return draw("sidor/lagrum.html", adress=address, text=found[0], lag=law).strip()

    return text[:start] + _sub_from(REFERENCE, link, text, start)


def _sub_from(pattern: re.Pattern[str], change: Callable[[re.Match[str]], str], text: str, start: int) -> str:
    """The text after `start` with every match changed; matches know their place in the whole text."""
    made, place = [], start
    for found in pattern.finditer(text, start):
        made += [text[place : found.start()], change(found)]
        place = found.end()
    return "".join([*made, text[place:]])
