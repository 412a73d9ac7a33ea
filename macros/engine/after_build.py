"""What is made from the built pages, step by step; each step is a function of its pages and the data."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from macros.kunskapsbank import Kunskapsbank
from macros.open_data.write import write_open_data
from macros.printing.file_links import label_archive
from macros.printing.step import begin_prints, lend_prints
from macros.scripts.comparison_files import write_comparison_data
from macros.scripts.editor import write_record_texts
from macros.scripts.tools import write_tools
from macros.search.documents import plain_document
from macros.search.write import write_search
from macros.site.code import publish_scripts
from macros.site.fingerprint import fingerprint_assets
from macros.site.host_files import write_host_files
from macros.site.html_check import check_links, links_of
from macros.site.offline import lend_copy, write_offline_copy
from macros.site.pages import BuiltSite

Step = Callable[[BuiltSite, Kunskapsbank], None]


def _in_folder(write: Callable[[Path, Kunskapsbank], None]) -> Step:
    """A step that writes files beside the pages and needs none of them."""
    return lambda site, bank: write(site.folder, bank)


def _of_pages(step: Callable[[BuiltSite], None]) -> Step:
    """A step that needs no records."""
    return lambda site, _bank: step(site)


# What needs no print, and is made while the typesetter works. The list of prints, filled in when they are done, is left
# out of the search. The names of assets are settled after everything that writes or names one.
BESIDE_PRINTS: tuple[Step, ...] = (
    _of_pages(publish_scripts),
    write_search,
    _in_folder(write_open_data),
    _in_folder(write_comparison_data),
    _in_folder(write_tools),
    _in_folder(write_record_texts),
    _of_pages(fingerprint_assets),
    _of_pages(lambda site: write_host_files(site.folder)),
)


def read_pages(site: BuiltSite) -> None:
    """Reads of each page what several steps ask for, while its tree is there."""
    for page in site.pages.values():
        links_of(page)
        plain_document(page)


def after_build(
    site: BuiltSite,
    bank: Kunskapsbank,
    shown: Path | None = None,
    between: Callable[[], None] = lambda: None,
    *,
    hurry: bool = False,
) -> None:
    """Runs every step on a built site, and something between them. Raises BrokenSiteError.

    While a site is `shown`, it lends the new one its prints and its copy to download: nobody reads them between
    two edits, and they take longer than everything else. In a `hurry` prints that were made before are shown as they
    are.
    """
    between()
    end_prints = partial(lend_prints, site, shown) if shown else begin_prints(site, bank, hurry=hurry)
    read_pages(site)
    for step in BESIDE_PRINTS:
        between()
        step(site, bank)
    end_prints()
    between()
    # The copy to download holds everything but itself, and then its size is told.
    lend_copy(site, shown) if shown else write_offline_copy(site)
    label_archive(site)
    check_links(site)
    site.write()
