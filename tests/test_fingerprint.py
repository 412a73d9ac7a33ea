from pathlib import Path

import pytest

from macros.site.fingerprint import MissingAssetError, fingerprint_assets, hashed, light_fallback, style_sheet
from macros.site.pages import BuiltSite

PAGE = '<link rel="stylesheet" href="../assets/css/stil.css"><script src="../assets/js/sida.js"></script>'


@pytest.fixture
def built(tmp_path: Path) -> Path:
    for name, text in {
        "assets/css/stil.css": '@import "del.css";\n',
        "assets/css/del.css": '/* why */\n@font-face { src: url("../fonts/kb.woff2"); }\n',
        "assets/fonts/kb.woff2": "font",
        "assets/js/sida.js": "one();",
        "assets/js/glomd.js": "two();",
        "sida/index.html": PAGE,
    }.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return tmp_path


def _fingerprint(built: Path) -> None:
    site = BuiltSite(built)
    fingerprint_assets(site)
    site.write()


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_pages_name_files_by_their_content(built: Path) -> None:
    _fingerprint(built)
    page = (built / "sida/index.html").read_text("utf-8")
    for folder in ("css", "js"):
        (name,) = _names(built / "assets" / folder)
        assert f"../assets/{folder}/{name}" in page
        content = (built / "assets" / folder / name).read_bytes()
        assert name == hashed("stil.css" if folder == "css" else "sida.js", content)


def test_parts_and_fonts_are_joined_into_the_style_sheet(built: Path) -> None:
    _fingerprint(built)
    (name,) = _names(built / "assets/css")
    (font,) = _names(built / "assets/fonts")
    assert (built / "assets/css" / name).read_text("utf-8") == f'@font-face {{ src: url("../fonts/{font}"); }}\n'


def test_browsers_that_know_one_colour_only_get_the_light_ones(built: Path) -> None:
    (built / "assets/css/del.css").write_text(":root { --yta: light-dark(#fff, #000); }\n", "utf-8")
    assert "@supports not (color: light-dark(#fff, #000)) { :root { --yta:#fff; } }" in style_sheet(
        built / "assets/css/stil.css"
    )


def test_changed_content_changes_the_name() -> None:
    assert hashed("stil.css", b"a") != hashed("stil.css", b"b")


def test_missing_script_stops_the_build(built: Path) -> None:
    (built / "assets/js/sida.js").unlink()
    with pytest.raises(MissingAssetError, match=r"sida\.js"):
        _fingerprint(built)


def test_missing_part_of_a_style_sheet_stops_the_build(built: Path) -> None:
    (built / "assets/css/del.css").unlink()
    with pytest.raises(MissingAssetError, match=r"del\.css"):
        style_sheet(built / "assets/css/stil.css")


def test_every_asset_of_the_site_is_used(site: Path) -> None:
    pages = "".join(path.read_text("utf-8") for path in site.rglob("*.html"))
    styles = "".join(path.read_text("utf-8") for path in (site / "assets/css").iterdir())
    for kind in ("css", "js"):
        assert [name for name in _names(site / "assets" / kind) if f"assets/{kind}/{name}" not in pages] == []
    assert [name for name in _names(site / "assets/fonts") if name != "OFL.txt" and name not in styles] == []


def test_nothing_of_the_theme_or_the_templates_is_published(site: Path) -> None:
    known = {
        ".html",
        ".css",
        ".js",
        ".woff2",
        ".svg",
        ".png",
        ".json",
        ".xml",
        ".gz",
        ".txt",
        ".zip",
        ".pdf",
        ".docx",
        ".csv",
        ".atom",
        ".ics",
        ".rdf",
        ".ttl",
        ".jsonld",
    }
    names = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert {name for name in names if Path(name).suffix not in known} <= {"_headers", ".htaccess"}
    assert not (site / "typst").exists()


def test_browsers_without_light_dark_get_every_light_colour() -> None:
    css = ":root {\n  --a: light-dark(#fff, #000);\n  --b: light-dark(rgb(1 2 3 / 4%), #000);\n  --c: 1rem;\n}\n"
    fallback = light_fallback(css)
    assert "--a:#fff;--b:rgb(1 2 3 / 4%);" in fallback
    assert "--c" not in fallback
    assert not light_fallback(":root { --c: 1rem; }")
