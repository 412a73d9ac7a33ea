"""Two projects in one process and two languages at once: nothing of one is met in the other."""

import re
from collections.abc import Mapping
from pathlib import Path

import markdown
import pytest

from macros.guidance.pages import guidance_pages
from macros.history.entries import history_of
from macros.language.speaking import LANGUAGES, speaking
from macros.loading.once import InvalidDataError, read_once
from macros.markdown_ext import KunskapsbankExtension
from macros.pages.page import Page
from macros.pages.site import generated_pages
from tests.cases import PROJECT, small_site

# What only the records of the whole project are called, and only those of the small one.
OWN = {"whole": "bebo", "small": "alfa"}


@pytest.fixture(scope="module")
def roots(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    return {"whole": PROJECT, "small": small_site(tmp_path_factory.mktemp("liten") / "projekt")}


def _made(root: Path, language: str) -> tuple[Page, ...]:
    with speaking(language):
        guidance = guidance_pages(root / "docs")
        return generated_pages(read_once(root / "data")(), guidance, history_of(root / "data"))


@pytest.mark.long
def test_pages_of_two_projects_are_made_side_by_side(roots: Mapping[str, Path]) -> None:
    both = [(name, language) for language in LANGUAGES for name in roots]
    first = {each: _made(roots[each[0]], each[1]) for each in both}
    # In the other order, so that each is made after what it was not made after before.
    for name, language in reversed(both):
        assert _made(roots[name], language) == first[name, language]
    for (name, _), pages in first.items():
        sources = {page.source for page in pages}
        assert f"grupper/{OWN[name]}.md" in sources
        assert not sources & {f"grupper/{key}.md" for project, key in OWN.items() if project != name}


def test_each_converter_cites_the_sources_of_its_own_project(roots: Mapping[str, Path]) -> None:
    rules = {name: KunskapsbankExtension(read_once(root / "data")) for name, root in roots.items()}
    cited = {"whole": "bebo-hist", "small": "kalla-ett"}
    for _ in range(2):
        for name, key in cited.items():
            html = markdown.markdown(f"Ett [@{key}].", extensions=[rules[name]])
            assert re.findall(r'data-kalla="([\w-]+)"', html) == [key]
            with pytest.raises(KeyError):
                markdown.markdown(f"Ett [@{key}].", extensions=[each for other, each in rules.items() if other != name])


def test_records_with_faults_stop_their_own_project_alone(tmp_path: Path) -> None:
    (tmp_path / "grupper").mkdir()
    (tmp_path / "grupper" / "fel.yml").write_text("namn: Fel\n", "utf-8")
    faulty, sound = read_once(tmp_path), read_once(PROJECT / "data")
    with pytest.raises(InvalidDataError):
        faulty()
    assert "fel" not in sound().grupp
