"""Comparison pages: whole tables by kind, characteristics and factors by group, and pairs of groups.

A table that is too large to read is divided (`macros/compare/parts.py`): its address then leads to the parts.
"""

from collections.abc import Iterator, Mapping, Sequence

from macros.compare.chosen import MOST_BOXES, chosen_table
from macros.compare.evidence import EVIDENCE, evidence_rows
from macros.compare.folding import folded
from macros.compare.nearest import Pair, pairs
from macros.compare.parts import Part, most_records, parts_of, table_of
from macros.compare.summary import sentences
from macros.compare.table import Table, columns_of, table
from macros.drawing import draw
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import listing
from macros.model import KINDS
from macros.ord import Words, words
from macros.pages.indexes import records_of
from macros.pages.page import Page
from macros.pages.sections import left_where

# A part of a table leads to all the others while they are no more than this, otherwise to those beside it.
MOST_BESIDE = 20


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


def divided(bank: Kunskapsbank, made: Table) -> tuple[Part, ...]:
    """The parts of one of the tables; none when it is read whole. Evidence is judged at groups."""
    return parts_of(bank, _chosen_kind(made), made)


def read_tables(bank: Kunskapsbank) -> Mapping[str, Table]:
    """The tables as they are read, by address below `/jamfor/`: a divided one is its parts."""
    found: dict[str, Table] = {}
    for name, made in comparison_tables(bank).items():
        parts = divided(bank, made)
        found |= {f"{name}/{part.stem}": table_of(made, part) for part in parts} if parts else {name: made}
    return found


def _chosen_kind(made: Table) -> str:
    """Characteristics and factors are judged at groups: the groups are what is chosen, one section what is shown."""
    return "grupp" if made.kind in EVIDENCE else made.kind


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
        yield from table_pages(bank, name, made, texts)
    for pair in found:
        yield pair_page(bank, pair, texts)


def table_pages(bank: Kunskapsbank, name: str, made: Table, texts: Words) -> Iterator[Page]:
    """The page of a table; of a divided one the page that leads to its parts, and theirs."""
    own = texts["slag"][name]
    others = [(f"/jamfor/{other}.md", texts["slag"][other]["titel"]) for other in texts["slag"] if other != name]
    parts = divided(bank, made)
    meta = {"sokord": own["sokord"], "bred": True, "jamforbar": True}
    if not parts:
        body = _table_body(made, own["tabell"], sentences(made, texts["sammandrag"]), (), others)
        yield Page(f"jamfor/{name}.md", own["titel"], own["sammanfattning"], body, "jamforelse", None, meta)
        return
    yield Page(
        f"jamfor/{name}.md",
        own["titel"],
        own["sammanfattning"],
        _lead_body(name, made, parts, others),
        "jamforelse",
        None,
        meta,
    )
    for number, part in enumerate(parts):
        shown = table_of(made, part)
        values = {"tabell": own["tabell"], "del": part.name, "antal": len(shown.columns), "alla": len(made.columns)}
        near = _beside(name, parts, number)
        lead = (f"/jamfor/{name}.md", own["titel"])
        caption = texts["del"]["tabell"].format(**values)
        body = _table_body(shown, caption, sentences(shown, texts["sammandrag"]), near, [lead, *others])
        title = texts["del"]["titel"].format(hela=own["titel"], **values)
        yield Page(
            f"jamfor/{name}/{part.stem}.md",
            title,
            texts["del"]["sammanfattning"].format(**values),
            body,
            "jamforelse",
            None,
            {**meta, "sokord": []},
        )
    yield from left_where(f"jamfor/{name}", parts, f"/jamfor/{name}/", own["titel"])


def _table_body(
    made: Table, caption: str, told: Sequence[str], near: Sequence[tuple[str, str]], others: Sequence[tuple[str, str]]
) -> str:
    return draw(
        "sidor/jamforelse.md",
        tabell=made,
        vikt=folded(made.rows),
        rubrik=caption,
        slag=_chosen_kind(made),
        avdelning=EVIDENCE.get(made.kind, ""),
        meningar=told,
        bredvid=near,
        andra=others,
    )


def _beside(name: str, parts: Sequence[Part], number: int) -> list[tuple[str, str]]:
    """Addresses and names of the parts to choose among at a part: all, or when they are many those beside it."""
    near = parts if len(parts) <= MOST_BESIDE else parts[max(number - 1, 0) : number + 2]
    return [("" if part == parts[number] else f"/jamfor/{name}/{part.stem}/", part.name) for part in near]


def _lead_body(name: str, made: Table, parts: Sequence[Part], others: Sequence[tuple[str, str]]) -> str:
    names = {column.identifier: column.name for column in made.columns}
    return draw(
        "sidor/jamforelse-delar.md",
        tabell=made,
        hogst=most_records(len(made.rows)),
        sokes=len(made.columns) > MOST_BOXES,
        rubrik=words()["jamfor"]["slag"][name]["tabell"],
        slag=_chosen_kind(made),
        avdelning=EVIDENCE.get(made.kind, ""),
        delar=[
            (f"/jamfor/{name}/{part.stem}/", part.name, [names[identifier] for identifier in part.identifiers])
            for part in parts
        ],
        andra=others,
    )


def _pair_link(bank: Kunskapsbank, pair: Pair, texts: Words) -> dict[str, str]:
    return {"adress": f"/jamfor/par/{pair.stem}.md", "namn": _pair_title(bank, pair, texts)}


def _pair_title(bank: Kunskapsbank, pair: Pair, texts: Words) -> str:
    title: str = texts["par"]["titel"].format(a=bank.grupp[pair.first].namn, b=bank.grupp[pair.second].namn)
    return title


def pair_page(bank: Kunskapsbank, pair: Pair, texts: Words) -> Page:
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
