"""”Jämför med …” on a record's page: links to comparisons with the nearest records, each with its reason."""

from collections.abc import Sequence

from macros.compare.chosen import COMPARABLE, ambiguous
from macros.compare.nearest import Near, nearest
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import listing
from macros.ord import Words, words

MAX_REASONS = 2
MAX_VALUES = 3


def compare_with(bank: Kunskapsbank, kind: str, identifier: str) -> list[dict[str, str]]:
    """Links as front matter holds them: address, name and reason; the last leads to the reader's own choice."""
    if kind not in COMPARABLE:
        return []
    texts = words()["jamfor"]["med"]
    records = bank.posts(kind)
    name = records[identifier].namn
    links = [
        {
            "adress": _address(bank, kind, identifier, near.identifier),
            "namn": texts["lank"].format(a=name, b=records[near.identifier].namn),
            "skal": reason(near, texts),
        }
        for near in nearest(bank, kind, identifier)
    ]
    own = {"adress": _address(bank, kind, identifier), "namn": texts["fler"].format(a=name), "skal": ""}
    return [*links, own]


def _address(bank: Kunskapsbank, kind: str, *identifiers: str) -> str:
    """The chooser's address; the kind is told only where an identifier does not tell it."""
    told = f"&slag={kind}" if ambiguous(bank, kind) & set(identifiers) else ""
    return f"/jamfor/?valda={','.join(identifiers)}{told}"


def reason(near: Near, texts: Words) -> str:
    """Why a record is near, in words: the first shared fields, each with its first shared values."""
    shared = [
        texts["skal"][field].format(varden=_first(values, texts["till"]))
        for field, values in near.shared.items()
        if field in texts["skal"]
    ]
    return "; ".join(shared[:MAX_REASONS])


def _first(values: Sequence[str], rest: str) -> str:
    """Values as running text, cut after some with a count of the rest."""
    if len(values) <= MAX_VALUES + 1:
        return listing(values)
    return listing([*values[:MAX_VALUES], rest.format(antal=len(values) - MAX_VALUES)])
