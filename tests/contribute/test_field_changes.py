"""A field of every real record is taken away, added and renamed: the data change so and nothing else does."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.contribute.field_changes import FieldChange, UnforeseenFormError, changed, comments_above
from macros.model import KINDS
from macros.model.kvar import MOVED_KEY, WITHDRAWN_KEY
from tests.cases import PROJECT

NEW = "helt_nytt_namn"
UNKNOWN = "uppgift saknas"
NOTE = "# Anteckning – om det här.\n"


@lru_cache(maxsize=8)
def _read(text: str) -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, Any] = yaml.load(text, Loader=loader)  # noqa: S506 - safe
    return found


def _with_comments(text: str) -> str:
    """The text with a comment above each field and each English text, as contributors may have them."""
    swedish, block, english = text.partition("pa_engelska:\n")
    made = re.sub(r"^(?=[a-z_]+:)", NOTE, swedish + block, flags=re.MULTILINE)
    return made + re.sub(r"^(?=    [a-z_.0-9-]+:$)", NOTE, english, flags=re.MULTILINE)


def _cases(kind: str) -> Iterator[tuple[str, str, str]]:
    """The name, the text and a field of every record, so that over the records each field has its turn."""
    fields = tuple(KINDS[kind].model.model_fields)
    paths = sorted((PROJECT / "data" / KINDS[kind].folder).glob("*.yml"))
    for turn in range(max(len(paths), len(fields))):
        path = paths[turn % len(paths)]
        text = path.read_bytes().decode()
        there = [name for name in fields if re.search(rf"^{name}:", text, re.MULTILINE)]
        if there:
            yield path.name, text, there[turn % len(there)]


def _without(data: dict[str, Any], field: str) -> dict[str, Any]:
    rest = {key: value for key, value in data.items() if key != field}
    english = rest.get("pa_engelska")
    if english:
        texts = {key: value for key, value in english["texter"].items() if key.split(".")[0] != field}
        rest = {**rest, "pa_engelska": {**english, "texter": texts}}
        if not texts:
            del rest["pa_engelska"]
    return rest


def _is_part(lines: list[str], whole: list[str]) -> bool:
    """Whether the lines are the whole's, in order, with some left out."""
    rest = iter(whole)
    return all(line in rest for line in lines)


def _comments(text: str) -> int:
    return len(re.findall(r"^# Anteckning", text, re.MULTILINE))


def _inside(text: str, field: str) -> int:
    """How many comments stand inside the block of English texts when all of it goes with the field."""
    return _comments(text.partition("pa_engelska:")[2]) if "pa_engelska" not in _without(_read(text), field) else 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_goes_with_all_that_stands_in_it_and_comes_back_in_its_place(kind: str) -> None:
    order = list(KINDS[kind].model.model_fields)
    for name, plain, field in _cases(kind):
        text = _with_comments(plain).replace("\n", "\r\n")
        away = changed(text, FieldChange("bort", KINDS[kind], field))
        assert list(_read(away).items()) == list(_without(_read(text), field).items()), (name, field)
        assert _is_part(away.splitlines(keepends=True), text.splitlines(keepends=True)), (name, field)
        assert _comments(away) >= _comments(text) - _inside(text, field), (name, field)
        assert changed(away, FieldChange("bort", KINDS[kind], field)) == away

        add = FieldChange("ny", KINDS[kind], field, lines=(f"{field}: {UNKNOWN}",))
        back = changed(away, add)
        assert _read(back) == {**_read(away), field: UNKNOWN}, (name, field)
        line = re.compile(rf"^{field}: {UNKNOWN}\r?\n", re.MULTILINE)
        # Below a comment that ends the file, an empty line comes first.
        assert line.sub("", back).rstrip("\r\n") == away.rstrip("\r\n"), (name, field)
        before = [key for key in order[: order.index(field)] if key in _read(away)]
        keys = list(_read(back))
        assert keys[: keys.index(field)][-1:] == before[-1:], (name, field)
        assert changed(back, add) == back


@pytest.mark.parametrize("kind", KINDS)
def test_a_field_gets_another_name_and_no_other_byte_changes(kind: str) -> None:
    for name, plain, field in _cases(kind):
        text = "\ufeff" + _with_comments(plain).replace("\n", "\r\n")
        move = FieldChange("flytta", KINDS[kind], field, NEW)
        made = changed(text, move)
        old, new = _read(text.lstrip("\ufeff")), _read(made.lstrip("\ufeff"))
        assert list(new) == [NEW if key == field else key for key in old], (name, field)
        assert new[NEW] == old[field], (name, field)
        texts = list(old.get("pa_engelska", {}).get("texter", {}))
        assert list(new.get("pa_engelska", {}).get("texter", {})) == [
            re.sub(rf"^{field}(?=\.|$)", NEW, key) for key in texts
        ], (name, field)
        assert made.replace(NEW, field) == text, (name, field)
        assert changed(made, move) == made


GROUP = KINDS["grupp"]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        # A comment right below a field is the example that a new file has; the new field does not come between.
        (
            "namn: A\n\nbildad: uppgift saknas\n# bildad:\n#   varde: 1989\n\n# Slut\nverksam: x\n",
            "namn: A\n\nbildad: uppgift saknas\n# bildad:\n#   varde: 1989\n\navslutad: NY\n\n# Slut\nverksam: x\n",
        ),
        ("bildad: 1\n# om verksam\nverksam: x\n", "bildad: 1\navslutad: NY\n# om verksam\nverksam: x\n"),
        ("bildad: |\n  a\n\n  # b\n\nverksam: x\n", "bildad: |\n  a\n\n  # b\navslutad: NY\n\nverksam: x\n"),
        ("# först\nverksam: x\n", "# först\navslutad: NY\nverksam: x\n"),
        ("bildad: 1", "bildad: 1\navslutad: NY\n"),
    ],
)
def test_a_new_field_stands_where_the_model_has_it(text: str, made: str) -> None:
    assert changed(text, FieldChange("ny", GROUP, "avslutad", lines=("avslutad: NY",))) == made


def test_a_comment_above_a_field_stays_and_is_told_one_inside_goes() -> None:
    text = "namn: A\n# om året\nbildad:\n  # i fältet\n  varde: 1\n# om slutet\navslutad: x\n"
    change = FieldChange("bort", GROUP, "bildad")
    assert changed(text, change) == "namn: A\n# om året\n# om slutet\navslutad: x\n"
    assert list(comments_above(text, change)) == [2]


def test_quotation_marks_around_names_are_kept() -> None:
    text = (
        '"avgift": x\n\'avgifter\': y\npa_engelska:\n  texter:\n    "avgift.varde":\n      svensk: "a"\n      text: b\n'
    )
    made = changed(text, FieldChange("flytta", GROUP, "avgift", "pris"))
    assert made == text.replace('"avgift', '"pris')


def test_the_block_of_english_texts_goes_when_it_is_empty() -> None:
    text = "namn: A\navgift: x\npa_engelska:\n  oversatt: 'd'\n  texter:\n    avgift.varde:\n      text: b\n# sist\n"
    assert changed(text, FieldChange("bort", GROUP, "avgift")) == "namn: A\n# sist\n"


@pytest.mark.parametrize("key", [MOVED_KEY, WITHDRAWN_KEY])
def test_what_is_left_of_a_record_gets_no_field(key: str) -> None:
    text = f"{key}: alfa\n"
    assert changed(text, FieldChange("ny", GROUP, "bildad", lines=("bildad: x",))) == text


@pytest.mark.parametrize("text", ["{namn: A, bildad: x}\n", "namn: A\nbildad: 1\n bildad: 2\n", "- x\n", ""])
def test_a_form_that_cannot_be_changed_surely_is_refused(text: str) -> None:
    with pytest.raises(UnforeseenFormError):
        changed(text, FieldChange("bort", GROUP, "bildad"))


def test_real_records_are_read_at_all() -> None:
    counts = {kind: len(list(Path(PROJECT / "data" / KINDS[kind].folder).glob("*.yml"))) for kind in KINDS}
    assert all(counts.values()), counts
