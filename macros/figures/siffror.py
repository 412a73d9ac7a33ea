"""Figures of the numbers that records mark with `figur` and `roll`: every number and word comes from a record."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from macros.facts.figure_words import figure_text, figure_year
from macros.figures.staplar import Bar, Group, Part, drawn
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import sort_key
from macros.model import KINDS
from macros.model.base import Siffra
from macros.ord import words

# How each role looks: full, pale, striped and outlined are told apart without colour.
LOOKS = {
    "uppmätt": "fyllning",
    "uppgett": "tunn",
    "möjligt": "randig",
    "mål": "kontur",
    "utfall": "fyllning",
    "före": "kontur",
    "efter": "fyllning",
}
_KINDS = tuple(kind.name for kind in KINDS.values() if "siffror" in kind.model.model_fields)


@dataclass(frozen=True)
class Picked:
    """A number to draw and the name of the record that it stands in."""

    record: str
    number: Siffra


def picked(bank: Kunskapsbank, name: str) -> tuple[Picked, ...]:
    """The numbers that records mark for a figure, by the record's name, in the record's own order."""
    return tuple(sorted(_marked(bank, name), key=lambda found: sort_key(found.record)))


def _marked(bank: Kunskapsbank, name: str) -> Iterator[Picked]:
    for kind in _KINDS:
        for record in bank.posts(kind).values():
            numbers: tuple[Siffra, ...] = getattr(record, "siffror", ())
            yield from (Picked(record.namn, number) for number in numbers if number.figur == name)


def spans(bank: Kunskapsbank) -> Mapping[str, object]:
    """How long each party answers for the same thing, on one scale."""
    found = picked(bank, "ansvarstid")
    most = _most(found)
    bars = [_bar(each, most, "fyllning") for each in sorted(found, key=lambda each: each.number.varde)]
    return _values(bank, "ansvarstid", found, [Group("", bars)] if bars else [])


def before_and_after(bank: Kunskapsbank) -> Mapping[str, object]:
    """What something took before and after a change, each record on its own scale."""
    return _by_record(bank, "fore-och-efter")


def goals(bank: Kunskapsbank) -> Mapping[str, object]:
    """Goal beside result, or how many there were at the start and at the end, each record on its own scale."""
    return _by_record(bank, "mal-och-utfall")


def savings(bank: Kunskapsbank) -> Mapping[str, object]:
    """Savings in per cent: measured, stated, possible and aimed at, largest first within each."""
    order = list(LOOKS)
    found = sorted(picked(bank, "besparing"), key=lambda each: (order.index(_role(each)), -each.number.varde))
    groups = [Group(each.record, [_bar(each, 100, LOOKS[_role(each)])]) for each in found]
    return _values(bank, "besparing", found, groups)


def shares(bank: Kunskapsbank) -> Mapping[str, object]:
    """Shares of a whole cost, in per cent, in the records' own order; the part of a range that is not sure fades."""
    found = picked(bank, "priset")
    bars = [_bar(each, 100, "fyllning") for each in found]
    return _values(bank, "priset", found, [Group("", bars)] if bars else [])


def by_year(bank: Kunskapsbank) -> Mapping[str, object]:
    """What was paid, year by year, on one scale."""
    found = sorted(picked(bank, "kansli"), key=lambda each: figure_year(bank, each.number))
    most = _most(found)
    bars = [
        replace(_bar(each, most, "fyllning"), label=f"{figure_year(bank, each.number)}: {figure_text(each.number)}")
        for each in found
    ]
    return _values(bank, "kansli", found, [Group("", bars)] if bars else [])


def _by_record(bank: Kunskapsbank, name: str) -> Mapping[str, object]:
    found = picked(bank, name)
    groups = []
    for record in dict.fromkeys(each.record for each in found):
        own = [each for each in found if each.record == record]
        groups.append(Group(record, [_bar(each, _most(own), LOOKS[_role(each)]) for each in own]))
    return _values(bank, name, found, groups)


def _role(each: Picked) -> str:
    """The number's role; a number without one shows an outcome."""
    return each.number.roll if each.number.roll in LOOKS else "utfall"


def _most(found: Sequence[Picked]) -> float:
    return max((each.number.varde for each in found), default=1) or 1


def _bar(each: Picked, most: float, look: str) -> Bar:
    parts = [Part(0, 100 * each.number.varde / most, look)]
    if each.number.till is not None:
        parts.append(Part(parts[0].width, 100 * (each.number.till - each.number.varde) / most, "tonad"))
    return Bar(f"{each.number.namn}: {figure_text(each.number)}", parts)


def _values(bank: Kunskapsbank, name: str, found: Sequence[Picked], groups: Sequence[Group]) -> Mapping[str, object]:
    texts = words()["figurer"][name]
    rows = [
        {
            "post": each.record,
            "namn": each.number.namn,
            "varde": figure_text(each.number),
            "roll": words()["figurer"]["roller"][_role(each)] if each.number.roll else "",
            "ar": figure_year(bank, each.number),
            "kallor": each.number.kallor,
            "kommentar": each.number.kommentar or "",
        }
        for each in found
    ]
    told = ". ".join(f"{row['post']}, {row['namn']}: {row['varde']}" for row in rows)
    return {
        **drawn(groups, _key(found)),
        "rader": rows,
        "texter": texts,
        "kallor": list(dict.fromkeys(source for each in found for source in each.number.kallor)),
        "lang": texts["lang"].format(rader=told),
    }


def _key(found: Sequence[Picked]) -> Mapping[str, str]:
    """What each look means; roles that look alike share a line, and numbers without roles need none."""
    labels: dict[str, list[str]] = {}
    used = {each.number.roll for each in found}
    for role in (role for role in LOOKS if role in used):
        labels.setdefault(LOOKS[role], []).append(words()["figurer"]["roller"][role])
    return {look: ", ".join([names[0], *(name.lower() for name in names[1:])]) for look, names in labels.items()}
