"""The vocabulary cannot contradict the models: every field with every kind of value, told or drawn right."""

from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.facts.cells import cell
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.model.described import WITH_FACTS
from macros.model.value_kinds import shown_as
from tests.cases import check, small_site

KINDS_OF_VALUE = ("text", "tal", "artal", "janej", "val", "vallista")
FIELDS = [(kind, field) for kind in WITH_FACTS for field in KINDS[kind].model.model_fields]
EVERY = list(product(FIELDS, KINDS_OF_VALUE))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("criteria") / "site")


@settings(max_examples=40, deadline=None)
@given(chosen=st.sampled_from(EVERY))
def test_a_criterion_is_told_unless_it_says_what_the_model_says(
    root: Path, chosen: tuple[tuple[str, str], str]
) -> None:
    (kind, field), said = chosen
    path = root / "data" / "kriterier" / "prov-x.yml"
    lines = ["namn: Prov", "forklaring: Ett prov.", f"falt: {field}", f"galler: [{kind}]"]
    lines += [f"vardeslag: {said}", "avdelning: om", "ordning: 999", ""]
    path.write_text("\n".join(lines), "utf-8")
    try:
        told = [each for each in check(root) if "prov-x" in each.path and "har redan kriteriet" not in each.message]
    finally:
        path.unlink()
    shown = shown_as(KINDS[kind].model, field)
    assert bool(told) != (shown is not None and shown.kind == said and not shown.choices)


def test_every_cell_of_every_record_is_words_and_never_the_inside_of_a_program(bank: Kunskapsbank) -> None:
    for criterion in bank.kriterium.values():
        for kind in criterion.galler:
            for record in bank.records(kind).values():
                for entry in cell(record, criterion).entries:
                    assert entry.text.strip()
                    assert not any(sign in entry.text for sign in ("('", "(…", "=(", "='", "mappingproxy"))
