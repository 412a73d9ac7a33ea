"""The larger projects for timing: they pass the check, no two texts are alike, and they are the same every time."""

from pathlib import Path

import pytest

from bench.corpus import FOLDERS, copied, make
from macros.checks import errors_of, gather

pytestmark = pytest.mark.long


@pytest.fixture(scope="module")
def larger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make(tmp_path_factory.mktemp("stor") / "projekt", 3)


def test_a_larger_project_has_no_errors(larger: Path) -> None:
    assert errors_of(gather(larger, larger / "data")) == []


def test_every_record_with_what_it_cites_is_there_as_many_times_and_no_two_are_alike(larger: Path) -> None:
    for folder in FOLDERS:
        real = [path for path in copied() if path.parent.name == folder]
        texts = [path.read_text("utf-8") for path in (larger / "data" / folder).glob("*.yml")]
        assert len(texts) >= 3 * len(real)
        assert len(set(texts)) == len(texts)


def test_the_same_size_gives_the_same_files(larger: Path, tmp_path: Path) -> None:
    again = make(tmp_path / "projekt", 3)
    for path in (larger / "data").rglob("*.yml"):
        assert path.read_bytes() == (again / path.relative_to(larger)).read_bytes()
