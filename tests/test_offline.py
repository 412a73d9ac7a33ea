import io
import zipfile
from pathlib import Path

import pytest

from macros.site.offline import ARCHIVE, FOLDER_IN_ARCHIVE, KEPT, file_name, with_file_names, write_offline_copy
from macros.site.pages import BuiltSite


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../bebo/", "../bebo/index.html"),
        ("../bebo/#syfte", "../bebo/index.html#syfte"),
        ("sok/?q=rör", "sok/index.html?q=rör"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("#syfte", "#syfte"),
        ("", ""),
        ("https://example.org/a/", "https://example.org/a/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("../data/v1/index.json", "../data/v1/index.json"),
    ],
)
def test_links_name_the_file_of_the_page(address: str, expected: str) -> None:
    assert file_name(address) == expected


def test_only_links_of_the_page_are_rewritten() -> None:
    html = '<a class="x" href="a/">a/</a><form action="sok/"><link rel="stylesheet" href="css/">'
    expected = (
        '<a class="x" href="a/index.html">a/</a><form action="sok/index.html"><link rel="stylesheet" href="css/">'
    )
    assert with_file_names(html) == expected


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a/index.html").write_text('<a href="../">up</a>', "utf-8")
    write_offline_copy(BuiltSite(tmp_path))
    first = (tmp_path / ARCHIVE).read_bytes()
    (tmp_path / "a/index.html").touch()
    write_offline_copy(BuiltSite(tmp_path))
    assert (tmp_path / ARCHIVE).read_bytes() == first


def test_what_is_packed_already_is_taken_over_and_the_bytes_are_as_from_nothing(tmp_path: Path) -> None:
    def packed(cache: str) -> bytes:
        write_offline_copy(BuiltSite(site), tmp_path / cache)
        return (site / ARCHIVE).read_bytes()

    site = tmp_path / "site"
    for name, text in {"index.html": '<a href="a/">å</a>', "a/index.html": "bort", "å.txt": "text " * 99}.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_text(text, "utf-8")
    packed("kvar")
    (site / "a/index.html").unlink()
    (site / "b.txt").write_text("ny", "utf-8")
    (site / "index.html").write_text('<a href="b/">ny</a>', "utf-8")
    after = packed("kvar")
    assert after == packed("tom")
    with zipfile.ZipFile(io.BytesIO(after)) as archive:
        assert archive.testzip() is None
        assert archive.read((FOLDER_IN_ARCHIVE / "å.txt").as_posix()).decode() == "text " * 99
    (tmp_path / "kvar" / KEPT).write_bytes(b"skadad")
    assert packed("kvar") == after


def test_copy_holds_every_page_of_the_site(site: Path) -> None:
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")} - {"404.html"}
    with zipfile.ZipFile(site / ARCHIVE) as packed:
        packed_pages = {name for name in packed.namelist() if name.endswith(".html")}
    assert packed_pages == {(FOLDER_IN_ARCHIVE / page).as_posix() for page in pages}


def test_the_copy_holds_nothing_that_is_only_for_a_host(tmp_path: Path) -> None:
    for name in ("index.html", "404.html", "sitemap.xml", "sitemap.xml.gz", "_headers", ".htaccess"):
        (tmp_path / name).write_text("text", "utf-8")
    write_offline_copy(BuiltSite(tmp_path), tmp_path / "kvar")
    with zipfile.ZipFile(tmp_path / ARCHIVE) as packed:
        assert packed.namelist() == [(FOLDER_IN_ARCHIVE / "index.html").as_posix()]
