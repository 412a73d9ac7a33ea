"""One logic for shared, different and unknown: the browser's must say what Python's says, on every pair."""

import itertools
import random
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Page

from macros.compare.chosen import COMPARABLE, MOST, all_columns, chosen_table
from macros.compare.folding import folded
from macros.compare.relation import differs, relation
from macros.compare.summary import sentences
from macros.compare.table import Row
from macros.facts.cells import Cell, Entry
from macros.kunskapsbank import Kunskapsbank
from macros.ord import words

IN_THE_BROWSER = """async ([kind, choices]) => {
  const { load, rowsOf, sentences, folded, sharedCell, knownIn } = window.kbJamfor.delar;
  const ids = (rows) => rows.map((row) => row.point.id);
  const data = await load(kind);
  return choices.map((chosen) => {
    const rows = rowsOf(data, chosen);
    const shown = folded(rows);
    return {
      rows: rows.map((row) => [row.point.id, row.relation, row.differs]),
      sentences: sentences(rows),
      sections: shown.sections.map((one) => [one.section, ids(one.rows)]),
      lines: [ids(shown.lika), ids(shown.okant), ids(shown.ej)],
      alike: shown.lika.map((row) => sharedCell(row).u.map((entry) => [entry.t, entry.k || []])),
      known: chosen.map((id, place) => [knownIn(rows, place).kanda, knownIn(rows, place).alla]),
    };
  });
}"""


def expected(bank: Kunskapsbank, kind: str, identifiers: Sequence[str]) -> dict[str, Any]:
    made = chosen_table(bank, kind, identifiers, words()["ja_nej"])
    shown = folded(made.rows)
    return {
        "rows": [[row.identifier, row.relation, differs(row.cells)] for row in made.rows],
        "sentences": list(sentences(made, words()["jamfor"]["sammandrag"])),
        "sections": [[each.section, _names(each.rows)] for each in shown.sections],
        "lines": [_names(shown.alike), _names(shown.unknown), _names(shown.not_applicable)],
        "alike": [[[entry.text, list(entry.sources)] for entry in cell.entries] for _, cell in shown.alike_cells],
        "known": [list(counts) for counts in made.known],
    }


def _names(rows: Sequence[Row]) -> list[str]:
    return [row.identifier for row in rows]


def larger_choices(identifiers: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Some choices of three to six, in any order, the same at every run, and all records at once."""
    dice = random.Random(4)  # noqa: S311 - no secret, only the same choices at every run
    for size in range(3, min(MOST, len(identifiers)) + 1):
        for _ in range(25):
            yield tuple(dice.sample(list(identifiers), size))
    yield tuple(identifiers)


@pytest.mark.parametrize("kind", COMPARABLE)
def test_browser_and_python_agree_on_every_pair(kind: str, bank: Kunskapsbank, page: Page) -> None:
    identifiers = [column.identifier for column in all_columns(bank, kind)]
    pairs = list(itertools.permutations(identifiers, 2))
    assert len(pairs) == len(identifiers) * (len(identifiers) - 1) >= 20
    page.goto("/jamfor/")
    answers = page.evaluate(IN_THE_BROWSER, [kind, pairs])
    for pair, answer in zip(pairs, answers, strict=True):
        assert answer == expected(bank, kind, pair), pair


@pytest.mark.parametrize("kind", COMPARABLE)
def test_browser_and_python_agree_on_larger_choices(kind: str, bank: Kunskapsbank, page: Page) -> None:
    choices = list(larger_choices([column.identifier for column in all_columns(bank, kind)]))
    page.goto("/jamfor/")
    answers = page.evaluate(IN_THE_BROWSER, [kind, choices])
    for choice, answer in zip(choices, answers, strict=True):
        assert answer == expected(bank, kind, choice), choice


def test_the_pairs_show_every_relation(bank: Kunskapsbank) -> None:
    """Otherwise the tests above would pass on a rule that no record tries."""
    found = {
        row.relation
        for kind in COMPARABLE
        for pair in itertools.combinations([column.identifier for column in all_columns(bank, kind)], 2)
        for row in chosen_table(bank, kind, pair, words()["ja_nej"]).rows
    }
    assert found == {"gemensamt", "delvis", "skiljer", "egna-ord", "delvis-okant", "okant", "ej"}


# Cells that the real records may not have: not applicable beside known, several facts, repeated parts.
CELLS: dict[str, Any] = {
    "saknas": None,
    "ej": {"ej": 1},
    "a": {"s": "a", "u": [{"t": "a"}]},
    "b": {"s": "b", "u": [{"t": "b"}]},
    "a och b": {"s": "a och b", "u": [{"t": "a och b", "d": ["a", "b"]}]},
    "b och a": {"s": "b och a", "u": [{"t": "b och a", "d": ["b", "a"]}]},
    "a, sedan b": {"s": "b", "u": [{"t": "a"}, {"t": "b"}]},
    "a, sedan a": {"s": "a", "u": [{"t": "a"}, {"t": "a"}]},
}


@pytest.mark.parametrize("kind_of_value", ["text", "tal", "artal", "janej", "val", "vallista"])
def test_browser_and_python_agree_on_every_mix_of_three_cells(kind_of_value: str, page: Page) -> None:
    def python_cell(cell: Any) -> Cell:
        if not cell:
            return Cell("saknas")
        if "ej" in cell:
            return Cell("ej")
        return Cell("kand", tuple(Entry(entry["t"], tuple(entry.get("d", [entry["t"]]))) for entry in cell["u"]))

    mixes = list(itertools.product(CELLS, repeat=3))
    page.goto("/jamfor/")
    answers = page.evaluate(
        """([kind, mixes]) => mixes.map((cells) => {
          const { relation, differs } = window.kbJamfor.delar;
          return [relation(kind, cells), differs(cells)];
        })""",
        [kind_of_value, [[CELLS[name] for name in mix] for mix in mixes]],
    )
    for mix, answer in zip(mixes, answers, strict=True):
        cells = [python_cell(CELLS[name]) for name in mix]
        assert answer == [relation(kind_of_value, cells), differs(cells)], mix
