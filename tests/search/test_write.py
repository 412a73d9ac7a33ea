"""The files of the search in a built site."""

from pathlib import Path

import pytest

from macros.search import SearchError, write_search
from tests.search.conftest import BANK

PAGE = """<!doctype html><html><body><form data-sokindex="{index}"></form><form data-soktexter="text-SOKTEXT.js"></form>
<main id="innehall"><h1>Jäv</h1><div class="text"><p>Text om 'jäv' \\ och &lt;/script&gt;.</p></div></main>
</body></html>"""


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name, depth in (("jav", "../"), ("a/b", "../../")):
        folder = tmp_path / name
        folder.mkdir(parents=True)
        page = PAGE.replace("{index}", f"{depth}assets/sok/index-SOKINDEX.js")
        (folder / "index.html").write_text(page, "utf-8")
    return tmp_path


def test_every_page_names_an_index_that_exists(built: Path) -> None:
    write_search(built, BANK)
    for name in ("jav", "a/b"):
        html = (built / name / "index.html").read_text("utf-8")
        address = html.split('data-sokindex="')[1].split('"')[0]
        assert (built / name / address).resolve().is_file()


def test_the_search_page_names_texts_that_exist(built: Path) -> None:
    write_search(built, BANK)
    html = (built / "jav" / "index.html").read_text("utf-8")
    assert (built / "assets" / "sok" / html.split('data-soktexter="')[1].split('"')[0]).is_file()


def test_a_second_build_of_the_same_pages_gives_the_same_names(built: Path) -> None:
    write_search(built, BANK)
    before = sorted(file.name for file in (built / "assets" / "sok").iterdir())
    page = built / "jav" / "index.html"
    page.write_text(PAGE.replace("{index}", "../assets/sok/index-SOKINDEX.js"), "utf-8")
    write_search(built, BANK)
    assert sorted(file.name for file in (built / "assets" / "sok").iterdir()) == before


def test_a_build_in_which_no_page_names_the_index_fails(built: Path) -> None:
    for page in built.rglob("*.html"):
        page.write_text(PAGE.replace("{index}", "assets/sok/gammalt.js"), "utf-8")
    with pytest.raises(SearchError, match="index-SOKINDEX"):
        write_search(built, BANK)


def test_a_build_without_text_to_search_fails(built: Path) -> None:
    for page in built.rglob("*.html"):
        page.write_text(page.read_text("utf-8").replace('class="text"', 'class="annat"'), "utf-8")
    with pytest.raises(SearchError, match="text att söka i"):
        write_search(built, BANK)
