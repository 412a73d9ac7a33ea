"""CSV: read through its own description (CSVW) it equals the JSON, and no spreadsheet runs a cell."""

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from csvw import Table, TableGroup

from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kind
from macros.open_data.csv_text import csv_text, harmless, separator
from macros.open_data.publication import Publication
from macros.open_data.statements import Statement, other_fields, statement_models, statements
from macros.open_data.write import open_data_files
from tests.open_data.conftest import AWKWARD

Files = Mapping[str, bytes]
WITH_FACTS = [kind for kind in KINDS.values() if statement_models(kind.model)]
RUN = re.compile(r"^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def _written(files: Files, folder: Path) -> Path:
    for address, content in files.items():
        path = folder / address.lstrip("/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder / "data" / "v1"


@pytest.fixture(scope="module")
def folder(files: Files, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The open data of the real records as files."""
    return _written(files, tmp_path_factory.mktemp("csv"))


def _plain(value: Any) -> Any:
    """What a CSVW reader gives, as JSON has it: the apostrophe before a cell taken away."""
    if isinstance(value, list):
        joined = [_number(part) for part in value]
        return [_without(joined[0]), *joined[1:]] if joined else []
    return _without(_number(value))


def _without(value: Any) -> Any:
    return value.removeprefix("'") if isinstance(value, str) else value


def _number(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date):
        return value.strftime("%Y-%m-%d")
    return value.unsplit() if hasattr(value, "unsplit") else value


def _flat(found: list[Statement]) -> list[Any]:
    return [part for said in found for part in (said.value if isinstance(said.value, list) else [said.value])]


def _column(*parts: str) -> str:
    return "_".join(part.replace("-", "_") for part in parts if part)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_records_read_through_their_description_equal_the_json(files: Files, folder: Path, kind: Kind) -> None:
    _same_records(files, folder, kind)


def _same_records(files: Files, folder: Path, kind: Kind) -> None:
    table = Table.from_file(folder / f"{kind.folder}.csv-metadata.json")
    read = list(table.iterdicts(strict=True))
    posts = json.loads(files[f"/data/v1/{kind.folder}.json"])["poster"]
    assert [row["id"] for row in read] == [post["id"] for post in posts]
    held = statement_models(kind.model)
    for row, post in zip(read, posts, strict=True):
        for name in kind.model.model_fields:
            if name in held:
                _same_facts(row, name, list(statements(post, (name,))))
            elif name in row:
                value = post[name]
                known = None if value == "uppgift saknas" else value
                assert _plain(row[name]) in (known, str(known), *([None, ""] if known is None else [])), name


def _same_facts(row: Mapping[str, Any], name: str, said: list[Statement]) -> None:
    for key in {each.key for each in said}:
        column = _column(name, key)
        if column not in row:
            return
        found = [each for each in said if each.key == key]
        assert row[f"{column}_status"] == found[0].status
        known = [each for each in found if each.status == "kand"]
        assert (_plain(row[column]) if row[column] is not None else []) == _flat(known)
        # A list of one empty text is an empty cell, which reads as no list at all.
        years = [part or "" for part in row[f"{column}_avser"]] or [""] * len(known)
        assert years == [each.year for each in known]
        assert row[f"{column}_kallor"] == [" ".join(each.sources) for each in known]
        assert row[f"{column}_egen_tolkning"] == ["ja" if each.own_reading else "nej" for each in known]


@pytest.mark.parametrize("kind", WITH_FACTS, ids=lambda kind: kind.name)
def test_facts_read_through_their_description_equal_the_json(files: Files, folder: Path, kind: Kind) -> None:
    _same_statements(files, folder, kind)


def _same_statements(files: Files, folder: Path, kind: Kind) -> None:
    group = TableGroup.from_file(folder / f"{kind.folder}-uppgifter.csv-metadata.json")
    group.check_referential_integrity()
    read = list(group.tables[0].iterdicts(strict=True))
    posts = json.loads(files[f"/data/v1/{kind.folder}.json"])["poster"]
    said = [(post["id"], each) for post in posts for each in statements(post, tuple(statement_models(kind.model)))]
    assert [_read_back(row, tuple(other_fields(kind.model))) for row in read] == [
        _expected(*pair, kind) for pair in said
    ]


def _read_back(row: Mapping[str, Any], others: tuple[str, ...]) -> tuple[Any, ...]:
    common = ("post", "falt", "nyckel", "nr", "status", "varde", "avser", "kallor", "egen_tolkning", "kommentar")
    return tuple(_plain(row[name]) or "" for name in (*common, *others))


def _text(value: Any) -> Any:
    if isinstance(value, list):
        return [_text(part) for part in value] or ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _expected(post: str, said: Statement, kind: Kind) -> tuple[Any, ...]:
    value = said.value if isinstance(said.value, list) else [said.value] if said.status == "kand" else []
    own = "ja" if said.own_reading else "nej"
    common = (post, said.field, said.key, said.number or "", said.status, _text(value), said.year)
    rest = tuple(_text(said.rest.get(name)) for name in other_fields(kind.model))
    return (*common[:3], said.number, *common[4:], list(said.sources) or "", own, said.comment, *rest)


def test_awkward_text_reads_back_as_it_was(small_bank: Kunskapsbank, tmp_path: Path) -> None:
    files = open_data_files(small_bank, Publication())
    folder = _written(files, tmp_path)
    for kind in KINDS.values():
        _same_records(files, folder, kind)
    for kind in WITH_FACTS:
        _same_statements(files, folder, kind)
    table = Table.from_file(folder / "grupper.csv-metadata.json")
    words = next(row["sokord"] for row in table.iterdicts() if row["id"] == "alfa")
    assert _plain(words) == AWKWARD


def test_no_spreadsheet_runs_a_cell(files: Files, small_bank: Kunskapsbank) -> None:
    made = {**files, **{f"litet{name}": text for name, text in open_data_files(small_bank, Publication()).items()}}
    tables = [name for name in made if name.endswith(".csv")]
    assert len(tables) > len(KINDS)
    for name in tables:
        for row in csv.reader(io.StringIO(made[name].decode("utf-8"), newline="")):
            assert [cell for cell in row if RUN.match(cell) and not NUMBER.fullmatch(cell)] == [], name


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\rx", " =1", "'x", "\uff1d1"])
def test_text_that_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "x", "1", "a=1", "–5", "x'"])
def test_other_text_is_left_alone(text: str) -> None:
    assert harmless(text) == text


def test_a_sign_that_a_value_holds_never_parts_values() -> None:
    assert separator(["a", "b"]) == "|"
    assert separator(["a|b"]) == "¦"


def test_lines_and_quotes_follow_the_standard() -> None:
    assert csv_text(["a", "b"], [['x"y', "1,2"]]) == 'a,b\r\n"x""y","1,2"\r\n'
