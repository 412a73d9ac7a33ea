"""Short lists of records inside guidance (the macro `poster`), so that no page repeats by hand what the data says."""

from collections.abc import Callable, Mapping
from typing import Any

from macros.kunskapsbank import Kunskapsbank
from macros.pages.page import draw
from macros.pages.standing import label
from macros.swedish import sort_key


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


def _factors(bank: Kunskapsbank) -> list[dict[str, str]]:
    ordered: list[tuple[str, Any]] = sorted(bank.framgangsfaktor.items(), key=lambda item: item[1].ordning)
    return [
        {"adress": f"/framgangsfaktorer/{name}/", "namn": factor.namn, "not": "", "text": factor.sammanfattning}
        for name, factor in ordered
    ]


LISTS: Mapping[str, Callable[[Kunskapsbank], list[dict[str, str]]]] = {
    "bestallargrupper": _groups,
    "framgangsfaktorer": _factors,
}


def short_list(bank: Kunskapsbank, name: str) -> str:
    """The list `name` as HTML: each record with a link and its summary."""
    return draw("sidor/kortlista.html", poster=LISTS[name](bank))
