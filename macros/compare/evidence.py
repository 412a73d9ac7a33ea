"""Characteristics and success factors as rows of a comparison: what the evidence says about each group."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from macros.compare.relation import relation
from macros.compare.table import Row
from macros.facts.cells import Cell, Entry, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.language.swedish import quoted
from macros.model import KINDS, Grupp
from macros.model.base import NOT_APPLICABLE, Post, facts
from macros.ord import words_of

# Kind of what is judged -> the field of a group that holds the judgements; also the rows' section.
EVIDENCE: Mapping[str, str] = {kind.name: kind.judged_in for kind in KINDS.values() if kind.judged_in}


def judgement(value: object, yes_no: Mapping[str, str]) -> Cell:
    """The cell of a characteristic or factor: its facts with yes or no, or unknown."""
    found = facts(value)
    if not found:
        return Cell("ej" if value == NOT_APPLICABLE else "saknas")
    entries = tuple(
        Entry(
            yes_no[fact.varde],
            (yes_no[fact.varde].lower(),),
            fact.avser,
            fact.kallor,
            fact.kommentar,
            fact.egen_tolkning == "ja",
            fact.varde,
            fact.plats,
        )
        for fact in found
    )
    return Cell("kand", entries, entries[-1].text.lower())


def evidence_rows(bank: Kunskapsbank, kind: str, groups: Sequence[Grupp], yes_no: Mapping[str, str]) -> tuple[Row, ...]:
    """One row for each characteristic or factor (`kind`) over some groups, in their order."""
    field = EVIDENCE[kind]
    criteria = {criterion.namn for _, criterion in criteria_for(bank, "grupp")}
    rows = (
        _row(
            identifier, mark, field, tuple(judgement(getattr(group, field).get(identifier), yes_no) for group in groups)
        )
        for identifier, mark in sorted(bank.posts(kind).items(), key=lambda item: getattr(item[1], "ordning", 0))
    )
    return tuple(_told_apart(row, kind) if row.name in criteria else row for row in rows)


def _told_apart(row: Row, kind: str) -> Row:
    """A row of evidence that has the name of a criterion: no two rows of a table may have one name."""
    name = f"{row.name} ({words_of(kind)['namn'].lower()})"
    return replace(row, name=name, in_sentence=f"{words_of(kind)['bestamd']} {row.running_name}")


def group_rows(bank: Kunskapsbank, field: str, factors: Sequence[str], yes_no: Mapping[str, str]) -> tuple[Row, ...]:
    """The other way round: one row for each group with evidence for any factor, over some factors."""
    groups = {name: group for name, group in bank.grupp.items() if getattr(group, field)}
    return tuple(
        _row(name, group, "grupper", tuple(judgement(getattr(group, field).get(factor), yes_no) for factor in factors))
        for name, group in groups.items()
    )


def _row(identifier: str, record: Post, section: str, cells: tuple[Cell, ...]) -> Row:
    """Cells with yes or no as a row, named after the record that they are about."""
    return Row(
        f"{section}-{identifier}",
        record.namn,
        record.sammanfattning,
        section,
        "janej",
        cells,
        relation("janej", cells),
        proper_name=section == "grupper",
        # Names of characteristics are statements (”Företräder beställare”): a sentence can only quote them.
        in_sentence=quoted(record.namn.lower()) if section == EVIDENCE["kannetecken"] else None,
    )
