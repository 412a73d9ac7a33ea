"""What is made from the built pages, step by step; each step is a function of its pages and the data."""

from collections.abc import Callable, Mapping
from pathlib import Path

from macros.kunskapsbank import Kunskapsbank
from macros.open_data.write import write_open_data
from macros.printing.file_links import label_archive
from macros.printing.step import lend_prints, write_prints
from macros.scripts.comparison import write_comparison_data
from macros.scripts.editor import write_record_texts
from macros.scripts.tools import write_tools
from macros.search import write_search
from macros.site.code import publish_scripts
from macros.site.fingerprint import fingerprint_assets
from macros.site.host_files import write_host_files
from macros.site.html_check import check_links
from macros.site.offline import lend_copy, write_offline_copy
from macros.site.pages import BuiltSite

Step = Callable[[BuiltSite, Kunskapsbank], None]


def _in_folder(write: Callable[[Path, Kunskapsbank], None]) -> Step:
    """A step that writes files beside the pages and needs none of them."""
    return lambda site, bank: write(site.folder, bank)


def _of_pages(step: Callable[[BuiltSite], None]) -> Step:
    """A step that needs no records."""
    return lambda site, _bank: step(site)


_COPY = _of_pages(write_offline_copy)
# Print comes first, since it has a list of what it made in a page that later steps read. The names of assets are
# settled after everything that writes or names one; the copy to download comes last, and then the size of it is told.
STEPS: tuple[Step, ...] = (
    write_prints,
    _of_pages(publish_scripts),
    write_search,
    _in_folder(write_open_data),
    _in_folder(write_comparison_data),
    _in_folder(write_tools),
    _in_folder(write_record_texts),
    _of_pages(fingerprint_assets),
    _of_pages(lambda site: write_host_files(site.folder)),
    _COPY,
    _of_pages(label_archive),
    _of_pages(check_links),
)

# What a site that is shown lends, in place of the step that makes it.
LENT: Mapping[Step, Callable[[BuiltSite, Path], None]] = {write_prints: lend_prints, _COPY: lend_copy}


def after_build(
    folder: Path,
    bank: Kunskapsbank,
    shown: Path | None = None,
    between: Callable[[], None] = lambda: None,
    *,
    hurry: bool = False,
) -> None:
    """Runs every step on the folder of a built site, and something between them. Raises BrokenSiteError.

    While a site is `shown`, it lends the new one its prints and its copy to download: nobody reads them between
    two edits, and they take longer than everything else. In a `hurry` prints that were made before are shown as they
    are.
    """
    site = BuiltSite(folder)
    for step in STEPS:
        between()
        lend = LENT.get(step) if shown else None
        if lend and shown:
            lend(site, shown)
        elif step is write_prints:
            write_prints(site, bank, hurry=hurry)
        else:
            step(site, bank)
    site.write()
