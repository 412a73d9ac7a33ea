"""The files of the search in a built site."""

from pathlib import Path

import pytest

from macros.search.write import SearchError, write_search
from macros.site.pages import BuiltSite
from tests.search.conftest import BANK

PAGE = """<!doctype html><html><body><form data-sokfiler="{names}"></form>
<main id="innehall"><h1>Jäv</h1><div class="text"><p>Text om 'jäv' \\ och &lt;/script&gt;.</p></div></main>
</body></html>"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name, depth in (("jav", "../"), ("a/b", "../../")):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        page = PAGE.replace("{names}", f"{depth}assets/sokfiler.js")
        (folder / "index.html").write_text(page, "utf-8")
    return tmp_path


def test_the_file_that_pages_name_names_files_that_exist(built: Path) -> None:
    write_search(BuiltSite(built), BANK)
    names = (built / "assets" / "sokfiler.js").read_text("utf-8")
    for what in ("index", "texter"):
        assert (built / "assets" / "sok" / names.split(f'"{what}":"')[1].split('"')[0]).is_file()


def test_no_page_changes_when_the_index_does(built: Path) -> None:
    pages = {path: path.read_bytes() for path in built.rglob("*.html")}
    write_search(BuiltSite(built), BANK)
    assert {path: path.read_bytes() for path in pages} == pages


def test_a_second_build_of_the_same_pages_gives_the_same_names(built: Path) -> None:
    write_search(BuiltSite(built), BANK)
    before = sorted(file.name for file in (built / "assets" / "sok").iterdir())
    write_search(BuiltSite(built), BANK)
    assert sorted(file.name for file in (built / "assets" / "sok").iterdir()) == before


def test_a_build_in_which_no_page_names_the_index_fails(built: Path) -> None:
    for page in built.rglob("*.html"):
        page.write_text(PAGE.replace("{names}", "assets/sok/gammalt.js"), "utf-8")
    with pytest.raises(SearchError, match="sokfiler"):
        write_search(BuiltSite(built), BANK)


def test_a_build_without_text_to_search_fails(built: Path) -> None:
    for page in built.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace('class="text"', 'class="annat"'), "utf-8")
    with pytest.raises(SearchError, match="text att söka i"):
        write_search(BuiltSite(built), BANK)


def test_a_site_without_english_text_has_its_swedish_search_on_english_pages_too(built: Path) -> None:
    write_search(BuiltSite(built), BANK)
    swedish, english = (built / "assets" / f"sokfiler{end}.js" for end in ("", "-en"))
    assert swedish.read_bytes() == english.read_bytes()
