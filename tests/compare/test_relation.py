from collections.abc import Sequence

import pytest

from macros.compare.relation import differs, relation, shared_parts
from macros.facts.cells import Cell, Entry

UNKNOWN = Cell("saknas")
NOT_APPLICABLE = Cell("ej")


def known(*parts: str) -> Cell:
    return Cell("kand", (Entry(" och ".join(parts), parts),))


@pytest.mark.parametrize(
    ("kind", "cells", "expected"),
    [
        pytest.param("val", [known("a"), known("a")], "gemensamt", id="the same"),
        pytest.param("val", [known("a"), known("b")], "skiljer", id="not the same"),
        pytest.param("vallista", [known("a", "b"), known("b", "c")], "delvis", id="lists that share a value"),
        pytest.param("vallista", [known("a"), known("b")], "skiljer", id="lists that share nothing"),
        pytest.param("vallista", [known("a", "b"), known("b", "a")], "gemensamt", id="order does not matter"),
        pytest.param("text", [known("a"), known("b")], "egna-ord", id="free texts are never called different"),
        pytest.param("text", [known("a"), known("a")], "gemensamt", id="free texts that are the same to the letter"),
        pytest.param("val", [known("a"), UNKNOWN], "delvis-okant", id="one unknown"),
        pytest.param("val", [UNKNOWN, NOT_APPLICABLE], "okant", id="nothing known"),
        pytest.param("val", [NOT_APPLICABLE, NOT_APPLICABLE], "ej", id="applies to none"),
        pytest.param("val", [known("a"), NOT_APPLICABLE], "skiljer", id="applies to one only"),
    ],
)
def test_relation(kind: str, cells: Sequence[Cell], expected: str) -> None:
    assert relation(kind, cells) == expected


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        pytest.param([known("a"), known("a"), UNKNOWN], False, id="unknown differs from nothing"),
        pytest.param([known("a"), known("b"), UNKNOWN], True, id="two known that differ beside an unknown"),
        pytest.param([known("a"), NOT_APPLICABLE], True, id="not applicable differs from a value"),
        pytest.param([UNKNOWN, UNKNOWN], False, id="nothing known"),
        pytest.param([NOT_APPLICABLE, NOT_APPLICABLE], False, id="applies to none"),
    ],
)
def test_differs(cells: Sequence[Cell], expected: object) -> None:
    assert differs(cells) is expected


def test_shared_parts_stand_in_the_order_of_the_first() -> None:
    assert shared_parts([known("c", "a", "b"), known("b", "c"), UNKNOWN]) == ("c", "b")
