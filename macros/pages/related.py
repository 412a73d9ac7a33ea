"""Related information, computed from references in the data in both directions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from macros.compare.nearest import nearest
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import sort_key
from macros.model import KINDS
from macros.model.base import Bas, facts
from macros.model.kind import Relation

# The field by which records are near each other.
AREAS = "omraden"


@dataclass(frozen=True)
class Link:
    """A link to a page: its root-relative address, name, and why it stands here."""

    address: str
    name: str
    note: str = ""


@dataclass(frozen=True)
class Group:
    """Links under a common heading."""

    heading: str
    links: tuple[Link, ...]


def record_link(bank: Kunskapsbank, kind: str, identifier: str, note: str = "") -> Link:
    """The link to a record's page."""
    return Link(KINDS[kind].page_of(identifier), bank.posts(kind)[identifier].namn, note)


def _links(bank: Kunskapsbank, kind: str, identifiers: Iterable[str]) -> tuple[Link, ...]:
    found = {identifier: record_link(bank, kind, identifier) for identifier in identifiers}
    return tuple(sorted(found.values(), key=lambda link: sort_key(link.name)))


def related(bank: Kunskapsbank, kind: str, identifier: str, texts: Mapping[str, str]) -> tuple[Group, ...]:
    """Groups of links for the foot of a record's page; `texts` is the area `relationer` of the words."""
    groups = [
        Group(texts[each.heading], _links(bank, each.kind, _others(bank, kind, identifier, each)))
        for each in KINDS[kind].relations
    ]
    if AREAS in KINDS[kind].model.model_fields:
        shown = {link.address for group in groups for link in group.links}
        near = [record_link(bank, kind, found.identifier) for found in nearest(bank, kind, identifier)]
        groups.append(Group(texts["samma_omrade"], tuple(link for link in near if link.address not in shown)))
    return tuple(group for group in groups if group.links)


def _others(bank: Kunskapsbank, kind: str, identifier: str, relation: Relation) -> list[str]:
    """The identifiers that a relation of a record leads to."""
    if relation.back:
        return list(naming(bank, relation.kind, relation.field).get(identifier, ()))
    return _named(bank.records(kind)[identifier], relation.field)


@lru_cache(64)
def naming(bank: Kunskapsbank, kind: str, field: str) -> Mapping[str, Sequence[str]]:
    """By record the identifiers of those of a kind that name it in a field: all are read once, not once a record."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for identifier, record in bank.records(kind).items():
        for named in dict.fromkeys(_named(record, field)):
            found[named].append(identifier)
    return found


def _named(record: Bas, field: str) -> list[str]:
    """The records that a field names; of judgements those that are known and yes."""
    value = getattr(record, field)
    if isinstance(value, Mapping):
        return [name for name, judged in value.items() if any(fact.varde == "ja" for fact in facts(judged))]
    return list(value)
