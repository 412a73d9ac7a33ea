"""External addresses in sources and records: which ones no longer answer. Only ever run on a schedule.

Outside links never stop a change: a site may be down for a day, and an old source is still a source.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPException
from types import MappingProxyType
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from macros.checks.material import Material
from macros.ord import words

SECONDS = 20
_AT_ONCE = 8
# Answers by which a site says that it does not serve programs, not that the page is gone.
_REFUSALS = frozenset({401, 403, 405, 406, 429, 503})
# Some sites refuse callers that do not say what they are.
_HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; kunskapsbank-lankar)", "Accept": "*/*"}

Fetch = Callable[[str], str]


@dataclass(frozen=True)
class Dead:
    """An address that did not answer, what happened, and the files that have it."""

    address: str
    reason: str
    files: tuple[str, ...]


def addresses(material: Material) -> dict[str, tuple[str, ...]]:
    """Every external address of the records with the files that have it."""
    found: dict[str, list[str]] = {}
    for file in material.loaded.files.values():
        data = file.parsed.fields
        for key in ("adress", "webb"):
            value = data.get(key)
            if isinstance(value, str) and value.startswith(("http://", "https://")):
                found.setdefault(value, []).append(file.shown)
    return {address: tuple(files) for address, files in sorted(found.items())}


def dead(found: dict[str, tuple[str, ...]], fetch: Fetch) -> Iterator[Dead]:
    """The addresses for which `fetch` gives a reason instead of an empty text."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for (address, files), reason in zip(found.items(), pool.map(fetch, found), strict=True):
            if reason:
                yield Dead(address, reason, files)


def fetch(address: str) -> str:
    """Asks for an address; an empty text when it answers, otherwise what happened."""
    text = words()["lankar"]
    request = Request(address, headers=_HEADERS)  # noqa: S310 - records hold only http and https
    try:
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            answer.read(1)
    except HTTPError as error:
        return "" if error.code in _REFUSALS else str(text["svar"].format(kod=error.code))
    except (URLError, HTTPException, OSError, ValueError):
        return str(text["inget_svar"])
    return ""


def archived(material: Material) -> dict[str, str]:
    """The addresses of saved copies, by the address that each is a copy of."""
    copies: dict[str, str] = {}
    for file in material.loaded.files.values():
        data = file.parsed.fields
        address, copy = data.get("adress"), data.get("arkiv")
        if isinstance(address, str) and isinstance(copy, str):
            copies[address] = copy
    return copies


def report(found: Iterable[Dead], asked: int, copies: Mapping[str, str] = MappingProxyType({})) -> str:
    """The account as Markdown, for one standing issue; `copies` are saved copies by address."""
    text = words()["lankar"]
    rows = []
    for link in found:
        copy = text["kopia"].format(adress=copies[link.address]) if link.address in copies else ""
        rows.append(f"- {link.address} – {link.reason} ({', '.join(f'`{name}`' for name in link.files)}){copy}")
    opening = text["doda"].format(antal=len(rows), fragade=asked) if rows else text["inga"].format(fragade=asked)
    return "\n".join([opening, "", *rows, *(["", text["gor_sa"]] if rows else [])]) + "\n"
