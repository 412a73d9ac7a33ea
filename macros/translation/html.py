"""An English page as it leaves the build: its links lead to English pages, and what is not English is marked.

Pages of both languages are made alike, with Swedish addresses in every link, so that this is the one place that
knows where the English ones are.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from posixpath import relpath
from urllib.parse import urljoin, urlsplit

from macros.drawing import draw
from macros.language.signs import OLDER_FROM, OLDER_TO, SWEDISH_FROM, SWEDISH_TO
from macros.language.speaking import ENGLISH, SWEDISH, speaking
from macros.language.swedish import NBSP
from macros.site.edit import Attribute, Link, with_links
from macros.translation.addresses import Twins, english_address, is_english

# Stands after the words of a link to a Swedish page.
_MARK = "\ue004"
_TEXT = "\ue005"
_SIGNS = f"{SWEDISH_FROM}{SWEDISH_TO}{OLDER_FROM}{OLDER_TO}{_MARK}"
# Scripts hold them as they are or as a code.
_SIGN = re.compile(f"[{_SIGNS}]|" + "|".join(rf"\\u{ord(sign):04x}" for sign in _SIGNS))
# What holds signs: tags, the elements whose content is no text of the page, and text.
_SIGNED = re.compile(
    rf"<(script|title|style)\b.*?</\1>|<!--.*?-->|<[^>\\{_SIGNS}]*[\\{_SIGNS}][^>]*>|{_SIGN.pattern}", re.DOTALL
)
_FORM = Attribute("form", "action")
_HOST = "http://webbplats.invalid"
_UP = "../"


def without_signs(text: str) -> str:
    """A text as it is read where nothing can be marked."""
    return _SIGN.sub("", text)


def for_scripts(value: object, texts: Mapping[str, str]) -> object:
    """Plain data for scripts that draw it: with English addresses, and with the marks as words in brackets."""
    if isinstance(value, str):
        if value.startswith("/"):
            return english_address(value) or value
        if not _SIGN.search(value):
            return value
        told = value.replace(SWEDISH_TO, f" ({texts['pa_svenska']})").replace(OLDER_TO, f" ({texts['aldre']})")
        return without_signs(told)
    if isinstance(value, Mapping):
        return {key: for_scripts(inner, texts) for key, inner in value.items()}
    return [for_scripts(inner, texts) for inner in value] if isinstance(value, list | tuple) else value


def finished(html: str, address: str, twins: Twins) -> str:
    """The page at an English address."""
    known: dict[str, str | None] = {}

    def english(target: str) -> str | None:
        if target not in known:
            known[target] = _english(target, address, twins)
        return known[target]

    def link(found: Link) -> Link:
        if found.has("hreflang"):
            return found
        other = english(found.target)
        if other is None:
            told = "" if SWEDISH_TO in found.inside else _MARK
            return replace(found.with_attribute("hreflang", SWEDISH), inside=found.inside + told)
        return replace(found, target=other)

    forms = _FORM.changed(html, lambda target: english(target) or target)
    return _marked(with_links(forms, link))


def _english(target: str, address: str, twins: Twins) -> str | None:
    """Where a link of an English page leads: to the English page where there is one; None when there is none."""
    if not target or target.startswith("#"):
        return target
    path, query, fragment = _from_root(*_raised(address, target))
    if not path.endswith("/") or is_english(path):
        return target
    other = twins.english.get(path)
    if other is None:
        return None
    anchor = twins.anchors.get(path, {}).get(fragment, fragment)
    return f"{relpath(other, address)}/{f'?{query}' if query else ''}{f'#{anchor}' if anchor else ''}"


def _raised(folder: str, target: str) -> tuple[str, str]:
    """A folder and an address relative to it, with a shorter folder for each step up that the address begins with.

    So what many pages lead to in their own ways is one and the same.
    """
    while target.startswith(_UP) and len(folder) > 1 and not target.startswith("/", len(_UP)):
        folder, target = folder[: folder.rstrip("/").rfind("/") + 1], target.removeprefix(_UP)
    return folder, target


@lru_cache(maxsize=1 << 16)
def _from_root(folder: str, target: str) -> tuple[str, str, str]:
    """The path from the root of the site, query and fragment of an address; no path when it leads elsewhere."""
    split = urlsplit(urljoin(f"{_HOST}{folder}", target))
    elsewhere = f"{split.scheme}://{split.netloc}" != _HOST
    return "" if elsewhere else split.path, split.query, split.fragment


def marks() -> Mapping[str, str]:
    """What stands for each sign on an English page."""
    with speaking(ENGLISH):
        before, after = draw("sidor/annat-sprak.html", text=_TEXT).strip().split(_TEXT)
        swedish, older = (draw("sidor/sprakmarke.html", aldre=older).strip() for older in (False, True))
    return {SWEDISH_FROM: before, SWEDISH_TO: after, OLDER_FROM: "", OLDER_TO: f" {older}", _MARK: f"{NBSP}{swedish}"}


def _marked(html: str) -> str:
    """The page with a mark at what is Swedish or older than the Swedish; nothing of it in attributes and scripts."""
    if not _SIGN.search(html):
        return html
    shown = marks()
    return _SIGNED.sub(lambda found: without_signs(found[0]) if found[0][0] == "<" else shown[found[0]], html)
