"""Every statement of the founding text is served: the page is there, shows it, and names the text as its source.

The statements and what shows them are listed in tests/seed.yml.
"""

import re
from collections.abc import Mapping, Sequence
from html import unescape
from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

NUMBERS = [f"1.1.{number}" for number in range(1, 44)]
SOURCE = "uhm-bestallargrupper"
# The register of sources is the one page that shows the text's own address instead of citing it.
REGISTER = "/kallor/"
NOTE = re.compile(r"<sup\b.*?</sup>", re.DOTALL)

Place = Mapping[str, str | Sequence[str]]
SEED: Mapping[str, Sequence[Place]] = yaml.safe_load((ROOT / "tests" / "seed.yml").read_text("utf-8"))


def shown_by(html: str) -> str:
    """What a reader sees, or hears, of a page's own content: no menus, no notes, white space folded."""
    main = re.search(r"<main\b.*?</main>", html, re.DOTALL)
    text = re.sub(r"<[^>]+>", "", NOTE.sub("", main[0] if main else ""))
    return re.sub(r"\s+", " ", unescape(text))


def missing(site: Path, number: str, places: Sequence[Place]) -> list[str]:
    """What the built site lacks of one statement, each line with the statement's number."""
    lacks = [] if places else [f"{number}: no page"]
    for place in places:
        address = str(place["sida"])
        path = site / address.strip("/") / "index.html"
        if not path.is_file():
            lacks.append(f"{number}: {address} is no page")
            continue
        html = path.read_text("utf-8")
        # An address is where a link leads, everything else is words.
        shown = shown_by(html) + " ".join(re.findall(r'href="(https?://[^"]+)"', html))
        lacks += [f"{number}: {address} does not show “{phrase}”" for phrase in place["visar"] if phrase not in shown]
        if address != REGISTER and f'data-kalla="{SOURCE}"' not in html:
            lacks.append(f"{number}: {address} does not name the text as a source")
    return lacks


def test_every_statement_is_listed_and_no_other() -> None:
    assert list(SEED) == NUMBERS


@pytest.mark.parametrize("number", NUMBERS)
def test_the_statement_is_served(site: Path, number: str) -> None:
    assert missing(site, number, SEED.get(number, ())) == []


PAGE = '<nav>Meny</nav><main><p>Ett fast <a href="#">samarbete</a><sup>1</sup>.</p><li data-kalla="{source}"></main>'


@pytest.mark.parametrize(
    ("source", "place", "lacks"),
    [
        (SOURCE, {"sida": "/sida/", "visar": ["Ett fast samarbete."]}, []),
        (SOURCE, {"sida": "/sida/", "visar": ["Meny"]}, ["1.1.1: /sida/ does not show “Meny”"]),
        (SOURCE, {"sida": "/borta/", "visar": ["Ett"]}, ["1.1.1: /borta/ is no page"]),
        ("annan", {"sida": "/sida/", "visar": ["Ett"]}, ["1.1.1: /sida/ does not name the text as a source"]),
    ],
    ids=["served", "phrase-gone", "page-gone", "source-gone"],
)
def test_what_is_gone_is_named(tmp_path: Path, source: str, place: Place, lacks: list[str]) -> None:
    (tmp_path / "sida").mkdir()
    (tmp_path / "sida" / "index.html").write_text(PAGE.format(source=source), "utf-8")
    assert missing(tmp_path, "1.1.1", [place]) == lacks


def test_a_statement_without_a_page_is_named(tmp_path: Path) -> None:
    assert missing(tmp_path, "1.1.1", []) == ["1.1.1: no page"]
