"""The parts of `/om/oppna-data/` made from the data: rows of each collection, snippets, the catalogue."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from macros.drawing import TEMPLATES, draw
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kind
from macros.open_data.catalogue import ADDRESS, collection_files
from macros.open_data.publication import Publication
from macros.open_data.published import published_record
from macros.open_data.table import Column
from macros.open_data.tables import record_table
from macros.ord import words

SNIPPETS = ("python.py", "r.R", "javascript.js")
# What a snippet's files hold instead of the site's address.
PLACE = "ADRESS"
PARTS = ("samlingar", "exempel", "katalog", "kallhanvisning")
_ROWS = 3
_COLUMNS = 4


@dataclass(frozen=True)
class Shown:
    """A collection: its words, how many records it has, its files, and a few rows with their headings."""

    kind: Kind
    name: str
    about: str
    number: int
    files: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


# The longest text that a cell on the page holds.
_LONGEST = 80


def part(bank: Kunskapsbank, site: Publication, name: str) -> str:
    """One of `PARTS` as Markdown."""
    values = {"samlingar": tuple(_collections(bank, site))} if name == "samlingar" else {}
    return draw(
        f"sidor/oppna-data-{name}.md",
        texter=words()["oppna_data"]["sida"],
        webbplats=site,
        katalog=ADDRESS,
        snuttar=[(each.partition(".")[0], snippet(each, site)) for each in SNIPPETS],
        **values,
    )


def snippet(name: str, site: Publication) -> str:
    """A snippet with the site's address; a word to replace while the site has none."""
    address = site.address.rstrip("/") or words()["oppna_data"]["sida"]["din_adress"]
    return (TEMPLATES / "snuttar" / name).read_text("utf-8").replace(PLACE, address)


def _collections(bank: Kunskapsbank, site: Publication) -> Iterator[Shown]:
    for kind in KINDS.values():
        texts = words()["oppna_data"]["samlingar"][kind.folder]
        records = bank.records(kind.name)
        # Only what is shown is published here: the files hold the rest.
        shown = [published_record(kind, name, record, site) for name, record in islice(records.items(), _ROWS)]
        table = record_table(kind, shown)
        first = table.rows
        fits = [place for place, column in enumerate(table.columns) if _is_short(column)]
        # Stories and other long texts are for the file.
        places = [place for place in fits if all(len(str(row[place])) <= _LONGEST for row in first)][:_COLUMNS]
        rows = tuple(tuple(str(row[place]) for place in places) for row in first)
        header = tuple(table.columns[place].name for place in places)
        files = tuple(file.address for file in collection_files(kind))
        yield Shown(kind, texts["namn"], texts["om"], len(records), files, header, rows)


def _is_short(column: Column) -> bool:
    """Whether a column fits in a table on a page: a single value that is no summary, date or address."""
    return (
        not column.listed
        and column.datatype not in {"anyURI", "date"}
        and column.name not in {"sida", "sammanfattning"}
    )
