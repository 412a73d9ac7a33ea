"""Comparison pages: whole tables by kind, characteristics and factors by group, and pairs of groups."""

from collections.abc import Iterator, Mapping
from typing import Any

from macros.compare.chosen import chosen_table
from macros.compare.evidence import EVIDENCE, evidence_rows
from macros.compare.folding import folded
from macros.compare.nearest import Pair, pairs
from macros.compare.summary import sentences
from macros.compare.table import Table, columns_of, table
from macros.drawing import draw
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import listing
from macros.model import KINDS
from macros.ord import words
from macros.pages.indexes import records_of
from macros.pages.page import Page


def comparison_tables(bank: Kunskapsbank) -> Mapping[str, Table]:
    """The tables of the pages `/jamfor/<name>/` by name, in the order of their words."""
    made: dict[str, Table] = {}
    for kind in KINDS.values():
        if kind.judged_in:
            made[kind.judged_in] = evidence_table(bank, kind.name)
            continue
        for each in kind.lists:
            made[each.name] = table(bank, kind.name, records_of(bank, kind, each))
    order = list(words()["jamfor"]["slag"])
    return dict(sorted(made.items(), key=lambda item: order.index(item[0])))


def evidence_table(bank: Kunskapsbank, kind: str) -> Table:
    """Characteristics or success factors (down) by the groups that have evidence for any (across)."""
    groups = {name: group for name, group in bank.grupp.items() if getattr(group, EVIDENCE[kind])}
    columns = columns_of("grupp", groups)
    rows = evidence_rows(bank, kind, [groups[column.identifier] for column in columns], words()["ja_nej"])
    return Table(kind, columns, rows)


def comparison_pages(bank: Kunskapsbank) -> Iterator[Page]:
    """The overview, one page a table, and one page a pair."""
    texts = words()["jamfor"]
    tables = comparison_tables(bank)
    found = pairs(bank)
    links = [_pair_link(bank, pair, texts) for pair in found]
    body = draw("sidor/jamfor.md", texter=texts, tabeller=list(tables), par=links)
    meta = {"sokord": texts["sokord"], "bred": True, "jamforbar": True}
    yield Page("jamfor/index.md", texts["titel"], texts["sammanfattning"], body, "jamforelse", None, meta)
    for name, made in tables.items():
        yield _table_page(name, made, texts)
    for pair in found:
        yield pair_page(bank, pair, texts)


def _table_page(name: str, made: Table, texts: Mapping[str, Any]) -> Page:
    own = texts["slag"][name]
    body = draw(
        "sidor/jamforelse.md",
        tabell=made,
        vikt=folded(made.rows),
        rubrik=own["tabell"],
        # Characteristics and factors are judged at groups: the groups are what is chosen, one section what is shown.
        slag="grupp" if made.kind in EVIDENCE else made.kind,
        avdelning=EVIDENCE.get(made.kind, ""),
        meningar=sentences(made, texts["sammandrag"]),
        andra=[other for other in texts["slag"] if other != name],
    )
    meta = {"sokord": own["sokord"], "bred": True, "jamforbar": True}
    return Page(f"jamfor/{name}.md", own["titel"], own["sammanfattning"], body, "jamforelse", None, meta)


def _pair_link(bank: Kunskapsbank, pair: Pair, texts: Mapping[str, Any]) -> dict[str, str]:
    return {"adress": f"/jamfor/par/{pair.stem}.md", "namn": _pair_title(bank, pair, texts)}


def _pair_title(bank: Kunskapsbank, pair: Pair, texts: Mapping[str, Any]) -> str:
    title: str = texts["par"]["titel"].format(a=bank.grupp[pair.first].namn, b=bank.grupp[pair.second].namn)
    return title


def pair_page(bank: Kunskapsbank, pair: Pair, texts: Mapping[str, Any]) -> Page:
    """The page ”A och B” of two groups: what is shared, what differs, what is unknown."""
    made = chosen_table(bank, "grupp", (pair.first, pair.second), words()["ja_nej"])
    own = texts["par"]
    title = _pair_title(bank, pair, texts)
    names = {"a": made.columns[0].name, "b": made.columns[1].name}
    body = draw(
        "sidor/par.md",
        tabell=made,
        vikt=folded(made.rows),
        rubrik=own["tabell"].format(**names),
        meningar=sentences(made, texts["sammandrag"]),
        skal=own["varfor"].format(skal=listing(_reasons(pair, own))),
        valj={"adress": f"/jamfor/?valda={pair.first},{pair.second}", "namn": own["valj"].format(**names)},
    )
    meta = {"sokord": [], "par": [pair.first, pair.second]}
    return Page(
        f"jamfor/par/{pair.stem}.md", title, own["sammanfattning"].format(**names), body, "jamforelse", None, meta
    )


def _reasons(pair: Pair, own: Mapping[str, str]) -> list[str]:
    """Why two groups are near, in words."""
    shared = [own[f"skal_{field}"].format(varden=listing(values)) for field, values in pair.shared.items()]
    return [own["skal_slag"], *shared]
