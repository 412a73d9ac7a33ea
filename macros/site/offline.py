"""A copy of the whole site to download and read without a network: `/nedladdning/bestallargrupper.zip`.

In the copy every link to a page names its file (`…/index.html`), since a folder opened from a disk shows a
list of files instead of a page. The same site gives the same bytes, whenever and wherever it is packed.
"""

import io
import json
import re
import shutil
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from macros.kept import FOLDER, code_mark, digest, read_marked, write_marked
from macros.site.edit import Attribute
from macros.site.pages import BuiltSite

ARCHIVE = PurePosixPath("nedladdning/bestallargrupper.zip")
FOLDER_IN_ARCHIVE = PurePosixPath("bestallargrupper")
# Addresses from the root of a host mean nothing on a disk, and the sitemap is for search engines.
LEFT_OUT = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "_headers", ".htaccess"})
# The earliest moment that the format can hold, so that the time of the build leaves no trace.
NO_TIME = (1980, 1, 1, 0, 0, 0)
KEPT = "kopia.sparad"
# A file in an archive begins with a header of this size, where the lengths of its name and extras stand last.
_HEADER, _LENGTHS_AT = 30, 26
_ADDRESSES = Attribute('a|form|link rel="canonical"', "href|action")
_HAS_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)


def write_offline_copy(site: BuiltSite, cache: Path = FOLDER) -> None:
    """Packs the built site; links in pages are rewritten in the copy only.

    What is as it was in the archive before is taken from there, since packing takes long.
    """
    archive = site.folder / ARCHIVE
    archive.parent.mkdir(parents=True, exist_ok=True)
    archive.unlink(missing_ok=True)
    before, made = _Before.read(cache / KEPT), io.BytesIO()
    marks = {}
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for name, content in _contents(site):
            marks[name] = digest(content)
            if before.marks.get(name) == marks[name]:
                _copy(before, name, packed)
            else:
                page = name.endswith(".html")
                packed.writestr(_entry(name), with_file_names(content.decode()) if page else content)
    archive.write_bytes(made.getbuffer())
    if marks != before.marks:
        with suppress(OSError):
            write_marked(cache / KEPT, json.dumps(marks).encode() + b"\n" + made.getbuffer(), _made_by())


def _contents(site: BuiltSite) -> Iterator[tuple[str, bytes]]:
    """What is packed, by the names of the files."""
    for name in site.files():
        if name not in LEFT_OUT:
            yield name, site.pages[name].html.encode() if name in site.pages else (site.folder / name).read_bytes()


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo((FOLDER_IN_ARCHIVE / name).as_posix(), NO_TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


@dataclass(frozen=True)
class _Before:
    """The archive as it was kept: a mark of each file's content by its name, and the bytes."""

    marks: Mapping[str, str]
    content: bytes
    entries: Mapping[str, zipfile.ZipInfo]

    @classmethod
    def read(cls, path: Path) -> "_Before":
        kept = read_marked(path, _made_by())
        if kept is None:
            return cls({}, b"", {})
        marks, _, content = kept.partition(b"\n")
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            return cls(json.loads(marks), content, {entry.filename: entry for entry in opened.infolist()})


def _copy(before: _Before, name: str, packed: zipfile.ZipFile) -> None:
    """Takes over a packed file with the header before it; the library writes the list at the archive's end."""
    entry = before.entries[(FOLDER_IN_ARCHIVE / name).as_posix()]
    start = entry.header_offset
    lengths = struct.unpack_from("<HH", before.content, start + _LENGTHS_AT)
    end = start + _HEADER + sum(lengths) + entry.compress_size
    out: Any = packed.fp
    entry.header_offset = out.tell()
    out.write(before.content[start:end])
    packed.start_dir = out.tell()
    packed.filelist.append(entry)
    packed.NameToInfo[entry.filename] = entry
    # The list is written only when something has been added.
    packed._didModify = True  # type: ignore[attr-defined]  # noqa: SLF001


def _made_by() -> str:
    return f"{code_mark()} {zlib.ZLIB_RUNTIME_VERSION}"


def lend_copy(site: BuiltSite, shown: Path) -> None:
    """Takes over the copy of a site that was built before, when it has one."""
    if (shown / ARCHIVE).is_file():
        (site.folder / ARCHIVE).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(shown / ARCHIVE, site.folder / ARCHIVE)


def with_file_names(html: str) -> str:
    """The page with `index.html` in every relative link that leads to a folder."""
    return _ADDRESSES.changed(html, file_name)


def file_name(address: str) -> str:
    """A relative address with the page's file: ”../bebo/#syfte” becomes ”../bebo/index.html#syfte”."""
    if not address or _HAS_HOST.match(address) or address.startswith(("?", "/")):
        return address
    path, sign, rest = _split(address)
    if path.endswith("/"):
        path += "index.html"
    elif path.rpartition("/")[2] in {".", ".."}:
        path += "/index.html"
    return path + sign + rest


def _split(address: str) -> tuple[str, str, str]:
    """An address as its path, the sign that ends the path, and what follows."""
    found = re.search(r"[?#]", address)
    return (address[: found.start()], found[0], address[found.end() :]) if found else (address, "", "")
