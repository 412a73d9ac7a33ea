"""Rows as CSV text (RFC 4180) that no spreadsheet runs as formulas, and that reads back as it was."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

# The same rule as for the tables that readers save (overrides/assets/js/jamfor-fil.js); text that begins with an
# apostrophe of its own gets one too, so that exactly one is taken away by whoever reads.
_RUN_BY_SPREADSHEETS = re.compile("^(?:\\s*[=+\\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n]|')")
# What may stand between the values of a list: the first that no value holds.
SEPARATORS = ("|", "¦", "‖", "␟")


def harmless(text: str) -> str:
    """Text for a cell: with an apostrophe first when a spreadsheet would run it."""
    return f"'{text}" if _RUN_BY_SPREADSHEETS.match(text) else text


def separator(texts: Iterable[str]) -> str:
    """The sign to put between the values of lists. Raises StopIteration when every sign is taken."""
    used = set("".join(texts))
    return next(sign for sign in SEPARATORS if sign not in used)


def csv_text(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A whole table; lines end as RFC 4180 says."""
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(rows)
    return target.getvalue()
