"""Every link in text leads to a page of the site that exists, and to a heading that exists on it.

Only links of the form `[text](/folder/page.md)` and `[text](/folder/page.md#heading)` are accepted,
so an address that runs script, leads off the site or hides behind a reference cannot be written.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from macros.checks.headings import headings_of
from macros.checks.material import Material
from macros.guidance.anchors import heading_ids
from macros.guidance.guides import Guide
from macros.guidance.passages import Line, Passage, guide_passage
from macros.loading.messages import HOW_TO_LINK, gone, told
from macros.model import KINDS
from macros.model.kvar import MOVED_KEY
from macros.model.names import nearest
from macros.problems.problem import Problem

RULE = "lank"
LINK = re.compile(r"(?P<image>!?)\[(?P<text>[^\[\]]*)\]\((?P<target>[^()]*)\)")
TARGET = re.compile(r"^(?P<page>/[a-z0-9-]+(?:/[a-z0-9_-]+)*\.md)?(?:#(?P<anchor>[a-z0-9_-]+))?$")
_PICTURE = re.compile(r"^/bidra/bilder/[a-z0-9-]+\.png$")
_OPENING = re.compile(r"\]\(")
_REFERENCE = re.compile(r"^[\s>*+-]*\[[^\[\]]*\]:|(?<![\]])\]:\s*\S")
_FOOTNOTE = re.compile(r"\s*\[\^")
EXTERNAL = re.compile(r"^(https?:)?//", re.IGNORECASE)
# Pages whose anchors are the identifiers of records.
_RECORD_ANCHORS: Mapping[str, str] = {
    f"/{kind.common_page}.md": kind.name for kind in KINDS.values() if kind.common_page
}


def check(material: Material) -> Iterable[Problem]:
    """Links that are written in another way, and links that lead nowhere."""
    anchors = _Anchors(material)
    for passage in material.passages:
        for line in passage.lines:
            if "]" not in line.text:
                continue
            if passage.kind == "plain":
                yield from _plain(passage, line)
            else:
                yield from _line(passage, line, material, anchors)


class _Anchors:
    """The headings of pages of guidance, found when first asked for."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._guides = {f"/{guide.src}": guide for guide in material.all_guides}
        self._found: dict[str, frozenset[str]] = {}

    def of(self, page: str) -> frozenset[str] | None:
        """The anchors of a page, or None when only the built page can tell."""
        if page in _RECORD_ANCHORS:
            return self._material.identifiers[_RECORD_ANCHORS[page]]
        if page not in self._guides:
            return None
        if page not in self._found:
            self._found[page] = frozenset(heading_anchors(self._guides[page]))
        return self._found[page]


def heading_anchors(guide: Guide) -> Iterator[str]:
    """The anchors that the headings of a page get."""
    passage = guide_passage(guide)
    return heading_ids(
        (heading.plain for heading in headings_of(passage)), "\n".join(line.text for line in passage.lines)
    )


def _plain(passage: Passage, line: Line) -> Iterator[Problem]:
    found = _OPENING.search(line.text)
    if found:
        yield passage.problem(line, found.start(), *told("lank_i_rad"), RULE)


def _line(passage: Passage, line: Line, material: Material, anchors: _Anchors) -> Iterator[Problem]:
    text = line.prose
    # The text of a footnote is told by the rule of its own.
    reference = None if _FOOTNOTE.match(text) else _REFERENCE.search(text)
    if reference:
        hint = f"{HOW_TO_LINK} Adresser kan inte samlas under egna rader."
        message = "Hänvisningar av formen ”[ord]: …” får inte användas."
        yield passage.problem(line, reference.start(), message, hint, RULE)
    complete = {found.end("text"): found for found in LINK.finditer(text)}
    for opening in _OPENING.finditer(text):
        found = complete.get(opening.start())
        if found is None:
            hint = f"Skriv länken på en enda rad, utan parenteser i adressen. {HOW_TO_LINK}"
            yield passage.problem(line, opening.start(), "Länken går inte att tolka.", hint, RULE)
        elif found["image"]:
            yield from _picture(passage, line, found, material)
        else:
            yield from _target(passage, line, found, material, anchors)


def _picture(passage: Passage, line: Line, found: re.Match[str], material: Material) -> Iterator[Problem]:
    if not _PICTURE.match(found["target"]) or passage.kind != "guide":
        hint = "Bilder läggs i docs/bidra/bilder/ och används bara där. Figurer ritas med {{ figur(…) }}."
        yield passage.problem(line, found.start(), "Bilden får inte användas här.", hint, RULE)
    elif not (material.root / "docs" / found["target"].removeprefix("/")).is_file():
        hint = "Lägg bildfilen där, eller rätta adressen."
        yield passage.problem(line, found.start("target"), f"Bilden ”{found['target']}” finns inte.", hint, RULE)
    elif not found["text"].strip():
        hint = "Beskriv mellan hakparenteserna vad bilden visar, för den som inte ser den."
        yield passage.problem(line, found.start(), "Bilden saknar beskrivning.", hint, RULE)
    elif line.text.strip() != found[0]:
        hint = "Låt bilden stå ensam på sin rad, med en tom rad före och efter. Annars går den inte att skriva ut."
        yield passage.problem(line, found.start(), "Bilden står mitt i en text.", hint, RULE)


def _target(
    passage: Passage, line: Line, found: re.Match[str], material: Material, anchors: _Anchors
) -> Iterator[Problem]:
    address = found["target"]
    place = found.start("target")
    parts = TARGET.match(address)
    # In prose the code of a text is blanked out.
    if not line.text[slice(*found.span("text"))].strip():
        hint = "Skriv mellan hakparenteserna vart länken leder."
        yield passage.problem(line, found.start(), "Länken har ingen text.", hint, RULE)
    if not address or parts is None:
        yield passage.problem(line, place, *_wrong_form(address), RULE)
        return
    page = parts["page"] or (f"/{passage.shown.split('/', 1)[1]}" if passage.kind == "guide" else None)
    if page is None or page.removeprefix("/") not in material.pages:
        yield passage.problem(line, place, *_no_such_page(address, page or "", material), RULE)
        return
    known = anchors.of(page) if parts["anchor"] else None
    if known is not None and parts["anchor"] not in known:
        match = nearest(parts["anchor"], known)
        hint = f"Menade du ”#{match}”?" if match else "Ta bort det som står från och med #."
        yield passage.problem(line, place, f"Sidan har ingen rubrik ”#{parts['anchor']}”.", hint, RULE)


def _wrong_form(address: str) -> tuple[str, str]:
    if EXTERNAL.match(address):
        return told("lank_ut")
    return told("lank_form", adress=address)


@cache
def _addresses(pages: frozenset[str]) -> frozenset[str]:
    return frozenset(f"/{page}" for page in pages)


def _no_such_page(address: str, page: str, material: Material) -> tuple[str, str]:
    left = next((left for left in material.left if page == f"/{left.src}"), None)
    if left:
        return gone(f"Sidan {page}", str(left.parsed.fields.get(MOVED_KEY, "")))
    folder, _, name = page.removesuffix(".md").strip("/").rpartition("/")
    kind = next((kind for kind in KINDS.values() if kind.page_folder == folder), None)
    if kind and name in material.loaded.names.withdrawn.get(kind.name, ()):
        return gone(f"Posten data/{kind.folder}/{name}.yml", "")
    match = nearest(address.split("#", 1)[0], _addresses(material.pages))
    return f"Det finns ingen sida ”{address}”.", f"Menade du ”{match}”?" if match else HOW_TO_LINK
