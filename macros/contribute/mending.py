"""Mends what has one right answer in a contributor's file: the text in, the mended text out.

Only how something is written is mended, never what is said. Comments and all else stay; a file that is right is left
as it is, and a mended file has nothing more to mend.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable

from macros.contribute.mending_markdown import mended_markdown
from macros.contribute.mending_values import mended_values
from macros.guidance.guides import FENCE, GUIDE
from macros.model import Kind
from macros.model.names import Names
from macros.model.shapes import all_fields

# One mending may open the way for the next, as a tab that hid a date.
_ROUNDS = 20
_UNSEEN = re.compile("[\u200b\u200e\u200f\u2060\ufeff]")
_SPACES = re.compile("[\x0b\x0c\u2028\u2029\u0085]")
_INDENT = re.compile(r"^[ \t\u00a0\u2007\u202f]+")
_BLOCK = re.compile(r"^(\s*)(?:- )*[^\s#:][^:#]*:\s*[|>][+-]?\d?\s*$")
_AFTER_COLON = re.compile(
    r"^(\s*(?:- )*[a-z_]+:|\s*-)[\t\u00a0\u2007\u202f ]*[\t\u00a0\u2007\u202f][\t\u00a0\u2007\u202f ]*"
)
_NO_SPACE = re.compile(r"^(\s*(?:- )*)([a-z_]+):(?=[^\s:/])")
_DASH = re.compile(r"^(\s*)-(?=[a-z_]+:(?:\s|$))")
_KEYS_WITH_AT = re.compile(r"^(\s*(?:- )*kallor:\s*\[)([^\]]*)(\]\s*)$")


def mended_record(kind: Kind, text: str, names: Names) -> str:
    """A record's file, mended."""
    return _until_same(text, lambda now: _yaml(kind, _plain(now), names))


def mended_guide(text: str, names: Names) -> str:
    """A page of guidance, mended: its front matter as a record, the rest as Markdown."""
    return _until_same(text, lambda now: _guide(_plain(now), names))


def _until_same(text: str, mend: Callable[[str], str]) -> str:
    for _ in range(_ROUNDS):
        before, text = text, mend(text)
        if text == before:
            break
    return text


def _plain(text: str) -> str:
    """The text with composed accents, without signs that no one sees, and with one line end last."""
    text = unicodedata.normalize("NFC", text)
    text = _SPACES.sub(" ", _UNSEEN.sub("", text))
    end = "\r\n" if "\r\n" in text else "\n"
    return text.rstrip() + end if text.strip() else text


def _guide(text: str, names: Names) -> str:
    text = text.lstrip()
    lines = text.splitlines(keepends=True)
    ends = [place for place, line in enumerate(lines[1:], 1) if line.strip() == FENCE]
    if not lines or lines[0].strip() != FENCE or not ends:
        return mended_markdown(text, names)
    head, body = "".join(lines[1 : ends[0]]), "".join(lines[ends[0] + 1 :])
    fences = [line.replace(line.strip("\r\n"), FENCE) for line in (lines[0], lines[ends[0]])]
    return fences[0] + _yaml(GUIDE, head, names) + fences[1] + mended_markdown(body, names)


def _yaml(kind: Kind, text: str, names: Names) -> str:
    """The lines of YAML, then the values; the Markdown in it last."""
    fields = all_fields(kind.model)
    inside, made = -1, []
    for line in text.splitlines(keepends=True):
        content = line.rstrip("\r\n")
        depth = len(content) - len(content.lstrip())
        if inside >= 0 and content.strip() and depth <= inside:
            inside = -1
        made.append((content if inside >= 0 else _line(content, fields)) + line[len(content) :])
        opens = _BLOCK.match(content) if inside < 0 else None
        inside = len(opens[1]) if opens else inside
    return mended_values(kind, "".join(made), names)


def _line(line: str, fields: Iterable[str]) -> str:
    """One line of YAML outside longer texts."""
    indent = _INDENT.match(line)
    if indent and line.strip():
        line = re.sub("[\u00a0\u2007\u202f]", " ", indent[0].replace("\t", "  ")) + line[indent.end() :]
    line = _DASH.sub(r"\1- ", _AFTER_COLON.sub(r"\1 ", line))
    joined = _NO_SPACE.match(line)
    if joined and joined[2] in fields:
        line = f"{line[: joined.end()]} {line[joined.end() :]}"
    keys = _KEYS_WITH_AT.match(line)
    if keys and "@" in keys[2]:
        line = keys[1] + keys[2].replace("@", "") + keys[3]
    return line.rstrip()
