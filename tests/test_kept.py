"""What is kept between builds: used when all that decides it is the same, and never when the file is in doubt."""

import tomllib
from pathlib import Path

import pytest

from macros.kept import PACKAGES, Kept, files_mark, write_whole
from tests.conftest import ROOT


def _counted(kept: Kept, *decided_by: str) -> tuple[str, bool]:
    """What is kept under some parts, and whether it was made now."""
    made = []

    def make() -> str:
        made.append(1)
        return f"gjort av {decided_by}"

    return kept.get(make, *decided_by), bool(made)


@pytest.fixture
def before(tmp_path: Path) -> Path:
    kept = Kept("prov", tmp_path, "version 1")
    _counted(kept, "a", "b")
    kept.save()
    return tmp_path


def test_what_was_made_is_not_made_again(before: Path) -> None:
    assert _counted(Kept("prov", before, "version 1"), "a", "b") == ("gjort av ('a', 'b')", False)


@pytest.mark.parametrize("parts", [("a", "c"), ("ab",), ("a", "b", ""), ("b", "a")])
def test_anything_else_that_decides_makes_it_anew(before: Path, parts: tuple[str, ...]) -> None:
    assert _counted(Kept("prov", before, "version 1"), *parts) == (f"gjort av {parts}", True)


def test_another_version_uses_nothing(before: Path) -> None:
    assert _counted(Kept("prov", before, "version 2"), "a", "b")[1]


def _damage(content: bytes) -> dict[str, bytes]:
    mark, _, values = content.partition(b"\n")
    foreign = b"".join(line.split(b" ")[0] + b' "fel sida"\n' for line in values.splitlines())
    return {
        "empty": b"",
        "half": content[: len(content) // 2],
        "one letter changed": content[:-4] + b"x" + content[-3:],
        "another's values": mark + b"\n" + foreign,
        "not text": b"\xff\xfe\n{}",
    }


@pytest.mark.parametrize("kind", ["empty", "half", "one letter changed", "another's values", "not text"])
def test_a_damaged_file_is_not_used(before: Path, kind: str) -> None:
    file = before / "prov.sparad"
    file.write_bytes(_damage(file.read_bytes())[kind])
    assert _counted(Kept("prov", before, "version 1"), "a", "b") == ("gjort av ('a', 'b')", True)


def test_what_no_build_asks_for_is_forgotten(before: Path) -> None:
    kept = Kept("prov", before, "version 1")
    _counted(kept, "c")
    kept.save()
    again = Kept("prov", before, "version 1")
    assert not _counted(again, "c")[1]
    assert _counted(again, "a", "b")[1]


def test_a_folder_that_cannot_be_written_is_done_without(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("", "utf-8")
    kept = Kept("prov", tmp_path / "fil", "version 1")
    assert _counted(kept, "a") == ("gjort av ('a',)", True)
    kept.save()


def test_two_builds_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    first, second = Kept("prov", tmp_path, "version 1"), Kept("prov", tmp_path, "version 1")
    _counted(first, "a")
    _counted(second, "b")
    first.save()
    second.save()
    assert not _counted(Kept("prov", tmp_path, "version 1"), "b")[1]
    assert [path.name for path in tmp_path.iterdir()] == ["prov.sparad"]


def test_a_file_that_cannot_be_put_in_place_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "mal").mkdir()
    with pytest.raises(OSError, match="mal"):
        write_whole(tmp_path / "mal", b"x")
    assert [path.name for path in tmp_path.iterdir()] == ["mal"]


def test_the_mark_of_a_folder_tells_names_and_contents_apart(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "a").write_text("1", "utf-8")
    marks = {files_mark([folder])}
    (folder / "a").write_text("2", "utf-8")
    marks.add(files_mark([folder]))
    (folder / "a").rename(folder / "b")
    marks.add(files_mark([folder]))
    (folder / "c").write_text("", "utf-8")
    marks.add(files_mark([folder]))
    assert len(marks) == 4


def test_every_package_that_a_build_uses_is_part_of_the_mark_of_its_version() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    used = {name.partition("==")[0] for name in project["dependencies"]}
    assert used - {"typing-extensions"} == set(PACKAGES)
