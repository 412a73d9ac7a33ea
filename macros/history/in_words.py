"""Entries of the history in words, as ”Antal medlemmar ändrades från 17 (2011) till 18 (2012)”."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from macros.addresses import address_of
from macros.facts.cells import labels_of_kind
from macros.facts.figure_words import figure_in_words
from macros.history.entries import GUIDANCE, Change, Entry, sources_of
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import listing, number
from macros.model import KINDS
from macros.model.base import NOT_APPLICABLE, UNKNOWN
from macros.model.value_kinds import referring_fields
from macros.ord import words

# A thing that a field says, as the files of the history hold it.
Said = Mapping[str, Any]
# The words that stand instead of a fact.
_WORDS = frozenset({UNKNOWN, NOT_APPLICABLE})


@dataclass(frozen=True)
class Sentence:
    """What changed, and the keys of the sources of what is said now."""

    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """An entry as readers meet it; the address is empty when there is no page to lead to."""

    day: str
    kind: str
    identifier: str
    name: str
    address: str
    sentences: tuple[Sentence, ...]

    @property
    def text(self) -> str:
        """All sentences; the sources stand on the page that feeds lead to."""
        return " ".join(sentence.text for sentence in self.sentences)


def told(bank: Kunskapsbank, entries: Iterable[Entry]) -> Iterator[Told]:
    """Entries in words, in the order in which they come."""
    for entry in entries:
        address = _address(bank, entry)
        sentences = tuple(_sentences(bank, entry))
        yield Told(entry.day, entry.kind, entry.identifier, entry.name, address, sentences)


def _address(bank: Kunskapsbank, entry: Entry) -> str:
    if entry.what == "borttagen":
        return ""
    if entry.kind == GUIDANCE:
        return address_of(f"{entry.identifier}.md")
    # A record may have moved since.
    name = bank.moved.get(entry.kind, {}).get(entry.identifier, entry.identifier)
    return KINDS[entry.kind].page_of(name) if name in bank.records(entry.kind) else ""


def _sentences(bank: Kunskapsbank, entry: Entry) -> Iterator[Sentence]:
    texts = words()["andringar"]["mening"]
    if entry.what == "andrad" and entry.changes:
        for change in entry.changes:
            yield _sentence(bank, entry.kind, change)
        return
    key = "ny_post" if entry.what == "ny" and entry.kind != GUIDANCE else entry.what
    yield Sentence(texts[key].format(till=entry.to))


def _sentence(bank: Kunskapsbank, kind: str, change: Change) -> Sentence:
    texts = words()["andringar"]["mening"]
    field = _field_name(bank, kind, change)
    if change.text:
        return Sentence(texts["text"].format(falt=field))
    before, after = (_values(bank, kind, change.field, said) for said in (change.before, change.after))
    gone, come = ([text for text in here if text not in there] for here, there in ((before, after), (after, before)))
    which = "fran_till" if gone and come else "tillagt" if come else "borttaget" if gone else _beside(change)
    sources = (key for said in change.after for key in sources_of(said))
    text = texts[which].format(falt=field, fore=listing(tuple(gone)), efter=listing(tuple(come)))
    return Sentence(text, tuple(dict.fromkeys(sources)))


def _beside(change: Change) -> str:
    """Which sentence tells what changed beside values that are the same: their source, or something said of them."""
    before, after = ([said.get("kallor") for said in part] for part in (change.before, change.after))
    return "kalla" if before != after else "kommentar"


def _field_name(bank: Kunskapsbank, kind: str, change: Change) -> str:
    """The heading of a field as tables show it, with the name of the part that a key stands for."""
    shown = {criterion.falt: criterion.namn for criterion in bank.kriterium.values() if kind in criterion.galler}
    field = KINDS[kind].model.model_fields.get(change.field)
    name = shown.get(change.field) or (field.title if field else None) or change.field
    # A field that has facts by record is named as their kind, or as their folder.
    named = next((each.name for each in KINDS.values() if change.field in {each.name, each.folder}), "")
    records = bank.posts(named) if named and change.key else {}
    part = records[change.key].namn if change.key in records else change.key
    return f"{name}, {part}" if part else name


def _values(bank: Kunskapsbank, kind: str, field: str, said: Sequence[Said]) -> list[str]:
    """Each thing that is said; of a list without a source, as references to records, each part by itself."""
    named = labels_of_kind(bank, KINDS[kind]).get(field) or _names(bank, kind, field)
    apart = ({"varde": part} for each in said for part in (each["varde"] if _is_bare_list(each) else ()))
    return [_value(each, named) for each in (*apart, *(each for each in said if not _is_bare_list(each)))]


def _is_bare_list(said: Said) -> bool:
    return set(said) == {"varde"} and isinstance(said["varde"], list)


def _names(bank: Kunskapsbank, kind: str, field: str) -> Mapping[str, str]:
    """The names of the records that a field refers to, by identifier; those that are no more have none."""
    other = referring_fields(KINDS[kind].model).get(field)
    if not other:
        return {}
    # A source has a title, and everything else a name.
    records = bank.records(other)
    return {name: str(getattr(each, "namn", "") or getattr(each, "titel", "")) for name, each in records.items()}


def _value(said: Said, named: Mapping[str, str]) -> str:
    """What is said, with its year and whether it is our own reading: ”upp till 70 procent (2012, vår tolkning)”."""
    if "enhet" in said:
        amount = figure_in_words(said["varde"], said.get("till"), said.get("forled"), said["enhet"])
        text, own = f"{said['namn']} {amount}", words()["sida"]["berakning"]
    else:
        found = next((said[name] for name in ("varde", "text", "namn", "titel") if name in said), "")
        parts = found if isinstance(found, list) else [found]
        text, own = listing(tuple(named.get(str(part), _plain(part)) for part in parts)), words()["sida"]["tolkning"]
    year = said.get("avser") or (said.get("ar") if "text" in said else "")
    remarks = [str(remark) for remark in (year, own if said.get("egen_tolkning") == "ja" else "") if remark]
    return f"{text} ({', '.join(remarks)})" if remarks else text


def _plain(value: object) -> str:
    """A value as it stands in a sentence: text of several words in quotation marks, without its full stop."""
    if isinstance(value, float):
        return number(value)
    text = str(value)
    return f"”{text.removesuffix('.')}”" if " " in text and text not in _WORDS else text
