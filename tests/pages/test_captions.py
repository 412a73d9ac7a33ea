"""No caption and no legend says what a heading of its page says already."""

import re
from html import unescape
from pathlib import Path

_TAG = re.compile(r"<sup\b.*?</sup>|<[^>]+>", re.DOTALL)
_HEADING = re.compile(r"<h[1-6]\b[^>]*>(.*?)</h[1-6]>", re.DOTALL)
_CAPTION = re.compile(r"<(caption|legend|figcaption)\b[^>]*>(.*?)</\1>", re.DOTALL)


def _said(html: str) -> str:
    return " ".join(unescape(_TAG.sub("", html)).split())


def repeated(html: str) -> list[str]:
    """The captions of a page that repeat one of its headings."""
    headings = {_said(found) for found in _HEADING.findall(html)}
    return [said for _, found in _CAPTION.findall(html) if (said := _said(found)) in headings]


def test_a_caption_that_repeats_its_heading_is_found() -> None:
    assert repeated("<h2>Siffror</h2><table><caption>Siffror<sup>1</sup></caption></table>") == ["Siffror"]
    assert repeated("<h2>Siffror</h2><table><caption>BeBo i siffror</caption></table>") == []


def test_no_caption_repeats_a_heading(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert len(pages) > 150
    found = {path.relative_to(site).as_posix(): repeated(path.read_text("utf-8")) for path in pages}
    assert {page: said for page, said in found.items() if said} == {}
