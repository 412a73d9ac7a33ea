"""Related information, computed from references in the data in both directions."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from macros.compare.nearest import nearest
from macros.language.swedish import sort_key
from macros.model import KINDS
from macros.model.base import facts
from macros.model.kunskapsbank import Kunskapsbank


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
    record: Any = bank.records(kind)[identifier]
    return Link(f"/{KINDS[kind].page_folder}/{identifier}/", record.namn, note)


def _links(bank: Kunskapsbank, kind: str, identifiers: Iterable[str]) -> tuple[Link, ...]:
    found = {identifier: record_link(bank, kind, identifier) for identifier in identifiers}
    return tuple(sorted(found.values(), key=lambda link: sort_key(link.name)))


def _projects(bank: Kunskapsbank, field: str, identifier: str) -> list[str]:
    return [name for name, project in bank.projekt.items() if identifier in getattr(project, field)]


def related(bank: Kunskapsbank, kind: str, identifier: str, texts: Mapping[str, str]) -> tuple[Group, ...]:
    """Groups of links for the foot of a record's page; `texts` is the area `relationer` of the words."""
    rows = _RULES[kind](bank, identifier)
    groups = [Group(texts[heading], _links(bank, target, names)) for heading, target, names in rows]
    if kind in {"grupp", "norm", "projekt"}:
        shown = {link.address for group in groups for link in group.links}
        near = [record_link(bank, kind, found.identifier) for found in nearest(bank, kind, identifier)]
        groups.append(Group(texts["samma_omrade"], tuple(link for link in near if link.address not in shown)))
    return tuple(group for group in groups if group.links)


Rule = tuple[str, str, list[str]]


def _is_so(value: Any) -> bool:
    """Whether a judgement is known and yes; a key with *uppgift saknas* or *nej* relates nothing."""
    return any(fact.varde == "ja" for fact in facts(value))


def _group(bank: Kunskapsbank, identifier: str) -> list[Rule]:
    norms = [name for name, norm in bank.norm.items() if identifier in norm.grupper]
    factors = bank.grupp[identifier].framgangsfaktorer
    return [
        ("projekt_fran_grupp", "projekt", _projects(bank, "grupper", identifier)),
        ("normer", "norm", norms),
        ("faktorer", "framgangsfaktor", [name for name, value in factors.items() if _is_so(value)]),
    ]


def _norm(bank: Kunskapsbank, identifier: str) -> list[Rule]:
    norm = bank.norm[identifier]
    return [
        ("grupper", "grupp", list(norm.grupper)),
        ("anvander_normen", "projekt", _projects(bank, "normer", identifier)),
        ("bygger_pa", "norm", list(norm.normer)),
        ("grund_for", "norm", [name for name, other in bank.norm.items() if identifier in other.normer]),
    ]


def _project(bank: Kunskapsbank, identifier: str) -> list[Rule]:
    project = bank.projekt[identifier]
    return [
        ("grupper", "grupp", list(project.grupper)),
        ("normer", "norm", list(project.normer)),
        ("formen", "samverkansform", list(project.samverkansformer)),
        ("faktorer", "framgangsfaktor", list(project.framgangsfaktorer)),
    ]


def _form(bank: Kunskapsbank, identifier: str) -> list[Rule]:
    return [("anvander_formen", "projekt", _projects(bank, "samverkansformer", identifier))]


def _factor(bank: Kunskapsbank, identifier: str) -> list[Rule]:
    groups = [name for name, group in bank.grupp.items() if _is_so(group.framgangsfaktorer.get(identifier))]
    return [
        ("grupper_faktor", "grupp", groups),
        ("visar_faktorn", "projekt", _projects(bank, "framgangsfaktorer", identifier)),
    ]


_RULES = {"grupp": _group, "norm": _norm, "projekt": _project, "samverkansform": _form, "framgangsfaktor": _factor}
