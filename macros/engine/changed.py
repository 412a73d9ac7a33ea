"""While the site is shown: the pages that a changed file is behind, and what the page of a record is made of."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.addresses import EASY_KINDS, address_of, easy_address
from macros.kunskapsbank import Kunskapsbank
from macros.model import KINDS
from macros.pages.easy import easy_page, easy_records
from macros.pages.page import Page
from macros.pages.records import RECORD_KINDS, record_page


def sources_of(
    changed: Iterable[Path], docs: Path, data: Path, sources: Iterable[str], open_page: str
) -> tuple[str, ...]:
    """The places among the Markdown files of the pages to make anew, each once.

    They are the changed pages of guidance in `docs`, the pages of the changed records in `data`, and of all
    `sources` the one whose address is that of the page that a reader has open.
    """
    changed = list(changed)
    found = [path.relative_to(docs).as_posix() for path in changed if docs in path.parents]
    for path in changed:
        found += _of_record(path) if data in path.parents else ()
    found += [source for source in sources if address_of(source) == open_page]
    return tuple(dict.fromkeys(found))


def _of_record(path: Path) -> Iterator[str]:
    for kind in RECORD_KINDS:
        if KINDS[kind].folder == path.parent.name:
            yield f"{KINDS[kind].page_folder}/{path.stem}.md"
            if kind in EASY_KINDS:
                yield _easy_source(kind, path.stem)


def page_of_record(bank: Kunskapsbank, source: str) -> Page | None:
    """The page at a place when it is made of one record: its own page, or its easy one."""
    folder, _, stem = source.removesuffix(".md").rpartition("/")
    kind = next((name for name in RECORD_KINDS if KINDS[name].page_folder == folder), None)
    if kind and stem in bank.records(kind):
        return record_page(bank, kind, stem)
    easy = next((name for name in EASY_KINDS if _easy_source(name, stem) == source), None)
    found = ((kind, *each) for kind in ([easy] if easy else ()) for each in easy_records(bank, kind))
    return next((easy_page(*each) for each in found if each[1] == stem), None)


def _easy_source(kind: str, identifier: str) -> str:
    return f"{easy_address(kind, identifier).strip('/')}.md"
