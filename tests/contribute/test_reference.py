"""The reference describes every field, and its examples are right: the good pass and the bad are refused."""

from pathlib import Path
from typing import Any

import pytest

from macros.checks import errors_of, gather
from macros.forms.field_help import GUIDE, example
from macros.forms.forms import forms
from macros.kunskapsbank import Kunskapsbank
from macros.loading.yaml_source import parse
from macros.model import KINDS
from macros.model.fields import Described, fields
from macros.model.sidhuvud import Sidhuvud
from macros.pages.field_reference import FOLDER, reference_pages
from tests.cases import TODAY, laid_over, real_bank

BANK = real_bank()
RECORDS = {
    kind: f"data/{KINDS[kind].folder}/{stem}.yml"
    for kind, stem in {
        "grupp": "alfa",
        "norm": "beta",
        "projekt": "gamma",
        "samverkansform": "bestallargrupp",
        "framgangsfaktor": "fast-arbetssatt",
        "kannetecken": "permanent",
        "begrepp": "samverkan",
        "kalla": "kalla-ett",
        "kriterium": "grupp-bildad",
    }.items()
}
FIELDS = [(kind, field) for kind in RECORDS for field in fields(KINDS[kind].model)]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {page.source: page.markdown for page in reference_pages(BANK)}


@pytest.mark.parametrize("kind", [*KINDS, GUIDE])
def test_every_field_has_a_heading_that_messages_link_to(kind: str, pages: dict[str, str]) -> None:
    model = Sidhuvud if kind == GUIDE else KINDS[kind].model
    text = pages[f"{FOLDER}/{kind}.md"]
    for field in fields(model):
        assert f"\n### {field.name}\n" in text
        assert field.description.split("[@")[0] in text


def test_the_overview_links_to_every_page(pages: dict[str, str]) -> None:
    for source in pages:
        is_listed = source.startswith(FOLDER) and not source.endswith("index.md")
        assert not is_listed or f"(/{source})" in pages[f"{FOLDER}/index.md"]


@pytest.mark.parametrize(("kind", "field"), FIELDS, ids=lambda part: part if isinstance(part, str) else part.name)
def test_examples_are_what_they_say(kind: str, field: Described, lent: Path) -> None:
    shown = example(BANK, kind, field)
    errors = _with_field(lent, kind, field, shown.bad)
    assert errors, shown.bad
    good = _with_field(lent, kind, field, shown.good)
    # The small site has few records and sources, and its criteria are of other kinds than the example's.
    assert not [
        error
        for error in good
        if not error.startswith(("Slaget", "Fältet ”", "Filen data/kallor/")) and "Det finns ing" not in error
    ]


def _with_field(root: Path, kind: str, field: Described, text: str) -> list[str]:
    """The errors at a field of the small site's record when the field is written as `text`."""
    original = (root / RECORDS[kind]).read_text("utf-8")
    lines, keys = original.splitlines(), parse(original, "").keys
    places = sorted(line for path, (line, _) in keys.items() if len(path) == 1)
    start = keys.get((field.name,), (len(lines) + 1, 1))[0]
    end = min((place for place in places if place > start), default=len(lines) + 1)
    changed = "\n".join([*lines[: start - 1], text, *lines[end - 1 :], ""])
    last = start + text.count("\n")
    with laid_over(root, {RECORDS[kind]: changed.encode()}):
        found = errors_of(gather(root, root / "data", TODAY))
    return [problem.message for problem in found if problem.path == RECORDS[kind] and start <= problem.line <= last]


def test_pages_are_made_without_records_too() -> None:
    nothing: dict[str, Any] = {kind: {} for kind in KINDS}
    with_criteria = Kunskapsbank({**nothing, "kriterium": BANK.kriterium}, {})
    assert len(reference_pages(with_criteria)) == len(KINDS) + 2 + len(forms(BANK))
