"""What changes for the reader between two versions of data and guidance. Pure: two materials in, a result out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from types import MappingProxyType
from typing import Any

from macros.checks.guides import Guide
from macros.checks.material import Material
from macros.checks.readability import page_lix
from macros.checks.spelling import new_words
from macros.loading.validate import SourceFile, Steps
from macros.model import KINDS
from macros.model.kvar import MOVED_KEY, Aterkallad, FlyttadSida
from macros.pages.page import address_of
from macros.problem import Problem
from macros.swedish import sort_key

# A record's kind and identifier.
Key = tuple[str, str]
# Facts are told apart by kind, record, field, value and the year they speak of.
Fact = tuple[str, str, str, str, str]
# The field that tells the day of the last change in what a record says.
_DAY = "andrad"
_FACT_KEYS = frozenset({"varde", "kallor"})
# Below this a single word moves the measure of readability.
_ENOUGH_WORDS = 30


@dataclass(frozen=True)
class Value:
    """A value of a record that changed; an empty text where it was missing."""

    field: str
    before: str
    after: str


@dataclass(frozen=True)
class Record:
    """A record that was added, removed, moved or changed."""

    path: str
    change: str
    values: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Text:
    """A page or record whose text changed, with its readability before and after."""

    path: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Difference:
    """Everything that changes."""

    records: tuple[Record, ...]
    facts_added: tuple[Fact, ...]
    facts_lost: tuple[Fact, ...]
    sources_added: tuple[str, ...]
    sources_lost: tuple[str, ...]
    addresses_added: tuple[str, ...]
    addresses_lost: tuple[str, ...]
    redirects: tuple[tuple[str, str], ...]
    pages: tuple[str, ...]
    texts: tuple[Text, ...]
    new_words: tuple[str, ...]
    # Files that cannot be read, each with the first reason; what they say now is not known.
    unreadable: tuple[Problem, ...] = ()
    # Records with another fact but the old day of change, each by its file.
    undated: tuple[str, ...] = ()
    # The lines of guidance that changed.
    guides: tuple[Record, ...] = ()


def difference(before: Material, after: Material) -> Difference:
    """The difference between two versions of the material."""
    renamed = _renamed(before, after)
    unread = {key for key, file in after.loaded.files.items() if file.parsed.data is None}
    facts_before = {fact for fact in _facts(before, renamed) if fact[:2] not in unread}
    facts_after = set(_facts(after))
    sources_before, sources_after = before.identifiers["kalla"], after.identifiers["kalla"]
    redirects = dict(_redirects(after))
    addresses_before = _addresses(before)
    addresses_after = _addresses(after) | set(redirects) | set(_withdrawn(after))
    changed = tuple(guide.shown for guide in after.guides if _lines(before).get(guide.src) != guide.lines)
    return Difference(
        records=tuple(_records(before, after, renamed, unread)),
        facts_added=tuple(sorted(facts_after - facts_before)),
        facts_lost=tuple(sorted(facts_before - facts_after)),
        sources_added=tuple(sorted(sources_after - sources_before)),
        sources_lost=tuple(sorted(sources_before - sources_after)),
        addresses_added=tuple(sorted(_addresses(after) - addresses_before - set(redirects))),
        addresses_lost=tuple(sorted(addresses_before - addresses_after)),
        redirects=tuple(sorted((old, new) for old, new in redirects.items() if old in addresses_before)),
        pages=changed,
        texts=tuple(_texts(before, after)),
        new_words=tuple(sorted(set(new_words(after)) - set(new_words(before)), key=sort_key)),
        unreadable=tuple(_unreadable(after, unread)),
        undated=tuple(file.shown for file in undated(before, after)),
        guides=tuple(_guides(before, after)),
    )


def _lines(material: Material) -> Mapping[str, tuple[str, ...]]:
    return {guide.src: guide.lines for guide in material.guides}


def _data(file: SourceFile | None) -> Any:
    return file.parsed.data if file else None


def _renamed(before: Material, after: Material) -> Mapping[Key, Key]:
    """The new name of each record that has got one, by the old."""
    return {
        (kind, old): (kind, new)
        for kind, entries in after.loaded.names.moved.items()
        for old, new in entries.items()
        if (kind, old) in before.loaded.files and not before.loaded.names.is_gone(kind, old)
    }


def undated(before: Material, after: Material) -> Iterator[SourceFile]:
    """Records in which a fact has another value than before, but not another day of change."""
    renamed = _renamed(before, after)
    old_facts, new_facts = _by_record(_facts(before, renamed)), _by_record(_facts(after))
    for key, file in before.loaded.files.items():
        now = after.loaded.files.get(renamed.get(key, key))
        if now is None or not isinstance(now.parsed.data, dict) or not isinstance(file.parsed.data, dict):
            continue
        same_day = file.parsed.data.get(_DAY) == now.parsed.data.get(_DAY) is not None
        now_key = (now.kind.name, now.identifier)
        if same_day and old_facts.get(now_key, set()) != new_facts.get(now_key, set()):
            yield now


def _by_record(facts: Iterable[Fact]) -> Mapping[Key, set[tuple[str, str, str]]]:
    """What each record says: field, value and year. A part that is named by another record may have a new name."""
    found: dict[Key, set[tuple[str, str, str]]] = {}
    for kind, identifier, field, value, year in facts:
        found.setdefault((kind, identifier), set()).add((field.split(".")[0], value, year))
    return found


def _unreadable(material: Material, unread: set[Key]) -> Iterator[Problem]:
    """The first problem of each file that cannot be read."""
    for key in sorted(unread):
        file = material.loaded.files[key]
        yield next(problem for problem in sorted(material.problems) if problem.path == file.shown)


def _guides(before: Material, after: Material) -> Iterator[Record]:
    """The lines of pages that changed, with the number that each has now."""
    old = _lines(before)
    for guide in after.guides:
        lines = old.get(guide.src)
        if lines is None or lines == guide.lines:
            continue
        values: list[Value] = []
        for what, a, b, c, d in SequenceMatcher(None, lines, guide.lines, autojunk=False).get_opcodes():
            if what != "equal":
                pairs = zip_longest(lines[a:b], guide.lines[c:d], fillvalue="")
                values += [Value(str(c + 1 + step), one, other) for step, (one, other) in enumerate(pairs)]
        yield Record(guide.shown, "ändrad sida", tuple(value for value in values if value.before or value.after))


def _records(before: Material, after: Material, renamed: Mapping[Key, Key], unread: set[Key]) -> Iterator[Record]:
    earlier = {new: old for old, new in renamed.items()}
    for key in sorted({*before.loaded.files, *after.loaded.files} - unread):
        old, new = before.loaded.files.get(earlier.get(key, key)), after.loaded.files.get(key)
        path = f"data/{KINDS[key[0]].folder}/{key[1]}.yml"
        if _data(old) == _data(new):
            continue
        values = tuple(_values(_data(old), _data(new)))
        if new is None:
            yield Record(path, "borttagen", values)
        elif key in renamed:
            yield Record(path, "flyttad")
        elif new.identifier in after.loaded.names.withdrawn.get(key[0], ()):
            yield Record(path, "återkallad", tuple(value for value in values if value.after))
        else:
            yield Record(path, "ny" if old is None else "ändrad", values)


def _values(before: Any, after: Any) -> Iterator[Value]:
    old, new = dict(_leaves(before)), dict(_leaves(after))
    for path in sorted({*old, *new}, key=lambda steps: [str(step) for step in steps]):
        if old.get(path) != new.get(path):
            yield Value(".".join(str(step) for step in path), old.get(path, ""), new.get(path, ""))


def _leaves(data: Any, path: Steps = ()) -> Iterator[tuple[Steps, str]]:
    """Every single value with its path; a list of plain values is one value."""
    if isinstance(data, dict):
        for key, value in data.items():
            yield from _leaves(value, (*path, key))
    elif isinstance(data, tuple) and any(isinstance(value, dict) for value in data):
        for number, value in enumerate(data, 1):
            yield from _leaves(value, (*path, number))
    elif data is not None:
        yield path, ", ".join(str(value) for value in data) if isinstance(data, tuple) else str(data)


def _facts(material: Material, renamed: Mapping[Key, Key] = MappingProxyType({})) -> Iterator[Fact]:
    for key, file in material.loaded.files.items():
        kind, identifier = renamed.get(key, key)
        for field, fact in _fact_maps(file.parsed.data):
            value = fact.get("varde")
            shown = ", ".join(str(part) for part in value) if isinstance(value, tuple) else str(value)
            yield kind, identifier, field, shown, str(fact.get("avser") or "")


def _fact_maps(data: Any, path: str = "") -> Iterator[tuple[str, Mapping[str, Any]]]:
    if isinstance(data, dict):
        if set(data) >= _FACT_KEYS:
            yield path, data
        else:
            for key, value in data.items():
                yield from _fact_maps(value, f"{path}.{key}".lstrip("."))
    elif isinstance(data, tuple):
        for value in data:
            yield from _fact_maps(value, path)


def _addresses(material: Material) -> set[str]:
    """The addresses of hand-written pages and records, as readers may have saved them."""
    records = {
        f"/{kind.page_folder}/{identifier}/"
        for kind in KINDS.values()
        if kind.page_folder
        for identifier in material.identifiers[kind.name]
    }
    return records | {_address(guide) for guide in material.guides}


def _address(guide: Guide) -> str:
    return address_of(guide.src)


def _redirects(material: Material) -> Iterator[tuple[str, str]]:
    for (kind, identifier), file in material.loaded.files.items():
        data, folder = file.parsed.data, KINDS[kind].page_folder
        if folder and isinstance(data, dict) and set(data) == {MOVED_KEY}:
            yield f"/{folder}/{identifier}/", f"/{folder}/{data[MOVED_KEY]}/"
    for page in material.left:
        if isinstance(page.left, FlyttadSida):
            yield _address(page), address_of(page.left.flyttad_till.lstrip("/"))


def _withdrawn(material: Material) -> Iterator[str]:
    """The addresses that say that what stood there was taken back."""
    for kind, names in material.loaded.names.withdrawn.items():
        yield from (f"/{KINDS[kind].page_folder}/{name}/" for name in names)
    yield from (_address(page) for page in material.left if isinstance(page.left, Aterkallad))


def _texts(before: Material, after: Material) -> Iterator[Text]:
    """Pages and records whose text changed, with LIX where there is enough text to measure."""
    old, new = _readability(before), _readability(after)
    changed = {guide.shown for guide in after.guides if _lines(before).get(guide.src) != guide.lines}
    changed |= {
        file.shown for key, file in after.loaded.files.items() if _data(before.loaded.files.get(key)) != _data(file)
    }
    for path in sorted(changed & set(new)):
        yield Text(path, old.get(path), new[path])


def _readability(material: Material) -> Mapping[str, int]:
    """LIX by file: of the page, or of a record's longest text."""
    found: dict[str, tuple[int, int]] = {}
    for prose in material.prose:
        length = sum(len(sentence.words) for sentence in prose.sentences)
        if length >= _ENOUGH_WORDS:
            found[prose.passage.shown] = max(found.get(prose.passage.shown, (0, 0)), (length, round(page_lix(prose))))
    return {path: value for path, (_, value) in found.items()}
