"""A section's own page leads to each place once."""

import re
from collections import Counter
from pathlib import Path

import pytest

_TEXT = re.compile(r'<div class="text">(.*?)<div class="sidslut"', re.DOTALL)
# Sources and terms are met again where they are used.
_NOTES = re.compile(r'<section class="kallista.*?</section>|<a class="begrepp".*?</a>|<sup.*?</sup>', re.DOTALL)
_HREF = re.compile(r'<a[^>]*href="([^"#]+)"')
SECTIONS = (
    "om-bestallargrupper", "bilda-en-grupp", "arbetssatt", "exempel", "grupper", "grupper/utomlands", "jamfor",
    "verktyg", "normer", "samverkansformer", "framgangsfaktorer",
)  # fmt: skip


def repeated(text: str) -> list[str]:
    """The addresses that a text leads to more than once."""
    return [address for address, times in Counter(_HREF.findall(_NOTES.sub("", text))).items() if times > 1]


def test_a_link_told_twice_is_found() -> None:
    assert repeated('<a href="a/">A</a> <a href="a/#b">B</a> <a href="a/">C</a>') == ["a/"]


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_page_says_each_link_once(section: str, site: Path) -> None:
    found = _TEXT.search((site / section / "index.html").read_text("utf-8"))
    assert found
    assert repeated(found[1]) == []
