"""Odd text that is accepted reaches the built site as text: no script, no handler, nothing evaluated."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.conftest import build_site
from tests.security.corpus import attacks

SHORT = [attack.text for attack in attacks("kortfalt") if attack.is_text]
MARKDOWN = [attack.text for attack in attacks("markdownfalt") if attack.is_text]
GROUP = "angrepp"
ADDRESS = re.compile(r"^(https?://|mailto:|#|[./a-z0-9?_-])", re.IGNORECASE)
HREFS = ("href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset")


def _record() -> dict[str, object]:
    """A group's record, with every accepted attack somewhere in it."""
    fact = {"varde": "x", "kallor": ["kalla-ett"]}
    comments = [{**fact, "varde": text, "kommentar": text} for text in SHORT]
    stories = [
        {"rubrik": short, "text": f"{text}\n"} for short, text in zip(SHORT, MARKDOWN * len(SHORT), strict=False)
    ]
    return {
        "namn": SHORT[0],
        "sammanfattning": f"En grupp {SHORT[0]} som prövar {SHORT[-1]} i sammanfattningen.",
        # As many as a record may have.
        "sokord": SHORT[:12],
        "syfte": comments,
        "medlemmar": [{"avser": "2011", "namn": SHORT, "kallor": ["kalla-ett"]}],
        "handelser": [{"ar": 2001, "text": text, "kallor": ["kalla-ett"]} for text in SHORT],
        "berattelse": stories,
    }


@pytest.fixture(scope="module")
def site(small_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small site, that has every kind of page, with one more group, a term and a source that hold the attacks."""
    work = shutil.copytree(small_built, tmp_path_factory.mktemp("angrepp") / "projekt", symlinks=True)
    data = work / "data"
    record = (data / "grupper" / "alfa.yml").read_text("utf-8")
    for key, value in _record().items():
        own = re.compile(rf"^{key}:.*\n(?:[ -].*\n|\n)*", re.MULTILINE)
        record = own.sub("", record) + f"{key}: {json.dumps(value)}\n"
    (data / "grupper" / f"{GROUP}.yml").write_text(record, "utf-8")
    term = {"namn": "angreppsord", "forklaring": SHORT[0], "synonymer": SHORT[:9], "andrad": "2026-11-23"}
    (data / "begrepp" / "angreppsord.yml").write_text(json.dumps(term), "utf-8")
    source = (data / "kallor" / "kalla-ett.yml").read_text("utf-8")
    changed = re.sub(r"^titel:.*$", lambda _: f"titel: {json.dumps(' '.join(SHORT[:9]))}", source, flags=re.MULTILINE)
    (data / "kallor" / "kalla-ett.yml").write_text(changed, "utf-8")
    run = build_site(work / "site", root=work)
    assert run.returncode == 0, run.stdout + run.stderr
    return work / "site"


def _elements(page: Path) -> Iterator[Element]:
    return html5lib.parse(page.read_bytes(), namespaceHTMLElements=False).iter()


def test_no_page_holds_script_or_handlers(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 50
    for page in pages:
        for element in _elements(page):
            if not isinstance(element.tag, str):
                continue
            where = f"{page.relative_to(site)}: <{element.tag} {element.attrib}>"
            assert not [name for name in element.attrib if name.lower().startswith("on") or name == "style"], where
            assert element.tag not in {"iframe", "object", "embed", "base", "style"}, where
            if element.tag == "script" and element.get("type") == "application/ld+json":
                json.loads(element.text or "")
            elif element.tag == "script":
                assert element.get("src"), where
                assert not (element.text or "").strip(), where
            for name in HREFS:
                assert ADDRESS.match(element.get(name) or "#"), where


def test_every_attack_is_shown_as_the_text_it_is(site: Path) -> None:
    page = site / "grupper" / GROUP / "index.html"
    tree = html5lib.parse(page.read_bytes(), namespaceHTMLElements=False)
    text = re.sub(r"\s+", " ", "".join(tree.itertext()))
    assert [short for short in SHORT if re.sub(r"\s+", " ", short) not in text] == []


def test_no_template_is_evaluated(site: Path) -> None:
    page = (site / "grupper" / GROUP / "index.html").read_text("utf-8")
    assert "{{ 7 * 7 }}" in page
    assert not re.search(r"Sju gånger sju är 49", page)
    assert "root:" not in page


def test_open_data_holds_the_text_unchanged(site: Path) -> None:
    listed = json.loads((site / "data" / "v1" / "grupper.json").read_text("utf-8"))
    assert SHORT[0] in json.dumps(listed, ensure_ascii=False)
