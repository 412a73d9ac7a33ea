"""Short lists of records inside guidance (the macro `poster`), so that no page repeats by hand what the data says."""

from collections.abc import Callable, Mapping
from functools import partial

from macros.addresses import easy_address
from macros.drawing import draw
from macros.facts.cells import labels
from macros.facts.standing import label
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import sort_key
from macros.pages.easy import easy_records


def _groups(bank: Kunskapsbank) -> list[dict[str, str]]:
    """The Swedish beställargrupper that have examples, oldest evidence beside each."""
    with_examples = {name for project in bank.projekt.values() for name in project.grupper}
    found = {
        name: group
        for name, group in bank.grupp.items()
        if group.slag == "bestallargrupp" and group.land == "sverige" and name in with_examples
    }
    ordered = sorted(found.items(), key=lambda item: sort_key(item[1].namn))
    return [
        {"adress": f"/grupper/{name}/", "namn": group.namn, "not": label(group), "text": group.sammanfattning}
        for name, group in ordered
    ]


def _abroad(bank: Kunskapsbank) -> list[dict[str, str]]:
    """The networks in other countries by name, with the country beside each."""
    found = {name: group for name, group in bank.grupp.items() if group.land != "sverige"}
    countries = labels(bank.kriterium["land"])
    return [
        {"adress": f"/grupper/{name}/", "namn": group.namn, "not": countries[group.land], "text": group.sammanfattning}
        for name, group in sorted(found.items(), key=lambda item: sort_key(item[1].namn))
    ]


def _factors(bank: Kunskapsbank) -> list[dict[str, str]]:
    ordered = sorted(bank.framgangsfaktor.items(), key=lambda item: item[1].ordning)
    return [
        {"adress": f"/framgangsfaktorer/{name}/", "namn": factor.namn, "not": "", "text": factor.sammanfattning}
        for name, factor in ordered
    ]


def _easy(kind: str, bank: Kunskapsbank, slag: Callable[[str], bool] = lambda _: True) -> list[dict[str, str]]:
    """The records of a kind that have an easy text, each by its name alone; of groups those of some `slag`."""
    found = [(name, record) for name, record, _ in easy_records(bank, kind) if slag(getattr(record, "slag", ""))]
    return [{"adress": easy_address(kind, name), "namn": record.namn, "not": "", "text": ""} for name, record in found]


LISTS: Mapping[str, Callable[[Kunskapsbank], list[dict[str, str]]]] = {
    "bestallargrupper": _groups,
    "utomlands": _abroad,
    "framgangsfaktorer": _factors,
    "lattlast-grupper": partial(_easy, "grupp", slag=lambda slag: slag == "bestallargrupp"),
    "lattlast-andra": partial(_easy, "grupp", slag=lambda slag: slag != "bestallargrupp"),
    "lattlast-exempel": partial(_easy, "projekt"),
}


def short_list(bank: Kunskapsbank, name: str) -> str:
    """The list `name` as HTML: each record with a link and its summary."""
    return draw("sidor/kortlista.html", poster=LISTS[name](bank))
