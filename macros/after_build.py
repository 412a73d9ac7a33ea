"""What is made from the built pages, step by step; each step is a function of the site's folder and the data."""

from collections.abc import Callable
from pathlib import Path

from macros.kunskapsbank import Kunskapsbank
from macros.open_data import write_open_data

Step = Callable[[Path, Kunskapsbank], None]
STEPS: tuple[Step, ...] = (write_open_data,)


def after_build(site: Path, bank: Kunskapsbank) -> None:
    """Runs every step on the folder of a built site."""
    for step in STEPS:
        step(site, bank)
