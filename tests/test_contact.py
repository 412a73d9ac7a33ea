"""Readers can reach those who keep the site, or the build says that they cannot and no page pretends otherwise."""

import re
import shutil
from pathlib import Path

import pytest

from macros.pages.contact import CONTACT_PAGE, addresses, is_reachable, report_link, without_ways
from tests.conftest import build_site

NONE = {"adresser": {"epost": "", "arenden": "", "kod": "", "redigera": ""}}
REPORT = ">Rapportera ett fel</a>"


@pytest.mark.parametrize(
    ("code", "issues"),
    [
        ("https://git.example.org/a/b", "https://git.example.org/a/b/issues"),
        ("https://git.example.org/a/b/", "https://git.example.org/a/b/issues"),
        ("https://gitlab.example.org/a/b", "https://gitlab.example.org/a/b/-/issues"),
    ],
)
def test_the_issues_of_the_repository_are_the_default(code: str, issues: str) -> None:
    assert addresses({"adresser": {"kod": code}})["arenden"] == issues
    assert addresses(NONE, code)["arenden"] == issues


def test_an_address_of_ones_own_wins() -> None:
    own = {"adresser": {"arenden": "https://a.example.org/arenden", "kod": "https://git.example.org/a/b"}}
    assert addresses(own)["arenden"] == "https://a.example.org/arenden"


def test_nothing_set_is_nowhere() -> None:
    extra = {"adresser": addresses(NONE)}
    assert not is_reachable(extra)
    assert report_link(extra, "Sida", "/sida/", "{titel}") == ""


def test_only_sentences_and_points_that_lead_to_the_contacts_go() -> None:
    text = (
        "Text.\n[Skriv till oss](/om/kontakt.md).\nMer text.\n\n- Ett.\n- Fel? [Hör av er](/om/kontakt.md).\n"
        "  Vi svarar.\n- Två.\n\n| Fel | [Kontakt](/om/kontakt.md) |\n| Bidra | ja |\n"
    )
    assert without_ways(text) == "Text.\nMer text.\n\n- Ett.\n- Två.\n\n| Bidra | ja |\n"


def test_guidance_gives_each_way_to_the_contacts_a_line_of_its_own(root: Path) -> None:
    """What is left out without an address must not take the beginning of a sentence with it."""
    for path in (root / "docs").rglob("*.md"):
        for line in path.read_text("utf-8").splitlines():
            if f"]({CONTACT_PAGE}" in line:
                assert line.rstrip().endswith((").", ")", "|", "något.", "fel.")), (path, line)


def _pages(site: Path) -> dict[str, str]:
    return {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")}


def test_without_an_address_the_build_says_so_and_no_page_leads_nowhere(small: Path, tmp_path: Path) -> None:
    shutil.copy(Path(__file__).parent.parent / "docs" / "om" / "kontakt.md", small / "docs" / "om" / "kontakt.md")
    index = small / "docs" / "index.md"
    index.write_text(index.read_text("utf-8") + "- Fel? [Hör av er](/om/kontakt.md).\n", "utf-8")
    done = build_site(tmp_path / "ut", root=small)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "VARNING: Webbplatsen byggs utan någon väg" in done.stderr
    pages = _pages(tmp_path / "ut")
    assert not [name for name, html in pages.items() if REPORT in html]
    start = pages["index.html"]
    assert "Hör av er" not in start
    # Neither menus nor A–Ö, in any language; the page itself stays, for those who have its address.
    assert "om/kontakt/index.html" in pages
    assert "Kontakt och fel" in pages["om/kontakt/index.html"]
    ways = re.compile(r'href="[^"]*(?:om/kontakt|about/contact)/"')
    own = {"om/kontakt/index.html", "en/about/contact/index.html"}
    leading = {name: ways.findall(html) for name, html in pages.items() if name not in own}
    assert {name: found for name, found in leading.items() if found} == {}


def test_with_a_repository_every_page_leads_to_its_issues_and_the_build_is_silent(small: Path, tmp_path: Path) -> None:
    settings = small / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert "kod: ''" in text
    settings.write_text(text.replace("kod: ''", "kod: https://git.example.org/a/b"), "utf-8")
    done = build_site(tmp_path / "ut", root=small)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "utan någon väg" not in done.stderr
    for name in ("om/index.html", "grupper/alfa/index.html"):
        html = _pages(tmp_path / "ut")[name]
        assert 'href="https://git.example.org/a/b/issues/new?title=' in html
        assert REPORT in html
    for name in ("om/index.html", "a-o/index.html"):
        assert "kontakt/" in _pages(tmp_path / "ut")[name]
