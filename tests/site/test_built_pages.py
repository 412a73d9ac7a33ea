"""What holds on every page of the built site."""

import itertools
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from macros.site.html_check import link_faults
from macros.site.pages import BuiltSite
from tests.conftest import ROOT

UNVERIFIED = (ROOT / "tests" / "site" / "unverified.txt").read_text("utf-8")


def pages(site: Path) -> list[Path]:
    found = sorted(site.rglob("*.html"))
    assert len(found) > 100
    return found


def test_every_internal_link_and_anchor_leads_somewhere_and_nothing_foreign_is_loaded(site: Path) -> None:
    assert link_faults(BuiltSite(site)) == []


@pytest.fixture(scope="module")
def documents(site: Path) -> dict[str, tuple[Element, list[str]]]:
    """Every page as a browser reads it, and the codes of what is wrong in its HTML."""
    found = {}
    for path in pages(site):
        parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
        found[path.relative_to(site).as_posix()] = parser.parse(path.read_text("utf-8")), parser.errors
    return {name: (page, [code for _, code, _ in errors]) for name, (page, errors) in found.items()}


def test_html_is_well_formed(documents: dict[str, tuple[Element, list[str]]]) -> None:
    assert {name: errors for name, (_, errors) in documents.items() if errors} == {}


def test_every_page_says_its_language(documents: dict[str, tuple[Element, list[str]]]) -> None:
    assert {page.get("lang") for page, _ in documents.values()} == {"sv", "en"}


def test_swedish_words_around_the_english_page_are_marked(documents: dict[str, tuple[Element, list[str]]]) -> None:
    page, _ = documents["om/in-english/index.html"]
    assert page.get("lang") == "en"
    for tag in ("header", "footer"):
        assert {part.get("lang") for part in page.iterfind(f"./body/{tag}")} == {"sv"}


def test_every_page_has_one_title_one_heading_and_a_description(site: Path) -> None:
    titles: dict[str, Path] = {}
    for path in pages(site):
        html = path.read_text("utf-8")
        if 'http-equiv="refresh"' in html:
            continue
        title = re.findall(r"<title>(.*?)</title>", html, re.DOTALL)
        assert len(title) == 1, path
        assert title[0] not in titles, (path, titles.get(title[0]))
        titles[title[0]] = path
        assert len(re.findall(r"<h1[ >]", html)) == 1, path
        if path.name != "404.html":
            description = re.search(r'<meta name="description" content="([^"]{20,})">', html)
            assert description, path


def test_headings_never_skip_a_level(site: Path) -> None:
    for path in pages(site):
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", path.read_text("utf-8"))]
        for before, after in itertools.pairwise(levels):
            assert after <= before + 1, path


def test_every_link_has_words_of_its_own(site: Path) -> None:
    link = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.DOTALL)
    # What only says that the page is in Swedish.
    mark_or_tag = re.compile(r'<span class="sprakmarke">.*?</span>|<[^>]*>', re.DOTALL)
    hidden = re.compile(r"<p\b[^>]*\shidden>.*?</p>", re.DOTALL)
    for page in pages(site):
        for attributes, inside in link.findall(hidden.sub("", page.read_text("utf-8"))):
            assert "aria-label=" in attributes or mark_or_tag.sub("", inside).strip(), (page, attributes)


def test_pages_have_no_inline_script_or_style(site: Path) -> None:
    for path in pages(site):
        html = path.read_text("utf-8")
        assert not re.search(r"<script(?![^>]*\b(src=|application/))", html), path
        assert not re.search(r"<style|\sstyle=\"|\son[a-z]+=\"", html), path


@pytest.mark.parametrize("phrase", [line for line in UNVERIFIED.splitlines() if line and not line.startswith("#")])
def test_no_unverified_claim_is_published(site: Path, phrase: str) -> None:
    pattern = re.compile(phrase)
    for path in [*pages(site), *sorted(site.rglob("*.json"))]:
        assert not pattern.search(path.read_text("utf-8")), path


def test_addresses_that_were_promised_exist(site: Path) -> None:
    promised = """
        . om-bestallargrupper bilda-en-grupp framgangsfaktorer arbetssatt exempel grupper grupper/utomlands
        grupper/bebo normer normer/totalmetodiken jamfor ordlista kallor a-o skriv-ut bidra om om/tillganglighet
        om/in-english om/lattlast om/oppna-data sok jamfor/samverkansformer jamfor/grupper jamfor/utomlands
        lattlast lattlast/vad-ar-det lattlast/grupper/bebo lattlast/exempel/rorskarvar
        jamfor/normer jamfor/exempel jamfor/kannetecken jamfor/framgangsfaktorer
    """
    for address in promised.split():
        assert (site / address / "index.html").is_file(), address
    assert (site / "data" / "v1" / "index.json").is_file()
