"""A heading's address is made of its words, and taken by nothing else on the page."""

import re

import markdown
import pytest
from markdown.extensions import Extension

from macros.checks.links import heading_anchors
from macros.guidance.guides import read_guide
from tests.markdown_ext.rules import OWN

EXTENSIONS: list[str | Extension] = ["attr_list", "toc", OWN]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("## Bildades 1989 [@bebo-hist]", "bildades-1989"),
        ("## _Kursiv_ rubrik", "kursiv-rubrik"),
        ("## Med `kod` i", "med-kod-i"),
        ("## Källor\n\nText [@bebo-hist].", "kallor_1"),
        ("## Källor\n\nText.", "kallor"),
        ("## Källa 1\n\nText [@bebo-hist].", "kalla-1_1"),
        ("## Relaterat", "relaterat_1"),
    ],
)
def test_the_page_and_the_check_agree_on_the_address(text: str, address: str) -> None:
    html = markdown.markdown(text, extensions=EXTENSIONS)
    assert re.findall(r'<h2 id="([^"]+)"', html)[0] == address
    assert len(re.findall(r'\bid="([^"]+)"', html)) == len(set(re.findall(r'\bid="([^"]+)"', html)))
    guide = read_guide(f"---\ntitle: x\n---\n\n{text}", "om/fall.md", "docs/om/fall.md")
    assert list(heading_anchors(guide)) == [address]


def test_a_citation_in_a_heading_is_no_part_of_the_contents() -> None:
    md = markdown.Markdown(extensions=EXTENSIONS)
    md.convert("## Bildades 1989 [@bebo-hist]")
    assert md.toc_tokens[0]["name"] == "Bildades 1989"  # type: ignore[attr-defined]
