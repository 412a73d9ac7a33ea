"""What is made from the built pages, step by step; each step is a function of the site's folder and the data."""

from collections.abc import Callable, Mapping
from pathlib import Path

from macros.compare.export import write_comparison_data
from macros.contribute.web_form import write_record_texts
from macros.fingerprint import fingerprint_assets
from macros.host_files import write_host_files
from macros.kunskapsbank import Kunskapsbank
from macros.offline import lend_copy, write_offline_copy
from macros.open_data.write import write_open_data
from macros.printing.file_links import label_archive
from macros.printing.step import lend_prints, write_prints
from macros.search import write_search
from macros.tools.export import write_tools

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
    site: Path, bank: Kunskapsbank, shown: Path | None = None, between: Callable[[], None] = lambda: None
) -> None:
    """Runs every step on the folder of a built site, and something between them.

    While a site is `shown`, it lends the new one its prints and its copy to download: nobody reads them between
    two edits, and they take longer than everything else.
    """
    for step in STEPS:
        between()
        lend = LENT.get(step) if shown else None
        if lend and shown:
            lend(site, shown)
        else:
            step(site, bank)
