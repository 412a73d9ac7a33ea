"""Each built page is read once into one tree, and written once; what is kept of it is of the page as it is."""

from pathlib import Path

import pytest

from macros.kept import Kept
from macros.site import tree
from macros.site.html_tree import parse
from macros.site.pages import BuiltSite
from macros.site.tree import Node


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name in ("index.html", "a/index.html", "404.html"):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "site" / name).write_text(f"<html><body><h1>{name}</h1></body></html>", "utf-8")
    return tmp_path / "site"


def _title(tree: Node) -> str:
    return str(tree.findtext("body/h1"))


def _site(built: Path) -> BuiltSite:
    return BuiltSite(built, Kept("webbplats", built.parent / "cache", "version 1"))


def test_a_page_is_parsed_once_for_all_that_is_asked_of_it_and_never_again_while_it_is_the_same(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []

    def parse_and_tell(html: str) -> Node:
        parsed.append(html)
        return tree.parse(html)

    monkeypatch.setattr("macros.site.pages.parse", parse_and_tell)
    for _ in range(2):
        site = _site(built)
        for page in site.pages.values():
            assert page.get("rubrik", _title) == page.get("igen", _title) == page.name
        site.write()
    assert len(parsed) == len(site.pages)
    (built / "a/index.html").write_text("<html><body><h1>Ny</h1></body></html>", "utf-8")
    assert _site(built).page("/a/").get("rubrik", _title) == "Ny"
    assert len(parsed) == len(site.pages) + 1


def test_what_steps_change_is_written_and_is_not_what_was_read(built: Path) -> None:
    site = _site(built)
    page = site.page("/a/")
    page.html = page.html.replace("a/index.html", "Ändrad")
    assert page.get("rubrik", _title) == "a/index.html"
    assert "Ändrad" not in (built / "a/index.html").read_text("utf-8")
    site.write()
    assert "Ändrad" in (built / "a/index.html").read_text("utf-8")


def test_a_page_put_in_place_of_another_is_read_anew(built: Path) -> None:
    site = _site(built)
    site.page("/a/").get("rubrik", _title)
    site.replace(site.page("/a/"), "<html><body><h1>Lista</h1></body></html>")
    assert site.page("/a/").get("rubrik", _title) == "Lista"


def test_pages_are_found_by_address(built: Path) -> None:
    site = _site(built)
    assert [page.address for page in site.addressed()] == ["/", "/a/"]
    assert site.has("a")
    assert not site.has("/b/")
    with pytest.raises(FileNotFoundError):
        site.page("/b/")


def test_a_figure_keeps_the_capitals_of_svg() -> None:
    figure = (
        '<svg viewBox="0 0 4 4"><defs><linearGradient id="g" gradientUnits="userSpaceOnUse"/></defs>'
        '<text textLength="4">Å &amp; ö</text></svg>'
    )
    found = parse(f"<figure>{figure}</figure>").find("svg")
    assert found is not None
    assert found.source == figure
