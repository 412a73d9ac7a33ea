"""Tells a reviewer what changes, as Markdown for a comment, a job summary or a terminal.

Everything that a contributor wrote stands in code, so that no mention, link or mark-up of it works.
"""

import re
from collections.abc import Iterable, Iterator

from macros.checks.readability import LIMIT
from macros.contribute.difference import Difference, Record, Text, Value
from macros.contribute.page_weight import Weights
from macros.ord import words
from macros.report import visible

# Comments on code hosts hold about 65,000 characters.
LONGEST = 60_000
_LONGEST_VALUE = 300
_MOST_ROWS = 200
# Letters shown on each side of what differs in a long text.
_CONTEXT = 40


def as_markdown(found: Difference, weights: Weights | None = None, *, estimated: bool = False) -> str:
    """The whole account. `weights` gives bytes before and after by page, measured or estimated."""
    text = words()["skillnad"]
    parts = [
        f"## {text['rubrik']}",
        _summary(found),
        _list(
            text["adresser_borta"], (f"{code(address)} {text['utan_omdirigering']}" for address in found.addresses_lost)
        ),
        text["gor_omdirigering"] if found.addresses_lost else "",
        _list(text["omdirigeras"], (f"{code(old)} → {code(new)}" for old, new in found.redirects)),
        _list(text["adresser_nya"], map(code, found.addresses_added)),
        "\n\n".join(_record(record) for record in found.records),
        _list(text["fakta_borta"], (_fact(fact) for fact in found.facts_lost)),
        _list(text["fakta_nya"], (_fact(fact) for fact in found.facts_added)),
        _list(text["kallor_borta"], map(code, found.sources_lost)),
        _list(text["kallor_nya"], map(code, found.sources_added)),
        _list(text["sidor"], map(code, found.pages)),
        _list(text["lasbarhet"], filter(None, map(_readability, found.texts))),
        _words(found.new_words),
        _weights(weights or {}, text["vikt_uppskattad" if estimated else "vikt"]),
    ]
    whole = "\n\n".join(part for part in parts if part) + "\n"
    return whole if len(whole) <= LONGEST else f"{whole[:LONGEST].rsplit(chr(10), 1)[0]}\n\n{text['avkortad']}\n"


def code(text: str) -> str:
    """Any text as code in Markdown, on one line and cut where it is long."""
    shown = visible(" ".join(text.split()))
    cut = shown if len(shown) <= _LONGEST_VALUE else f"{shown[:_LONGEST_VALUE]}…"
    longest = max((len(run) for run in re.findall(r"`+", cut)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if cut.startswith("`") or cut.endswith("`") or not cut.strip() else ""
    return f"{fence}{pad}{cut or '∅'}{pad}{fence}"


def _summary(found: Difference) -> str:
    text = words()["skillnad"]
    if found.addresses_lost:
        opening = text["fel_adresser"].format(antal=len(found.addresses_lost))
    elif not (found.records or found.pages or found.addresses_added):
        return str(text["inget"])
    else:
        opening = text["inga_fel"]
    counts = text["antal"].format(
        poster=len(found.records),
        sidor=len(found.pages),
        nya=len(found.facts_added),
        borta=len(found.facts_lost),
        kallor=len(found.sources_added),
    )
    return f"{opening} {counts}"


def _list(heading: str, rows: Iterable[str]) -> str:
    listed = list(rows)
    if not listed:
        return ""
    shown = [f"- {row}" for row in listed[:_MOST_ROWS]]
    if len(listed) > _MOST_ROWS:
        shown.append(f"- {words()['skillnad']['fler'].format(antal=len(listed) - _MOST_ROWS)}")
    return "\n".join([f"### {heading}", "", *shown])


def _record(record: Record) -> str:
    text = words()["skillnad"]
    heading = f"### {text['slag'][record.change]}: {code(record.path)}"
    rows = [f"- {code(value.field)}: {_change(value)}" for value in record.values[:_MOST_ROWS]]
    return "\n".join([heading, "", *rows])


def _change(value: Value) -> str:
    if value.before and value.after:
        before, after = _apart(value.before, value.after)
        return f"{code(before)} → {code(after)}"
    text = words()["skillnad"]
    return f"{text['tillagt']} {code(value.after)}" if value.after else f"{text['borttaget']} {code(value.before)}"


def _apart(before: str, after: str) -> tuple[str, str]:
    """Two long texts without what they have in common at the start and the end."""
    if max(len(before), len(after)) <= _LONGEST_VALUE:
        return before, after
    start = max(0, _shared(before, after) - _CONTEXT)
    end = _shared(before[start:][::-1], after[start:][::-1])
    stop = max(0, end - _CONTEXT)
    opening, closing = "…" if start else "", "…" if stop else ""
    shown = [f"{opening}{text[start : len(text) - stop]}{closing}" for text in (before, after)]
    return shown[0], shown[1]


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with in common."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (left, right) in pairs if left != right), min(len(one), len(other)))


def _fact(fact: tuple[str, ...]) -> str:
    kind, identifier, field, value, year = fact
    return f"{code(f'{kind}/{identifier}')} {code(field)}: {code(value)}{f' ({code(year)})' if year else ''}"


def _readability(text: Text) -> str:
    told = words()["skillnad"]
    if text.after is None:
        return ""
    before = f"{text.before} → " if text.before is not None and text.before != text.after else ""
    warning = f" – {told['svar_text']}" if text.after > LIMIT else ""
    return f"{code(text.path)}: LIX {before}{text.after}{warning}"


def _words(found: tuple[str, ...]) -> str:
    text = words()["skillnad"]
    if not found:
        return ""
    shown = ", ".join(code(word) for word in found[:_MOST_ROWS])
    more = text["fler"].format(antal=len(found) - _MOST_ROWS) if len(found) > _MOST_ROWS else ""
    return f"### {text['nya_ord']}\n\n{text['nya_ord_om']}\n\n{shown}{f', {more}' if more else ''}"


def _weights(weights: Weights, heading: str) -> str:
    rows = (f"{code(page)}: {_kilobytes(old)} → {_kilobytes(new)} kB" for page, (old, new) in sorted(weights.items()))
    return _list(heading, rows)


def _kilobytes(size: int) -> str:
    return f"{size / 1000:.1f}".replace(".", ",") if size else "–"


def errors(found: Difference) -> Iterator[str]:
    """What must stop a change: addresses that readers may have saved and that lead nowhere."""
    for address in found.addresses_lost:
        yield f"{address}: {words()['skillnad']['utan_omdirigering']}"
