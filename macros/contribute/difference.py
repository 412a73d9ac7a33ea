"""What changes for the reader between two versions of data and guidance. Pure: two materials in, a result out."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from macros.addresses import address_of
from macros.checks.material import Material
from macros.checks.readability import page_lix
from macros.checks.spelling import new_words
from macros.contribute.difference_pages import Guidance, changed_pages, moved_pages, withdrawn_pages
from macros.contribute.difference_records import Key, Record, changed_records, data_of, renamed
from macros.contribute.following import follower
from macros.contribute.touched import Touched
from macros.guidance.guides import Guide
from macros.language.swedish import sort_key
from macros.model import KINDS
from macros.model.kvar import MOVED_KEY, Aterkallad, FlyttadSida
from macros.model.plain import Plain, PlainMap

# Facts are told apart by kind, record, field, value and the year they speak of.
Fact = tuple[str, str, str, str, str]
_FACT_KEYS = frozenset({"varde", "kallor"})
# Below this a single word moves the measure of readability.
_ENOUGH_WORDS = 30


@dataclass(frozen=True)
class Text:
    """A page or record whose text changed, with its readability before and after."""

    path: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Count:
    """How many facts say something else, are new, and are gone."""

    changed: int = 0
    new: int = 0
    lost: int = 0


@dataclass(frozen=True)
class Difference:
    """Everything that changes. `touched` are the files that are neither records nor guidance."""

    touched: tuple[Touched, ...]
    records: tuple[Record, ...]
    pages: tuple[Guidance, ...]
    facts: Count
    sources_added: int
    addresses_added: tuple[str, ...]
    addresses_lost: tuple[str, ...]
    redirects: tuple[tuple[str, str], ...]
    texts: tuple[Text, ...]
    new_words: tuple[str, ...]


def difference(before: Material, after: Material, touched: Collection[Touched] = ()) -> Difference:
    """The difference between two versions of the material."""
    names, moved = renamed(before, after), moved_pages(before, after)
    follow = follower(names, moved)
    redirects, earlier = dict(_redirects(after)), dict(_redirects(before))
    withdrawn = tuple(withdrawn_pages(before, after))
    told = {page.path for page in withdrawn}
    addresses_before = _addresses(before)
    addresses_after = _addresses(after) | set(redirects) | set(_withdrawn(after))
    return Difference(
        touched=tuple(sorted(touched)),
        records=tuple(changed_records(before, after, names, follow)),
        pages=(*withdrawn, *(page for page in changed_pages(before, after, moved, follow) if page.path not in told)),
        facts=_count(set(_facts(before, names)), set(_facts(after))),
        sources_added=len(
            after.identifiers["kalla"] - before.identifiers["kalla"] - {new for _, new in names.values()}
        ),
        addresses_added=tuple(sorted(_addresses(after) - addresses_before - set(redirects))),
        addresses_lost=tuple(sorted((addresses_before | set(earlier)) - addresses_after)),
        redirects=tuple(sorted((old, new) for old, new in redirects.items() if earlier.get(old) != new)),
        texts=tuple(_texts(before, after)),
        new_words=tuple(sorted(set(new_words(after)) - set(new_words(before)), key=sort_key)),
    )


def _lines(material: Material) -> Mapping[str, tuple[str, ...]]:
    return {guide.src: guide.lines for guide in material.guides}


def _count(before: set[Fact], after: set[Fact]) -> Count:
    """Facts of the same field on both sides are one that changed."""
    lost, new = (Counter(fact[:3] for fact in facts) for facts in (before - after, after - before))
    changed = sum((lost & new).values())
    return Count(changed, new.total() - changed, lost.total() - changed)


def _facts(material: Material, renamed: Mapping[Key, Key] = MappingProxyType({})) -> Iterator[Fact]:
    for key, file in material.loaded.files.items():
        kind, identifier = renamed.get(key, key)
        for field, fact in _fact_maps(file.parsed.data):
            value = fact.get("varde")
            shown = ", ".join(str(part) for part in value) if isinstance(value, tuple) else str(value)
            yield kind, identifier, field, shown, str(fact.get("avser") or "")


def _fact_maps(data: Plain, path: str = "") -> Iterator[tuple[str, PlainMap]]:
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
        file.shown for key, file in after.loaded.files.items() if data_of(before.loaded.files.get(key)) != data_of(file)
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
