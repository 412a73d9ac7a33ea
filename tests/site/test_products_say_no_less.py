"""What is known, unknown or our own reading, with year and sources, is the same wherever a record is shown.

Every record page, whole comparison and pair is read, and the data is the judge.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from macros.compare.evidence import EVIDENCE, judgement
from macros.facts.cells import Cell, cell, criteria_for
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.base import Uppgift
from macros.ord import words
from macros.site.html_tree import Element, parse

COMPARED = ("grupp", "norm", "projekt", "samverkansform")


def _tree(site: Path, address: str) -> Element:
    return parse((site / address.strip("/") / "index.html").read_text("utf-8"))


def _plain(element: Element) -> str:
    return " ".join(element.text().replace("\u00a0", " ").split())


def _count(element: Element, name: str) -> int:
    return sum(name in found.classes for found in element.walk())


def _assert_same(expected: Cell, shown: Element, what: str) -> None:
    assert bool(_count(shown, "svar-saknas")) == (expected.status == "saknas"), what
    assert bool(_count(shown, "svar-ej")) == (expected.status == "ej"), what
    text = _plain(shown)
    for entry in expected.entries:
        assert " ".join(entry.text.replace("\u00a0", " ").split()) in text, what
        assert not entry.year or f"({entry.year})" in text, what
    assert _count(shown, "tolkning") == sum(entry.own_reading for entry in expected.entries), what
    notes = [link for each in shown.walk() if "kallnot" in each.classes for link in each.walk()]
    numbered = [link for link in notes if link.attributes.get("href", "").startswith("#kalla-")]
    assert len(numbered) == sum(len(entry.sources) for entry in expected.entries), what


def _cells(tree: Element) -> Iterator[tuple[str, str, Element]]:
    """Criterion, record and cell of every comparison table on a page, whichever way it is turned."""
    for table in (found for found in tree.walk() if "jamforelsetabell" in found.classes):
        heads = [found for found in table.walk() if found.tag == "th" and found.attributes.get("scope") == "col"]
        records = [head.attributes["data-id"] for head in heads if "data-id" in head.attributes]
        criteria = [head.attributes["data-kriterium"] for head in heads if "data-kriterium" in head.attributes]
        for row in (found for found in table.walk() if found.tag == "tr"):
            shown = [child for child in row.children if isinstance(child, Element) and child.tag == "td"]
            if "data-kriterium" in row.attributes:
                yield from ((row.attributes["data-kriterium"], *pair) for pair in zip(records, shown, strict=True))
            elif "data-id" in row.attributes:
                yield from ((name, row.attributes["data-id"], each) for name, each in zip(criteria, shown, strict=True))


def _expected(bank: Kunskapsbank, criterion: str, record: Any) -> Cell:
    field, _, name = criterion.partition("-")
    if field in EVIDENCE.values() and criterion not in bank.kriterium:
        return judgement(getattr(record, field).get(name), words()["ja_nej"])
    return cell(record, bank.kriterium[criterion])


@pytest.mark.parametrize("kind", COMPARED)
def test_every_record_page(bank: Kunskapsbank, site: Path, kind: str) -> None:
    for identifier, record in bank.records(kind).items():
        tree = _tree(site, f"{KINDS[kind].page_folder}/{identifier}")
        rows: dict[str, Element] = {}
        for row in (found for found in tree.walk() if found.tag == "tr"):
            parts = [child for child in row.children if isinstance(child, Element)]
            if len(parts) == 2 and parts[0].tag == "th" and parts[1].tag == "td":
                rows.setdefault(_plain(parts[0]), parts[1])
        whole = _plain(tree).lower()
        for _, criterion in criteria_for(bank, kind):
            expected = cell(record, criterion)
            if criterion.namn in rows:
                _assert_same(expected, rows[criterion.namn], f"{identifier} {criterion.namn}")
            else:
                assert expected.status == "saknas", f"{identifier} {criterion.namn} is not on its page"
                assert (criterion.i_mening or criterion.namn).lower() in whole, f"{identifier} {criterion.namn}"


def test_every_whole_comparison_and_every_pair(bank: Kunskapsbank, site: Path) -> None:
    records = {identifier: record for kind in COMPARED for identifier, record in bank.records(kind).items()}
    pages = sorted((site / "jamfor").rglob("index.html"))
    seen = 0
    for path in pages:
        tree = parse(path.read_text("utf-8"))
        for criterion, identifier, shown in _cells(tree):
            where = f"{path.parent.relative_to(site)} {criterion} {identifier}"
            _assert_same(_expected(bank, criterion, records[identifier]), shown, where)
            seen += 1
    assert seen > 1000


def test_what_a_comparison_folds_into_one_line_is_really_the_same_for_all(bank: Kunskapsbank, site: Path) -> None:
    for path in sorted((site / "jamfor").rglob("index.html")):
        tree = parse(path.read_text("utf-8"))
        folded = tree.find("dl", "jamfor-rader")
        table = tree.find("table", "jamforelsetabell")
        if folded is None or table is None or table.attributes.get("data-slag") not in COMPARED:
            continue
        shown = {criterion for criterion, _, _ in _cells(tree)}
        records = {identifier for _, identifier, _ in _cells(tree)}
        kind = table.attributes["data-slag"]
        for identifier, criterion in criteria_for(bank, kind):
            if identifier not in shown:
                cells = [cell(bank.records(kind)[record], criterion) for record in records]
                unknown = all(each.status == "saknas" for each in cells)
                # The line has the sources of all.
                shown_as = {(each.status, *(replace(entry, sources=()) for entry in each.entries)) for each in cells}
                alike = len(shown_as) == 1
                name = criterion.i_mening or criterion.namn
                assert unknown or alike, f"{path}: {identifier} is folded though it differs"
                assert re.search(re.escape(name if unknown else criterion.namn), _plain(folded), re.IGNORECASE), path


def test_open_data_says_every_fact(bank: Kunskapsbank, site: Path) -> None:
    for kind in COMPARED:
        folder = KINDS[kind].folder
        for identifier, record in bank.records(kind).items():
            found = json.loads((site / "data" / "v1" / folder / f"{identifier}.json").read_text("utf-8"))
            text = json.dumps(found, ensure_ascii=False)
            for name in type(record).model_fields:
                value = getattr(record, name)
                each = value if isinstance(value, tuple) else (value,)
                for fact in (fact for fact in each if isinstance(fact, Uppgift)):
                    assert all(f'"{key}"' in text for key in fact.kallor), (identifier, name)
                    assert not fact.avser or f'"{fact.avser}"' in text, (identifier, name)
