"""Large files in hostile shapes are refused in words. How long that takes is printed by `make bench`."""

from pathlib import Path

import pytest

from tests.cases import check, small_site
from tests.security.shapes import PAGES, RECORDS


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("shapes") / "site")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_a_hostile_shape_is_read_to_the_end(name: str, site: Path) -> None:
    page = site / "docs" / "om" / "fall.md"
    page.write_text(PAGES[name], "utf-8", newline="")
    problems = check(site)
    assert [problem for problem in problems if problem.path == "docs/om/fall.md"], "so large a page has some fault"


@pytest.mark.parametrize("name", RECORDS)
def test_a_record_of_a_hostile_shape_is_read_to_the_end(name: str, site: Path) -> None:
    (site / "docs" / "om" / "fall.md").unlink(missing_ok=True)
    record = site / "data" / "grupper" / "fall.yml"
    record.write_text(RECORDS[name], "utf-8", newline="")
    problems = check(site)
    assert [problem for problem in problems if problem.path == "data/grupper/fall.yml" and problem.level == "fel"]
