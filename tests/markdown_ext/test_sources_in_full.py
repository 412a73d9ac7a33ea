"""The source chain goes to the end: places in sources, and paragraphs of laws in their consolidated text."""

import re

import markdown
import pytest
from markdown.extensions import Extension

from macros.kunskapsbank import Kunskapsbank
from macros.markdown_ext.law import paragraph_address
from tests.markdown_ext.rules import OWN

EXTENSIONS: list[str | Extension] = ["attr_list", "md_in_html", "tables", OWN]
LOU = "lag-20161145-om-offentlig-upphandling_sfs-2016-1145/"


def convert(text: str) -> str:
    return markdown.markdown(text, extensions=EXTENSIONS)


def links(html: str) -> list[tuple[str, str]]:
    """Each link to a paragraph: the end of its address, and its words."""
    found = re.findall(r'<a class="paragraf" href="[^"]*?/([^"/]*/?#[^"]*)"[^>]*>([^<]*)</a>', html)
    return [(address, words.replace("\u00a0", " ")) for address, words in found]


def test_a_place_in_a_source_stands_beside_its_number() -> None:
    html = convert("Sant [@bebo-hist, s. 12; @uhm-4s].")
    assert re.search(r'>1</a><span class="plats">:(&nbsp;|\u00a0)s\. 12</span>,<a', html)
    assert 'data-kalla="bebo-hist"' in html


def test_a_place_is_said_with_the_name_of_the_source() -> None:
    assert re.search(r'aria-label="Källa 1: [^"]+, s\. 12"', convert("Sant [@bebo-hist, s. 12]."))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Förbud (4 kap. 2 § LOU) [@lou].", [(f"{LOU}#K4P2", "4 kap. 2 §")]),
        ("Se 19 a kap. 2 och 15 §§ [@lou].", [(f"{LOU}#K19aP2", "19 a kap. 2 och 15 §§")]),
        ("Se 19\u00a0a\u00a0kap.\u00a02\u00a0§ [@lou].", [(f"{LOU}#K19aP2", "19 a kap. 2 §")]),
        ("Se 9 kap. 7–8 §§ [@lou].", [(f"{LOU}#K9P7", "9 kap. 7–8 §§")]),
        ("Jäv (16–18 §§ förvaltningslagen) [@fl].", [("sfs-2017-900#P16", "16–18 §§")]),
        (
            "Saklig (1 kap. 9 § regeringsformen, 5 § förvaltningslagen) [@rf; @fl].",
            [("sfs-1974-152#K1P9", "1 kap. 9 §"), ("sfs-2017-900#P5", "5 §")],
        ),
        (
            "Enligt 4 § DOS-lagen och 1 kap. 22 § [@lou].",
            [("sfs-2018-1937#P4", "4 §"), (f"{LOU}#K1P22", "1 kap. 22 §")],
        ),
        ("Se [@lou, 4 kap. 8 §].", [(f"{LOU}#K4P8", "4 kap. 8 §")]),
        ("- **4 kap. 1 §:** Lika [@lou].\n- Inget 5 § här.", [(f"{LOU}#K4P1", "4 kap. 1 §")]),
        ("Två lagar utan namn: 4 § [@lou; @fl].", []),
        ("Ingen lag är källa till 4 § [@bebo-hist].", []),
        ("[Läs 4 kap. 8 §](https://example.org) [@lou].", []),
        ("`4 kap. 8 §` [@lou]", []),
    ],
)
def test_a_paragraph_leads_to_its_place_in_the_consolidated_law(text: str, expected: list[tuple[str, str]]) -> None:
    assert links(convert(text)) == expected


def test_every_law_that_is_cited_has_an_address_with_paragraphs_and_says_its_state(bank: Kunskapsbank) -> None:
    laws = {key: source for key, source in bank.kalla.items() if source.slag == "lag"}
    assert laws
    for key, law in laws.items():
        assert law.lage, key
        # Two readings of one law, of different dates, share its names.
        assert law.kallas or key.removesuffix("-2025") in laws, key
        assert paragraph_address(law, "2 §").endswith("#P2"), key
        assert "ursprungliga lydelse" not in (law.kommentar or ""), key
