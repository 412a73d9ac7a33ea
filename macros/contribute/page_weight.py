"""How a change alters what pages weigh: measured in two built sites, or estimated from what the pages say.

An estimate packs each page's Markdown on both sides. Menus, styles and scripts are alike on both, so the
difference is near to what a reader's phone fetches, and no site has to be built.
"""

import zlib
from collections.abc import Mapping
from pathlib import Path

from macros.checks.material import Material
from macros.pages.site import generated_pages, guidance_pages

# Pages whose weight changed less than this (bytes) are not listed.
SMALLEST_CHANGE = 200
Weights = Mapping[str, tuple[int, int]]


def measured(before: Path, after: Path) -> Weights:
    """Packed bytes of each page in two built sites, where they differ."""
    return _changed(_of_site(before), _of_site(after))


def estimated(before: Material, after: Material) -> Weights:
    """Packed bytes of each page's text on both sides, where they differ. Empty when records on a side are faulty."""
    old, new = _of_content(before), _of_content(after)
    return _changed(old, new) if old and new else {}


def _of_site(site: Path) -> dict[str, int]:
    return {path.relative_to(site).as_posix(): _packed(path.read_bytes()) for path in site.rglob("*.html")}


def _of_content(material: Material) -> dict[str, int]:
    if material.bank is None:
        return {}
    guidance = guidance_pages(material.root / "docs")
    texts = {page.address: page.body for page in guidance}
    texts |= {page.address: page.markdown for page in generated_pages(material.bank, guidance)}
    return {address: _packed(text.encode()) for address, text in texts.items()}


def _packed(content: bytes) -> int:
    return len(zlib.compress(content, 6))


def _changed(old: Mapping[str, int], new: Mapping[str, int]) -> Weights:
    pages = {page: (old.get(page, 0), new.get(page, 0)) for page in {*old, *new}}
    return {page: sizes for page, sizes in pages.items() if abs(sizes[0] - sizes[1]) >= SMALLEST_CHANGE}
