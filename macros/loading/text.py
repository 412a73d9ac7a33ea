"""The text of a file as contributors see it, and what in it can be nothing but damage.

Read once, before YAML or Markdown: one form of accents and one kind of line end, and one message for a
hidden cause instead of many for what follows from it.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from macros.problems.problem import Problem

MAX_BYTES = 1_000_000
RULE = "tecken"
# Signs that no one sees, by the name that the one who must remove them can search for.
NAMES = {
    "\x0b": "lodrät tabb, som Word lägger in med Skift+Enter",
    "\x0c": "sidbrytning",
    "\x85": "radbyte från en stordator",
    "\u00ad": "mjukt bindestreck",
    "\u200b": "osynligt blanksteg",
    "\u200c": "osynlig skiljare",
    "\u200d": "osynlig sammanfogare",
    "\u200e": "osynlig riktning åt höger",
    "\u200f": "osynlig riktning åt vänster",
    "\u2028": "radskiljare",
    "\u2029": "styckeskiljare",
    "\u2060": "osynlig sammanfogare av ord",
    "\ufeff": "osynligt märke för början av en fil",
}
_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff\ud800-\udfff]")
_LOST = "\ufffd"
_CONFLICT = re.compile(r"^(?:<{7}(?: .*)?|>{7}(?: .*)?|\|{7}(?: .*)?)$")
_HARD = "\u00a0\u2007\u202f\u2003\u2002\u3000"
_HARD_INDENT = re.compile(rf"^ *[{_HARD}][ {_HARD}]*(?:- |[a-z_]+:|-$)")
_HARD_AFTER = re.compile(rf"^ *(?:- )?(?:[a-z_]+:|-)([{_HARD}])")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, shown: str) -> tuple[str, list[Problem]]:
    """The text of a file as UTF-8, or an empty text and the reason why it cannot be read."""
    try:
        if path.is_symlink():
            return "", [Problem(shown, 1, 1, "Filen är en symbolisk länk.", "Lägg in en vanlig fil i stället.")]
        if path.stat().st_size > MAX_BYTES:
            hint = f"Dela upp innehållet: en post per fil och högst {MAX_BYTES // 1000} kB."
            return "", [Problem(shown, 1, 1, "Filen är för stor.", hint)]
        raw = path.read_bytes()
    except OSError as error:
        return "", [
            Problem(shown, 1, 1, f"Filen går inte att läsa ({error.strerror}).", "Kontrollera filens rättigheter.")
        ]
    try:
        return cleaned(raw.decode("utf-8")), []
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - (raw.rfind(b"\n", 0, error.start) + 1) + 1
        if raw.startswith(_UTF16):
            hint = "Spara om filen med teckenkodningen UTF-8; den är sparad som UTF-16 (”Unicode” i äldre Windows)."
        else:
            hint = "Spara om filen med teckenkodningen UTF-8; den verkar vara sparad som Latin-1 eller Windows-1252."
        return "", [Problem(shown, line, column, "Filen är inte skriven i teckenkodningen UTF-8.", hint)]


def cleaned(text: str) -> str:
    """Text without what computers differ in: accents composed, line ends alike, no mark of byte order first."""
    return unicodedata.normalize("NFC", text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text as editors count them."""
    return tuple(re.split(r"\r\n|\r|\n", text))


def named(sign: str) -> str:
    """A sign that is not seen, by its code and, if it is common, its name."""
    name = NAMES.get(sign)
    return f"U+{ord(sign):04X}, {name}" if name else f"U+{ord(sign):04X}"


def damage(lines: tuple[str, ...], shown: str, *, is_yaml: bool) -> list[Problem]:
    """What makes a file unreadable, told at its place; everything else in such a file is left untold."""
    conflict = next((place for place, line in enumerate(lines, 1) if _CONFLICT.match(line)), None)
    if conflict:
        hint = "Behåll en av delarna och ta bort raderna som börjar med <<<<<<<, |||||||, ======= och >>>>>>>."
        return [Problem(shown, conflict, 1, "Filen har en olöst sammanslagning.", hint, rule=RULE)]
    return [problem for place, line in enumerate(lines, 1) for problem in _line(line, place, shown, is_yaml=is_yaml)]


def _line(line: str, number: int, shown: str, *, is_yaml: bool) -> Iterator[Problem]:
    if line.isascii() and line.isprintable():
        return
    unseen = _UNSEEN.search(line)
    if unseen:
        message = f"Raden har ett tecken som inte syns och inte får användas ({named(unseen[0])})."
        hint = "Ta bort tecknet: sätt markören där och tryck Backsteg, eller skriv om raden."
        yield Problem(shown, number, unseen.start() + 1, message, hint, rule=RULE)
    if _LOST in line:
        hint = "Skriv bokstaven som ska stå där, ofta å, ä eller ö."
        yield Problem(shown, number, line.index(_LOST) + 1, "En bokstav har gått förlorad (�).", hint, rule=RULE)
    indent = _HARD_INDENT.match(line) if is_yaml else None
    after = _HARD_AFTER.match(line) if is_yaml else None
    if indent:
        place = next(place for place, sign in enumerate(line, 1) if sign in _HARD)
        hint = "Byt dem mot vanliga blanksteg, två per nivå."
        yield Problem(shown, number, place, "Raden är indragen med hårda blanksteg.", hint, rule=RULE)
    elif after:
        message = f"Efter {'kolonet' if ':' in after[0] else 'strecket'} står ett hårt blanksteg."
        yield Problem(shown, number, after.start(1) + 1, message, "Byt det mot ett vanligt blanksteg.", rule=RULE)
