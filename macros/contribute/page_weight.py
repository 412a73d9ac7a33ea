"""How a change alters what pages weigh: measured in two built sites, or estimated from what the pages say.

An estimate packs each page's Markdown on both sides. Menus, styles and scripts are alike on both, so the
difference is near to what a reader's phone fetches, and no site has to be built.
"""

import zlib
from collections.abc import Mapping
from pathlib import Path

from macros.checks.material import Material
from macros.guidance.pages import guidance_pages
from macros.pages.site import generated_pages

# Pages whose weight changed less than this (bytes) are not listed.
SMALLEST_CHANGE = 200
Weights = Mapping[str, tuple[int, int]]
# What pages say, by address.
Texts = Mapping[str, str]


def measured(before: Path, after: Path) -> Weights:
    """Packed bytes of each page in two built sites, where they differ."""
    return _changed(_of_site(before), _of_site(after))


def estimated(old: Texts, new: Texts) -> Weights:
    """Packed bytes of each page's text on both sides, where they differ. Empty when a side could not be read."""
    return _changed(_weighed(old), _weighed(new)) if old and new else {}


def seen(old: Texts, new: Texts) -> frozenset[str]:
    """The addresses of pages that say something else than before. Empty when a side could not be read."""
    return frozenset(page for page, text in new.items() if old.get(page) != text) if old else frozenset()


def contents(material: Material) -> Texts:
    """What each page says, as Markdown, by address; empty when a record is faulty."""
    if material.bank is None:
        return {}
    guidance = guidance_pages(material.root / "docs")
    texts = {page.address: page.body for page in guidance}
    return texts | {page.address: page.markdown for page in generated_pages(material.bank, guidance)}


def _of_site(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): _packed(path.read_bytes()) for path in site.rglob("*.html")}


def _weighed(texts: Texts) -> dict[str, int]:
    return {address: _packed(text.encode()) for address, text in texts.items()}


def _packed(content: bytes) -> int:
    return len(zlib.compress(content, 6))


def _changed(old: Mapping[str, int], new: Mapping[str, int]) -> Weights:
    pages = {page: (old.get(page, 0), new.get(page, 0)) for page in {*old, *new}}
    return {page: sizes for page, sizes in pages.items() if abs(sizes[0] - sizes[1]) >= SMALLEST_CHANGE}
