"""All files of the open data: their addresses and bytes, and the step after the build that writes them."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from macros.guidance.pages import guidance_pages
from macros.history.entries import Entry, history_of
from macros.kept import Kept
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS, Kind
from macros.open_data import feeds, openapi, published, schemas, tables
from macros.open_data.catalogue import catalogue_files
from macros.open_data.owners import rules
from macros.open_data.publication import Publication, publication
from macros.open_data.reviews import Review, review_files, reviews
from macros.open_data.table import metadata
from macros.places import data_folder, project_root
from macros.site.writing import write_files

Files = Iterator[tuple[str, str]]


def open_data_files(
    bank: Kunskapsbank,
    site: Publication,
    history: Sequence[Entry] = (),
    due: Sequence[Review] = (),
    kept: Kept | None = None,
) -> Mapping[str, bytes]:
    """Every file by its address, counted from the site's start.

    `history` is newest first, `due` has the most urgent review first. What comes from the records is `kept`.
    """
    told = kept.get(partial(_told, bank, site), bank.mark, repr(site)) if kept else _told(bank, site)
    made = {address: text.encode() for address, text in told.items()}
    followed = (*feeds.feed_files(bank, site, history), *review_files(due, site))
    texts = {address: each if isinstance(each, str) else as_json(each) for address, each in followed}
    made |= {address: text.encode() for address, text in texts.items()}
    # The catalogue tells the size and the checksum of the others.
    catalogue = catalogue_files(bank, site, made)
    return made | {address: text.encode() for address, text in catalogue.items()}


def write_open_data(site: Path, bank: Kunskapsbank) -> None:
    """Writes the files into a built site."""
    root = project_root(Path.cwd())
    due = reviews(bank, guidance_pages(root / "docs"), rules(root))
    kept = Kept("oppna-data")
    files = open_data_files(bank, publication(root), history_of(data_folder(root)), due, kept)
    write_files(site, ((address.lstrip("/"), content) for address, content in files.items()))
    kept.save()


def _told(bank: Kunskapsbank, site: Publication) -> dict[str, str]:
    return {address: text for make in MAKERS for address, text in make(bank, site)}


def as_json(value: object) -> str:
    """JSON as it is published: one value a line, so that a change is seen as the line that it is."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _collections(bank: Kunskapsbank, site: Publication) -> Files:
    yield f"{published.FOLDER}/index.json", as_json(published.index(bank, site))
    yield f"{published.FOLDER}/index.schema.json", as_json(schemas.index_schema())
    yield f"{published.FOLDER}/flyttad.schema.json", as_json(schemas.moved_schema())
    yield f"{published.FOLDER}/granskning.schema.json", as_json(schemas.reviews_schema())
    yield f"{published.FOLDER}/andringar.schema.json", as_json(schemas.history_schema())
    for kind in KINDS.values():
        yield from _collection(bank, kind, site)


def _collection(bank: Kunskapsbank, kind: Kind, site: Publication) -> Files:
    top = f"{published.FOLDER}/{kind.folder}"
    content = published.collection(bank, kind, site)
    yield f"{top}.json", as_json(content)
    yield f"{top}.schema.json", as_json(schemas.collection_schema(bank, kind))
    yield f"{top}.post.schema.json", as_json(schemas.record_schema(bank, kind))
    for record in content["poster"]:
        yield f"{top}/{record['id']}.json", as_json(published.single(bank, kind, record))
    for old, where in published.moved(bank, kind).items():
        yield f"{top}/{old}.json", as_json(where)
    records = tables.record_table(kind, content["poster"])
    said = tables.statement_table(kind, content["poster"])
    yield f"/data/v1/{records.file}", records.text
    yield f"/data/v1/{records.file}-metadata.json", as_json(metadata(records))
    if said:
        yield f"/data/v1/{said.file}", said.text
        yield f"/data/v1/{said.file}-metadata.json", as_json(metadata(said, records))


def _openapi(bank: Kunskapsbank, site: Publication) -> Files:
    yield openapi.ADDRESS, as_json(openapi.openapi(bank, site))


Maker = Callable[[Kunskapsbank, Publication], Files]
MAKERS: tuple[Maker, ...] = (_collections, _openapi)
