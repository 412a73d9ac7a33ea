"""While the site is shown: the pages that a changed file is behind, and what the page of a record is made of."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from macros.addresses import EASY_KINDS, address_of, easy_address
from macros.engine.one_build import Build
from macros.engine.serving import refresh_styles
from macros.kunskapsbank import Kunskapsbank
from macros.loading.load import load
from macros.model import KINDS
from macros.pages.easy import easy_page, easy_records
from macros.pages.page import Page
from macros.pages.records import RECORD_KINDS, record_page
from macros.places import data_folder, package_folder


def pages_to_make(build: Build, changed: Sequence[Path], docs: Path, site: Path, open_page: str) -> Iterator[str]:
    """The places among the Markdown files of the pages to make anew, once the build knows what the files now say.

    Changed styles are put into the site that is shown. No page is given when records cannot be read.
    """
    data, assets = data_folder().resolve(), package_folder().parent / "overrides" / "assets"
    # Macros are run again: what they read may have changed.
    build.macros = None
    if any(assets in path.parents for path in changed):
        refresh_styles(site, assets)
    if any(data in path.parents for path in changed):
        loaded = load(data_folder())
        if loaded.bank is None:
            return
        build.bank = loaded.bank
    for source in sources_of(changed, docs.resolve(), data, build.edit, open_page):
        made = page_of_record(build.bank, source)
        if made is not None:
            build.generated[source] = made
        yield source


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
