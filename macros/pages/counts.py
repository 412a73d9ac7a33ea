"""The numbers on the start page: how much the knowledge base holds, counted from the data and nothing else."""

from collections.abc import Mapping

from macros.drawing import draw
from macros.kunskapsbank import Kunskapsbank
from macros.model.grupp import CONTRASTS, is_swedish
from macros.ord import words


def counts(bank: Kunskapsbank) -> Mapping[str, int]:
    """How many there are of each thing that the start page names, by the key of its words in `hem.antal`."""
    groups = [group for group in bank.grupp.values() if group.slag not in CONTRASTS]
    at_home = sum(is_swedish(group) for group in groups)
    return {
        "grupper": at_home,
        "utomlands": len(groups) - at_home,
        "exempel": len(bank.projekt),
        "normer": len(bank.norm),
        "begrepp": len(bank.begrepp),
        "kallor": len(bank.kalla),
    }


def counts_list(bank: Kunskapsbank) -> str:
    """The numbers as a list of links, HTML."""
    texts = words()["hem"]["antal"]
    rows = [{"antal": number, **texts[key]} for key, number in counts(bank).items()]
    return draw("sidor/antal.html", rader=rows)
