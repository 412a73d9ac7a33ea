"""A copy of the whole site to download and read without a network: `/nedladdning/bestallargrupper.zip`.

In the copy every link to a page names its file (`…/index.html`), since a folder opened from a disk shows a
list of files instead of a page. The same site gives the same bytes, whenever and wherever it is packed.
"""

import re
import shutil
import zipfile
from pathlib import Path, PurePosixPath

from macros.kunskapsbank import Kunskapsbank

ARCHIVE = PurePosixPath("nedladdning/bestallargrupper.zip")
FOLDER_IN_ARCHIVE = PurePosixPath("bestallargrupper")
# Addresses from the root of a host mean nothing on a disk, and the sitemap is for search engines.
LEFT_OUT = frozenset({"404.html", "sitemap.xml", "sitemap.xml.gz", "_headers", ".htaccess"})
# The earliest moment that the format can hold, so that the time of the build leaves no trace.
NO_TIME = (1980, 1, 1, 0, 0, 0)
_LINK = re.compile(r'((?:<a\s[^>]*?href|<form\s[^>]*?action|<link rel="canonical" href)=")([^"]*)(")')
_HAS_HOST = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|#)", re.IGNORECASE)


def write_offline_copy(site: Path, _bank: Kunskapsbank) -> None:
    """Packs the built site; links in pages are rewritten in the copy only."""
    archive = site / ARCHIVE
    archive.parent.mkdir(parents=True, exist_ok=True)
    archive.unlink(missing_ok=True)
    files = sorted(path for path in site.rglob("*") if path.is_file())
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        for path in files:
            name = path.relative_to(site).as_posix()
            if path == archive or name in LEFT_OUT:
                continue
            content = path.read_bytes()
            if path.suffix == ".html":
                content = with_file_names(content.decode("utf-8")).encode("utf-8")
            entry = zipfile.ZipInfo((FOLDER_IN_ARCHIVE / name).as_posix(), NO_TIME)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            packed.writestr(entry, content)


def lend_copy(site: Path, shown: Path) -> None:
    """Takes over the copy of a site that was built before, when it has one."""
    if (shown / ARCHIVE).is_file():
        (site / ARCHIVE).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(shown / ARCHIVE, site / ARCHIVE)


def with_file_names(html: str) -> str:
    """The page with `index.html` in every relative link that leads to a folder."""
    return _LINK.sub(lambda found: found[1] + file_name(found[2]) + found[3], html)


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
