"""What is made from the built pages, step by step; each step is a function of the site's folder and the data."""

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
from macros.site.fingerprint import fingerprint_assets
from macros.site.host_files import write_host_files
from macros.site.offline import lend_copy, write_offline_copy

Step = Callable[[Path, Kunskapsbank], None]
# Print comes first: it reads pages before the names of styles and scripts, which change with these, stand in them.
# The names of assets are settled after everything that writes or names one; the copy to download comes last,
# and then the size of it is told.
STEPS: tuple[Step, ...] = (
    write_prints,
    write_search,
    write_open_data,
    write_comparison_data,
    write_tools,
    write_record_texts,
    fingerprint_assets,
    write_host_files,
    write_offline_copy,
    label_archive,
)

# What a site that is shown lends, in place of the step that makes it.
LENT: Mapping[Step, Callable[[Path, Path], None]] = {write_prints: lend_prints, write_offline_copy: lend_copy}


def after_build(
    site: Path,
    bank: Kunskapsbank,
    shown: Path | None = None,
    between: Callable[[], None] = lambda: None,
    *,
    hurry: bool = False,
) -> None:
    """Runs every step on the folder of a built site, and something between them.

    While a site is `shown`, it lends the new one its prints and its copy to download: nobody reads them between
    two edits, and they take longer than everything else. In a `hurry` prints that were made before are shown as they
    are.
    """
    for step in STEPS:
        between()
        lend = LENT.get(step) if shown else None
        if lend and shown:
            lend(site, shown)
        elif step is write_prints:
            write_prints(site, bank, hurry=hurry)
        else:
            step(site, bank)
