from pathlib import Path

from macros.site.html_check import link_faults
from macros.site.pages import BuiltSite


def write(site: Path, address: str, html: str) -> None:
    file = site / address
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(html, "utf-8")


def test_links_and_anchors_that_lead_somewhere_pass(tmp_path: Path) -> None:
    write(tmp_path, "index.html", '<a href="a/#b">x</a><a href="https://example.org/">y</a><a href="#c" id="c">z</a>')
    write(tmp_path, "a/index.html", '<p id="b">b</p><a href="..">up</a><img src="../bild.png">')
    write(tmp_path, "bild.png", "")
    assert link_faults(BuiltSite(tmp_path)) == []


def test_each_fault_is_told_with_its_page(tmp_path: Path) -> None:
    write(
        tmp_path,
        "index.html",
        '<a href="borta/">x</a><a href="#borta">y</a><p id="a"></p><p id="a"></p>'
        '<script src="https://example.org/x.js"></script><link rel="stylesheet" href="//example.org/x.css">',
    )
    faults = link_faults(BuiltSite(tmp_path))
    assert len(faults) == 5
    assert all(fault.startswith("index.html: fel: ") for fault in faults)
