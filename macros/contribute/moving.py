"""A record or page gets another name: every place that names it follows, and the old address leads on.

Pure: the texts of files in, the texts that change out. What names a record is a field that refers to its kind, the
key of a citation, and its address in a link, in a menu or in a template.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from macros.checks.easy_text import page_mark
from macros.contribute.source_text import Edit, edited, split
from macros.guidance.guides import read_guide
from macros.loading.text import cleaned
from macros.loading.yaml_source import Parsed, parse
from macros.model import KINDS, Kind
from macros.model.kvar import MOVED_KEY
from macros.model.pa_engelska import KEY
from macros.model.plain import fields_of
from macros.model.shapes import options_at, schema_at
from macros.model.text_rules import CITATION
from macros.places import MARK
from macros.translation.guidance import MARKS, parts
from macros.translation.texts import MARK_LENGTH, name_of
from macros.translation.texts import mark as mark_of
from macros.translation.texts import texts as texts_of

PAGE = "sida"
MOVABLE = (*(kind.name for kind in KINDS.values() if kind.is_movable), PAGE)
_FOLDERS = {kind.folder: kind for kind in KINDS.values()}
Texts = Mapping[str, str]


@dataclass(frozen=True)
class Move:
    """What is to be moved: the kind, and the old and new name; a page's name is its address under `docs/`."""

    kind: str
    old: str
    new: str

    @property
    def old_file(self) -> str:
        """The file that it lies in."""
        return self._file(self.old)

    @property
    def new_file(self) -> str:
        """The file that it will lie in."""
        return self._file(self.new)

    def _file(self, name: str) -> str:
        return f"docs/{name}.md" if self.kind == PAGE else KINDS[self.kind].file_of(name)


def moved(texts: Texts, move: Move) -> dict[str, str]:
    """The new text of every file that changes, by its place in the project."""
    changed = {place: _changed(place, text, move) for place, text in texts.items()}
    changed = _with_page_marks(texts, changed)
    changed[move.new_file] = changed[move.old_file]
    left = f"{MOVED_KEY}: {move.new}\n"
    changed[move.old_file] = f"---\n{MOVED_KEY}: /{move.new}.md\n---\n" if move.kind == PAGE else left
    return {place: text for place, text in changed.items() if texts.get(place) != text}


def _with_page_marks(texts: Texts, changed: dict[str, str]) -> dict[str, str]:
    """The texts with the marks by which translations and easy pages know the pages that they follow."""
    marks: dict[str, str] = {}
    for place, text in texts.items():
        if place.startswith("docs/") and changed[place] != text:
            marks.update(zip(_page_marks(place, text), _page_marks(place, changed[place]), strict=True))
    known = re.compile(rf"(?<![0-9a-f])(?:{'|'.join(marks) or '(?!)'})(?![0-9a-f])")
    rows = re.compile(rf"^(?:{MARKS}:| +marke:).*$", re.MULTILINE)

    def follow(row: re.Match[str]) -> str:
        return known.sub(lambda mark: marks[mark[0]], row[0])

    return {place: rows.sub(follow, text) if place.startswith("docs/") else text for place, text in changed.items()}


def _page_marks(place: str, text: str) -> list[str]:
    """The mark of each part of a page, and that of the whole."""
    guide = read_guide(cleaned(text), place.removeprefix("docs/"), place)
    meta = guide.parsed.fields
    body = "\n".join(line for _, line in guide.body())
    return [*(part.mark for part in parts(meta, body)), page_mark(guide)]


def mentions(move: Move) -> re.Pattern[str]:
    """A line of another file, as those of the program, that names it in quotation marks or by its address."""
    return re.compile(rf"""["'/]{re.escape(move.old)}(?=["'/.#])""")


def _changed(place: str, text: str, move: Move) -> str:
    """The text of one file; as it is, in whatever form it has, when nothing in it changes."""
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    composed = unicodedata.normalize("NFC", text.removeprefix(mark))
    edits = list(_edits(place, composed, move))
    made = edited(composed, edits)
    kind = _kind_of(place)
    return mark + (edited(made, _marks(kind, composed, made)) if kind else made) if edits else text


def _kind_of(place: str) -> Kind | None:
    """The kind of record that a file holds."""
    return _FOLDERS.get(place.split("/")[1]) if place.startswith("data/") else None


def _marks(kind: Kind, before: str, after: str) -> Iterator[Edit]:
    """The marks by which English texts know the Swedish ones: a text with another name in it is no other text."""
    old, new = parse(cleaned(before), ""), parse(cleaned(after), "")
    if not isinstance(old.data, dict) or not isinstance(new.data, dict) or KEY not in new.data:
        return
    told = ({key: value for key, value in data.items() if key != KEY} for data in (old.data, new.data))
    english = fields_of(fields_of(new.data[KEY]).get("texter"))
    pairs = zip(*(texts_of(kind.name, kind.model, data) for data in told), strict=True)
    for (_, was), (path, now) in pairs:
        place = new.values.get((KEY, "texter", name_of(path), "svensk"))
        known = fields_of(english.get(name_of(path))).get("svensk")
        if place and was != now and known == mark_of(was):
            quoted = new.lines[place[0] - 1][place[1] - 1] in "\"'"
            yield Edit(place[0], place[1] + quoted, MARK_LENGTH, mark_of(now))


def _edits(place: str, text: str, move: Move) -> Iterator[Edit]:
    kind = _kind_of(place)
    if kind and move.kind != PAGE:
        yield from _in_fields(kind, parse(cleaned(text), place), move)
    addresses = _address(place, move)
    for number, (line, _) in enumerate(split(text), 1):
        for found in addresses.finditer(line) if move.old in line else ():
            yield Edit(number, found.start("name") + 1, len(move.old), move.new)
        for cited in CITATION.finditer(line) if move.kind == "kalla" and f"@{move.old}" in line else ():
            for key in re.finditer(rf"(?<=@){move.old}(?![a-z0-9-])", cited[0]):
                yield Edit(number, cited.start() + key.start() + 1, len(move.old), move.new)


def _in_fields(kind: Kind, parsed: Parsed, move: Move) -> Iterator[Edit]:
    """The fields that refer to it, those of files that lead to it, and the keys of maps."""
    for path, (line, column) in parsed.values.items():
        written = parsed.lines[line - 1][column - 1 :]
        refers = any(node.get("x-slag") == move.kind for node in options_at(kind.model, path))
        leads = path == (MOVED_KEY,) and kind.name == move.kind
        found = re.match(rf"[\"']?({move.old})(?![\w-])", written) if refers or leads else None
        if found:
            yield Edit(line, column + found.start(1), len(move.old), move.new)
    for path, (line, column) in parsed.keys.items():
        names = [node.get("propertyNames", {}).get("x-slag") for node in schema_at(kind.model, path[:-1])]
        quoted = parsed.lines[line - 1][column - 1] in "\"'"
        if path[-1] == move.old and move.kind in names:
            yield Edit(line, column + quoted, len(move.old), move.new)
        # English texts are named by the place of the Swedish ones: ”kannetecken.tydligt-fokus.kommentar”.
        parts = str(path[-1]).split(".") if path[:-1] == (KEY, "texter") else []
        for number, part in enumerate(parts):
            above = [
                node.get("propertyNames", {}).get("x-slag") for node in schema_at(kind.model, tuple(parts[:number]))
            ]
            if part == move.old and move.kind in above:
                yield Edit(line, column + quoted + len(".".join(["", *parts[:number]])), len(part), move.new)


def _address(place: str, move: Move) -> re.Pattern[str]:
    """The old name where it stands in the address of a link, of an anchor or of the menu."""
    name = rf"(?P<name>{re.escape(move.old)})"
    kind = KINDS.get(move.kind)
    if kind and kind.common_page:
        return re.compile(rf"/{kind.common_page}(?:\.md|/)#{name}(?![\w-])")
    folder = f"{kind.page_folder}/" if kind else ""
    if place == MARK:
        return re.compile(rf" {folder}{name}\.md\s*$")
    # Front matter names pages without the slash.
    start = r"(?:(?:^|[^\w/-])/|^\s*(?:- )?[a-z_]+: )" if place.startswith("docs/") else r"(?:^|[^\w/-])/"
    return re.compile(rf"{start}{folder}{name}(?:\.md(?![\w-])|/(?![\w-]))")
