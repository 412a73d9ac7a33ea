"""Gives styles, scripts and fonts names that carry a hash of their content, so that browsers may keep them for a year.

The style sheet's parts are joined into one file first, and what no page mentions is left out. What scripts load
(the search's files, and the data of one kind of records to compare) is written with its hash already.
"""

import hashlib
import re
from pathlib import Path

from macros.site.colours import colours
from macros.site.edit import Attribute
from macros.site.pages import BuiltSite

ASSETS = "assets"
HASH_LENGTH = 10
PAGES = "En sida"
_IMPORT = re.compile(r'@import "([\w-]+\.css)";\n?')
_FONT = re.compile(r'url\("\.\./fonts/([\w-]+\.woff2)"\)')
_COMMENT = re.compile(r"/\*.*?\*/\s*", re.DOTALL)
_ASSET = r"(?:css|js|jamfor)/[\w-]+\.(?:css|js)|ikon\.svg"
_REFERENCE = Attribute("link|script", "href|src", rf'[^"]*?{ASSETS}/(?:{_ASSET})')


class MissingAssetError(Exception):
    """A page or a style sheet names a file that is not there; the message says which."""

    def __init__(self, where: str, name: str) -> None:
        super().__init__(f"{where} nämner {name}, som inte finns.")


def fingerprint_assets(site: BuiltSite) -> None:
    """Renames the assets of a built site and every reference to them. Raises MissingAssetError."""
    folder = site.folder / ASSETS
    names: dict[str, str] = {}

    def renamed(reference: str) -> str:
        before, name = _parted(reference)
        if name not in names:
            names[name] = _named_by_content(folder, name)
        return before + names[name]

    for page in site.pages.values():
        page.html = _REFERENCE.changed(page.html, renamed)
    site.renamed.update({f"{ASSETS}/{old}": f"{ASSETS}/{new}" for old, new in names.items()})
    _remove_unused(folder, set(names.values()))


def _parted(reference: str) -> tuple[str, str]:
    """An address of an asset as what leads to the folder of assets, and its name in there."""
    before, _, name = reference.partition(f"{ASSETS}/")
    return f"{before}{ASSETS}/", name


def _named_by_content(folder: Path, reference: str) -> str:
    """Writes an asset under the name that its content gives it, and tells that name."""
    source = folder / reference
    if not source.is_file():
        raise MissingAssetError(PAGES, source.name)
    content = style_sheet(source).encode("utf-8") if source.suffix == ".css" else source.read_bytes()
    name = hashed(reference, content)
    (folder / name).write_bytes(content)
    return name


def hashed(name: str, content: bytes) -> str:
    """The name with a hash of the content before its ending: ”css/stil.0123456789.css”."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:HASH_LENGTH]}{dot}{ending}"


def with_current_names(text: str, site: Path) -> str:
    """A page with the names that assets have already in a built site; what the site does not have is left."""

    def current(reference: str) -> str:
        before, name = _parted(reference)
        stem, dot, ending = name.rpartition(".")
        found = sorted((site / ASSETS).glob(f"{stem}.*{dot}{ending}"))
        return before + (found[0].relative_to(site / ASSETS).as_posix() if found else name)

    return _REFERENCE.changed(text, current)


def style_sheet(path: Path, fonts: Path | None = None) -> str:
    """A style sheet in one piece, without comments, with the fonts' new names. Raises MissingAssetError.

    The fonts are written under their new names in the folder `fonts`, otherwise where they are.
    """

    def part(found: re.Match[str]) -> str:
        source = path.with_name(found[1])
        if not source.is_file():
            raise MissingAssetError(path.name, found[1])
        return source.read_text("utf-8")

    def font(found: re.Match[str]) -> str:
        source = path.parent.parent / "fonts" / found[1]
        if not source.is_file():
            raise MissingAssetError(path.name, found[1])
        name = hashed(found[1], source.read_bytes())
        ((fonts or source.parent) / name).write_bytes(source.read_bytes())
        return f'url("../fonts/{name}")'

    joined = _IMPORT.sub(part, path.read_text("utf-8"))
    plain = _COMMENT.sub("", joined)
    return _FONT.sub(font, plain) + light_fallback(plain)


def light_fallback(css: str) -> str:
    """The light colours once more, for browsers from before 2024 that do not know `light-dark()`."""
    light = "".join(f"--{name}:{each.light};" for name, each in colours(css).items() if each.light != each.dark)
    return f"@supports not (color: light-dark(#fff, #000)) {{ :root {{ {light} }} }}\n" if light else ""


def _remove_unused(folder: Path, used: set[str]) -> None:
    """Takes away the files under their old names, and the scripts and parts of style sheets that no page loads."""
    for kind in ("css", "js"):
        for path in (folder / kind).glob("*"):
            if f"{kind}/{path.name}" not in used:
                path.unlink()
    for path in (folder / "fonts").glob("*.woff2"):
        if path.stem.count(".") == 0:
            path.unlink()
    for path in (folder / "jamfor").glob("grund*.js"):
        if f"jamfor/{path.name}" not in used:
            path.unlink()
    if any(name.startswith("ikon.") for name in used):
        (folder / "ikon.svg").unlink()
