"""`/behov/`: the areas where public bodies share needs, the groups in each, and where a new one could start.

The areas are the values of the criterion *omrade*; those that a source gives to municipalities, regions or the
state come first. A contrast (a central purchasing body, say) works in an area without being a group there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from macros.drawing import draw
from macros.facts.standing import label
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import sort_key
from macros.model.grupp import CONTRASTS, is_swedish
from macros.model.kriterium import Varde
from macros.ord import words
from macros.pages.page import Page
from macros.pages.related import AREAS, Link, record_link

SOURCE = "behov.md"


@dataclass(frozen=True)
class Area:
    """An area: who answers for it (words), and the records that work in it."""

    identifier: str
    name: str
    explanation: str
    responsible: tuple[str, ...]
    sources: tuple[str, ...]
    groups: tuple[Link, ...]
    abroad: tuple[Link, ...]
    examples: tuple[Link, ...]
    norms: tuple[Link, ...]


def areas(bank: Kunskapsbank) -> tuple[Area, ...]:
    """Every area in the order of its criterion, with its records by name."""
    return tuple(_area(bank, value) for value in bank.kriterium["omrade"].varden)


def _area(bank: Kunskapsbank, value: Varde) -> Area:
    named = [(name, bank.grupp[name]) for name in _in_area(bank, "grupp", value.id)]
    groups = {name: group for name, group in named if group.slag not in CONTRASTS}
    return Area(
        value.id,
        value.namn,
        value.forklaring or "",
        tuple(words()["behov"]["ansvar"][who] for who in value.ansvar),
        value.kallor,
        _sorted(record_link(bank, "grupp", name, label(group)) for name, group in groups.items() if is_swedish(group)),
        _sorted(
            record_link(bank, "grupp", name, label(group)) for name, group in groups.items() if not is_swedish(group)
        ),
        _sorted(record_link(bank, "projekt", name) for name in _in_area(bank, "projekt", value.id)),
        _sorted(record_link(bank, "norm", name) for name in _in_area(bank, "norm", value.id)),
    )


def _in_area(bank: Kunskapsbank, kind: str, area: str) -> list[str]:
    """The records of a kind that name an area among theirs."""
    return [name for name, record in bank.records(kind).items() if area in getattr(record, AREAS)]


def _sorted(links: Iterable[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: sort_key(link.name)))


def needs_page(bank: Kunskapsbank) -> Page:
    """The page of areas and groups."""
    texts = words()["behov"]
    every = areas(bank)
    shared = [area for area in every if area.responsible]
    values: dict[str, Sequence[Area]] = {"behov": shared, "ovriga": [area for area in every if not area.responsible]}
    empty = [area.name for area in shared if not area.groups]
    body = draw("sidor/behov.md", texter=texts, tomma=empty, **values)
    return Page(SOURCE, texts["titel"], texts["sammanfattning"], body, "lista", None, {"sokord": texts["sokord"]})
