"""Reads the corpora of attacks: text files beside this module, with one case after another."""

import re
from dataclasses import dataclass
from pathlib import Path

CORPUS = Path(__file__).parent / "corpus"
_ESCAPE = re.compile(r"\\u([0-9a-f]{4})")
HARMLESS = " | text"


@dataclass(frozen=True)
class Attack:
    """What a contributor might write, and whether it is accepted as harmless text."""

    name: str
    text: str
    is_text: bool


def attacks(corpus: str, *, decode: bool = True) -> list[Attack]:
    """The attacks of a corpus. `decode` makes characters of codes like those of a byte order mark."""
    parts = (CORPUS / f"{corpus}.txt").read_text("utf-8").split("\n=== ")[1:]
    found = []
    for part in parts:
        name, text = part.split("\n", 1)
        text = text.removesuffix("\n")
        plain = _ESCAPE.sub(lambda code: chr(int(code[1], 16)), text) if decode else text
        found.append(Attack(name.removesuffix(HARMLESS), plain, name.endswith(HARMLESS)))
    return found


def file_names() -> list[str]:
    """The names of `filnamn.txt`."""
    lines = (CORPUS / "filnamn.txt").read_text("utf-8").split("\n")
    return [
        _ESCAPE.sub(lambda code: chr(int(code[1], 16)), line) for line in lines if line and not line.startswith("#")
    ]
