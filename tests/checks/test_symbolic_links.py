"""A symbolic link in `docs/` or `data/` is refused, to a file or to a folder, and is not followed."""

from pathlib import Path

import pytest

from tests.cases import check, errors, small_site


@pytest.mark.parametrize(
    "place", ["docs/om/lank.md", "docs/lank", "data/grupper/lank.yml", "data/normer/lank", "data/lank"]
)
@pytest.mark.parametrize("target", ["/etc/passwd", "/etc", "finns-inte"])
def test_link_is_refused(tmp_path: Path, place: str, target: str) -> None:
    root = small_site(tmp_path / "site")
    (root / place).symlink_to(target)
    found = errors(check(root))
    assert any(line.startswith(f"{place}:1:1: fel: ") for line in found), found
    assert "root:" not in "".join(found)


def test_ordinary_files_are_accepted(tmp_path: Path) -> None:
    assert errors(check(small_site(tmp_path / "site"))) == []


def test_a_linked_folder_of_records_is_refused(tmp_path: Path) -> None:
    root = small_site(tmp_path / "site")
    (root / "data" / "normer").rename(tmp_path / "elsewhere")
    (root / "data" / "normer").symlink_to(tmp_path / "elsewhere")
    assert "data/normer:1:1: fel: Filen är en symbolisk länk. → Lägg in en vanlig fil eller mapp i stället." in errors(
        check(root)
    )
